package api

import (
	"cmp"
	"log/slog"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/seal"
)

// texts turns a list of names into plain text, never null in JSON.
func texts[S ~string](list []S) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return out
}

func byText[K, V ~string](m map[K]V) map[string]string {
	out := make(map[string]string, len(m))
	for k, v := range m {
		out[string(k)] = string(v)
	}
	return out
}

func instant(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

func agreementOf(v *node.AgreementView, withText bool) client.Agreement {
	m := v.Model
	a := client.Agreement{
		ID: string(v.ID), Title: m.Title, Version: m.Version, World: m.World, TextHash: string(v.TextHash), ModelHash: string(v.ModelHash),
		Parties: []client.Party{}, Signed: map[string]time.Time{}, InForce: v.InForce, Why: v.Why, Cases: map[string]map[string]int{}, Kept: []client.Kept{},
	}
	for i := range m.Parties {
		a.Parties = append(a.Parties, client.Party{ID: string(m.Parties[i].ID), Name: m.Parties[i].Name, Kind: m.Parties[i].Kind})
	}
	for p, at := range v.Signed {
		a.Signed[string(p)] = at
	}
	for p, states := range v.Cases {
		a.Cases[string(p)] = map[string]int{}
		for s, n := range states {
			a.Cases[string(p)][string(s)] = n
		}
	}
	for _, k := range v.Kept {
		a.Kept = append(a.Kept, client.Kept{
			Procedure: string(k.Procedure), Clock: string(k.Clock), Article: string(k.Article), InTime: k.InTime, Ended: k.Ended, Running: k.Running,
		})
	}
	if withText {
		a.Text = string(v.Text)
	}
	return a
}

func lineOf(l *node.CaseLine) client.CaseLine {
	out := client.CaseLine{
		ID: string(l.ID), Agreement: string(l.Agreement), Version: l.Version, Procedure: string(l.Procedure.ID), Title: l.Procedure.Title, State: string(l.State),
		Sides: byText(l.Sides), Opened: l.Opened, Updated: l.Updated, Closed: l.Closed, Mine: l.Mine, Queued: l.Queued, Clocks: []client.Clock{},
	}
	if s := l.Procedure.State(l.State); s != nil {
		out.StateTitle = s.Title
	}
	for _, r := range l.Clocks {
		c := client.Clock{Clock: string(r.Clock), Started: r.Started, Due: r.Due, Status: string(r.Status), Paused: instant(r.Paused)}
		if def := l.Procedure.Clock(r.Clock); def != nil {
			c.Title, c.Article, c.Silence = def.Title, string(def.Article), string(def.Silence)
		}
		out.Clocks = append(out.Clocks, c)
	}
	return out
}

func caseOf(v *node.CaseView, log *slog.Logger) *client.Case {
	out := &client.Case{
		CaseLine: lineOf(&v.CaseLine), Home: string(v.Home), Values: map[string]any{}, Withheld: map[string]*client.Problem{},
		Acts: []client.Act{}, Options: optionsOf(v.Case.Model, v.Options), Dispute: v.Dispute,
	}
	for f, val := range v.Values {
		out.Values[string(f)] = val
	}
	for f, why := range v.Withheld {
		out.Withheld[string(f)] = problem(log, why)
	}
	for i := range v.Acts {
		out.Acts = append(out.Acts, actOf(&v.Acts[i]))
	}
	return out
}

func actOf(v *node.ActView) client.Act {
	a := &v.Act
	out := client.Act{
		Digest: string(v.Digest), Number: v.Number, Kind: a.Kind, Step: a.Step, Clock: a.Clock, Phase: a.Phase, Article: a.Article, Party: a.Party,
		Side: a.Side, Role: a.Role, Person: a.Person, Ground: a.Ground, Gives: []string{}, Made: a.Made.Time, Received: instant(v.Received),
		Hit: string(a.Hit), Proved: instant(v.Proved), Personal: v.Personal, Status: v.Status, Log: v.Log, Cosigned: texts(v.Signed),
	}
	slices.Sort(out.Cosigned)
	for _, g := range a.Gives {
		if f, precision := casework.FieldOf(agreement.FieldID(g.Field)); precision == "" { // a coarser value is no other field
			out.Gives = append(out.Gives, string(f))
		}
	}
	for _, f := range append(slices.Clone(a.Facts), v.Facts...) {
		out.Facts = append(out.Facts, client.Fact{Name: f.Name, Value: f.Value})
	}
	if r := v.Refusal; r != nil {
		out.Refusal = problem(nil, refused(r))
	}
	return out
}

func refused(r *seal.Refusal) *fault.Error {
	return &fault.Error{Code: fault.Code(r.Code), Article: r.Article, Message: r.Message, Remedy: r.Remedy}
}

func optionsOf(m *agreement.Model, list []casework.Option) []client.Option {
	out := make([]client.Option, 0, len(list))
	for _, o := range list {
		x := client.Option{
			Step: string(o.Step.ID), Title: o.Step.Title, Article: string(o.Step.Article), Side: string(o.Side), Personal: o.Step.Personal,
			Fields: []client.Input{}, Grounds: texts(o.Step.Grounds), Shares: outflowsOf(o.Shares),
		}
		for _, f := range o.Fields {
			x.Fields = append(x.Fields, client.Input{
				Field: string(f.Field.ID), Label: m.LabelOf(f.Field, ""), Type: string(f.Field.Type), Choices: f.Field.Choices, Required: f.Required,
			})
		}
		out = append(out, x)
	}
	return out
}

func outflowsOf(list []casework.Outflow) []client.Outflow {
	out := make([]client.Outflow, 0, len(list))
	for _, o := range list {
		out = append(out, client.Outflow{
			Share: string(o.Share.ID), Article: string(o.Share.Article), Party: string(o.Party), Role: string(o.Role), Fields: texts(o.Fields),
			Precision: o.Share.Precision,
		})
	}
	return out
}

func answersOf(list []node.AskResult) []client.Answer {
	out := make([]client.Answer, 0, len(list))
	for _, r := range list {
		a := client.Answer{
			Question: string(r.Question), Holder: string(r.Holder), Article: string(r.Article), Micros: r.Took.Microseconds(), Hits: []client.Hit{},
		}
		for _, h := range r.Hits {
			fields := make(map[string]any, len(h.Fields))
			for f, v := range h.Fields {
				fields[string(f)] = v
			}
			a.Hits = append(a.Hits, client.Hit{Entry: h.Entry, Version: h.Version, Fields: fields})
		}
		if len(a.Hits) > 0 {
			a.Opens = string(r.Opens)
		}
		out = append(out, a)
	}
	return out
}

func logOf(v *node.LogView) *client.Log {
	out := &client.Log{
		Agreement: string(v.Agreement), Origin: v.Origin, Size: v.Size, Root: v.Root, Checkpoint: v.Checkpoint, CheckpointSize: v.CheckpointSize, At: instant(v.At),
		Cosigned: map[string]client.Cosigned{}, Seen: map[string]uint64{}, LastHeard: map[string]time.Time{}, Entries: []client.LogEntry{},
	}
	for p, c := range v.Cosigned {
		out.Cosigned[string(p)] = client.Cosigned{Size: c.Size, At: c.At}
	}
	for p, n := range v.Seen {
		out.Seen[string(p)] = n
	}
	for p, at := range v.LastHeard {
		out.LastHeard[string(p)] = at
	}
	for _, e := range v.Entries {
		out.Entries = append(out.Entries, client.LogEntry{Index: e.Index, Count: e.Count, Kind: e.Kind, Ref: e.Ref, At: e.At})
	}
	return out
}

func importedOf(reg agreement.RegisterID, i *node.Imported) *client.Imported {
	out := &client.Imported{Register: string(reg), Entries: i.Entries, Version: i.Version, Millis: i.Took.Milliseconds(), Warnings: []string{}}
	for _, f := range i.Findings.List {
		out.Warnings = append(out.Warnings, f.String())
	}
	return out
}

// importProblem names every line that is wrong, so that a list is mended in one go.
func importProblem(log *slog.Logger, i *node.Imported, err error) error {
	p := problem(log, err)
	if i == nil {
		return p
	}
	for _, f := range i.Findings.List {
		if f.Warning {
			continue
		}
		p.Errors = append(p.Errors, client.Detail{Message: f.String()})
	}
	return p
}

func sortedBy[T any, K cmp.Ordered](list []T, key func(T) K) []T {
	slices.SortFunc(list, func(a, b T) int { return cmp.Compare(key(a), key(b)) })
	return list
}
