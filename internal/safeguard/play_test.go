package safeguard_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/scenario"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/internal/world"
)

// player plays one attack.
type player struct {
	*stage
	*tale
	id       casework.CaseID // of the story's case; "" before it is opened
	values   map[string]any  // as they were given in it
	refusals []refusal
	taken    int
}

type refusal struct {
	code    fault.Code
	article agreement.Article
}

func (p *player) play(l line) error {
	ctx := context.Background()
	switch l.Verb {
	case scenario.At:
		at, err := time.ParseInLocation("2006-01-02 15:04", l.When, p.model.Location())
		if err != nil || !at.After(p.Now()) { // no clock goes back: a story begins when the one before has ended
			return err
		}
		return p.pass(ctx, at)
	case scenario.After:
		return p.pass(ctx, p.model.After(l.After, p.Now()))
	case scenario.Takes:
		return p.takes(ctx, l)
	case scenario.Refused:
		return p.refused(ctx, l)
	case scenario.Sees, exactVerb:
		return p.sees(ctx, l)
	case unseenVerb:
		return p.unseen(l)
	case noCaseVerb:
		return p.noCase(l)
	case anewVerb:
		p.id, p.values = "", nil
		return nil
	case noneVerb:
		return p.none(l)
	case holdsVerb, lacksVerb:
		return p.holds(ctx, l)
	case getsVerb, barredVerb:
		return p.asks(ctx, l)
	case scenario.StateIs:
		for party, at := range p.where(ctx) {
			if at.state != l.State {
				return fmt.Errorf("at %s the case stands in %q", party, at.state)
			}
		}
		return nil
	}
	return fmt.Errorf("an attack has no sentence of this kind")
}

// pass lets time pass everywhere, and waits until all that was due has happened.
func (p *player) pass(ctx context.Context, at time.Time) error {
	if err := p.SetClock(ctx, at.UTC()); err != nil {
		return err
	}
	return p.level(ctx)
}

// patience is how long nodes are waited for before their clocks go on a little: what a busy machine kept from being
// delivered is sent again after a time by the clock, which stands still here.
const patience = 3 * time.Second

// level waits until no node has anything to tell another, and every node that has the case has all of it.
func (p *player) level(ctx context.Context) error {
	for range 20 {
		err := world.Await(ctx, patience, func() (bool, error) {
			for _, m := range p.Members {
				if n, err := m.Node.Undelivered(ctx); err != nil || n > 0 {
					return false, err
				}
			}
			var number int64
			for _, at := range p.where(ctx) {
				if number == 0 {
					number = at.number
				}
				if at.number != number {
					return false, nil
				}
			}
			return true, nil
		})
		if err == nil {
			return nil
		}
		if err := p.SetClock(ctx, p.Now().Add(patience)); err != nil {
			return err
		}
	}
	return fmt.Errorf("the nodes still have something to tell each other: %v", p.waiting(ctx))
}

// waiting says what each node could not deliver.
func (p *player) waiting(ctx context.Context) map[agreement.PartyID]any {
	out := map[agreement.PartyID]any{}
	for party, m := range p.Members {
		_ = m.DB.View(ctx, func(tx *store.Tx) error {
			rows, err := tx.CountOutbox(ctx)
			if len(rows) > 0 {
				out[party] = rows
			}
			return err
		})
	}
	return out
}

// standing is how a case stands at a node.
type standing struct {
	state  agreement.StateID
	number int64
	cases  int64 // of all cases: what an attack would open is one more
}

func (p *player) where(ctx context.Context) map[agreement.PartyID]standing {
	out := map[agreement.PartyID]standing{}
	for party, m := range p.Members {
		_ = m.DB.View(ctx, func(tx *store.Tx) error {
			row, err := tx.GetCase(ctx, p.id)
			if err == nil {
				out[party] = standing{state: row.State, number: row.Number}
			}
			return nil
		})
	}
	return out
}

// everything is what an attack must leave as it is: each node's acts, and how the case stands there.
func (p *player) everything(ctx context.Context) (map[agreement.PartyID]standing, error) {
	out := p.where(ctx)
	for party, m := range p.Members {
		err := m.DB.View(ctx, func(tx *store.Tx) error {
			counts, err := tx.CountCases(ctx)
			at := out[party]
			for _, c := range counts {
				at.cases += c.N
			}
			out[party] = at
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (p *player) step(l line) (path, body string, values map[agreement.FieldID]any, err error) {
	proc := p.model.Procedure(p.Procedure)
	if len(l.Facts) > 0 || proc == nil {
		return "", "", nil, fmt.Errorf("no such procedure, or facts that nobody states by the API")
	}
	st := client.Step{Step: string(l.Step), Role: string(l.Who.Role), Ground: l.Ground, Values: map[string]any{}}
	if proc.Side(l.Who.Side) != nil {
		st.Side = string(l.Who.Side)
	}
	if def := proc.Step(l.Step); def != nil {
		values, st.Ground = p.carries(l, proc, def)
	}
	for f, v := range values {
		st.Values[string(f)] = v
	}
	if p.id != "" {
		b, err := json.Marshal(st)
		return "/api/cases/" + string(p.id) + "/acts", string(b), values, err
	}
	o := client.Opening{Agreement: string(p.Inside.Agreement), Procedure: string(p.Procedure), Sides: map[string]string{}, Step: st}
	for side, party := range p.Sides {
		o.Sides[string(side)] = string(party)
	}
	b, err := json.Marshal(o)
	return "/api/cases", string(b), values, err
}

// carries is what an act carries: what the sentence says, and where it is silent, samples for what the step demands and its
// first ground.
func (p *player) carries(l line, proc *agreement.Procedure, def *agreement.Step) (map[agreement.FieldID]any, string) {
	values := map[agreement.FieldID]any{}
	for _, in := range casework.Form(p.model, proc, def) {
		if in.Required {
			values[in.Field.ID] = casework.Sample(p.model, in.Field)
		}
	}
	for f, v := range l.Values {
		if values[agreement.FieldID(f)] = v; v == nil {
			delete(values, agreement.FieldID(f))
		}
	}
	if l.Ground == "" && len(def.Grounds) > 0 {
		return values, def.Grounds[0]
	}
	return values, l.Ground
}

func (p *player) takes(ctx context.Context, l line) error {
	path, body, values, err := p.step(l)
	if err != nil {
		return err
	}
	res, err := as[client.StepResult](p.send(p.actor(l), "POST", path, body))
	if err != nil {
		return err
	}
	if res.Queued || res.Number == 0 {
		return fmt.Errorf("the home of the case has not answered: %+v", res)
	}
	p.id = casework.CaseID(res.Case)
	p.taken++
	if p.values == nil {
		p.values = map[string]any{}
	}
	for f, v := range values {
		p.values[string(f)] = v
	}
	return p.level(ctx)
}

// refused tries a step, then the same as a preparation for an own key, and, where the step is somebody else's, in their name. Each
// must be refused, and nothing be changed anywhere.
func (p *player) refused(ctx context.Context, l line) error {
	before, err := p.everything(ctx)
	if err != nil {
		return err
	}
	path, body, _, err := p.step(l)
	if err != nil {
		return err
	}
	who := p.actor(l)
	if err := p.problem(l, who, "POST", path, body); err != nil {
		return err
	}
	prepare := "/api/preparations"
	if p.id != "" {
		prepare = strings.TrimSuffix(path, "acts") + "preparations"
	}
	def := p.model.Procedure(p.Procedure).Step(l.Step)
	if def == nil || len(casework.HomeFacts(p.model, def)) == 0 { // what its home alone can count is judged there, once it is signed
		if err := p.problem(l, who, "POST", prepare, body); err != nil {
			return fmt.Errorf("prepared for an own key: %w", err)
		}
	}
	if def != nil && slices.Contains([]string{string(fault.WrongRole), string(fault.WrongSide), string(fault.SideUnbound)}, l.Code) {
		for _, by := range def.By {
			other := l
			other.Who = by
			path, body, _, err := p.step(other)
			if err != nil {
				return err
			}
			if status, b, err := p.send(who, "POST", path, body); err != nil || status < 400 || status >= 500 {
				return fmt.Errorf("in the name of the %s: %d %s, %w", by, status, b, err)
			}
		}
	}
	after, err := p.everything(ctx)
	if err != nil {
		return err
	}
	if !reflect.DeepEqual(before, after) {
		return fmt.Errorf("it is refused, and yet something changed: %v, then %v", before, after)
	}
	return nil
}

// problem demands that a request is refused as the sentence says, by a problem document.
func (p *player) problem(l line, who actor, method, path, body string) error {
	status, b, err := p.send(who, method, path, body)
	if err != nil {
		return err
	}
	if status < 400 {
		return fmt.Errorf("it is permitted: %d %s", status, b)
	}
	got := client.Problem{}
	if err := json.Unmarshal(b, &got); err != nil {
		return fmt.Errorf("no problem document: %d %s", status, b)
	}
	if got.Code != l.Code || l.Article != "" && got.Article != string(l.Article) || got.Detail == "" || got.Remedy == "" || got.Status != status {
		return fmt.Errorf("it is refused with %s of Article %q: %s", got.Code, got.Article, got.Detail)
	}
	p.refusals = append(p.refusals, refusal{fault.Code(got.Code), agreement.Article(got.Article)})
	return nil
}

// look gives the case as somebody sees it.
func (p *player) look(l line) (*client.Case, error) {
	return as[client.Case](p.send(p.actor(l), "GET", "/api/cases/"+string(p.id), ""))
}

func (p *player) sees(_ context.Context, l line) error {
	v, err := p.look(l)
	if err != nil {
		return err
	}
	if l.Verb == exactVerb {
		got, err := json.Marshal(v.Values[l.Names[0]])
		if err != nil {
			return err
		}
		want, err := json.Marshal(l.value)
		if err != nil {
			return err
		}
		if !bytes.Equal(got, want) {
			return fmt.Errorf("it is %s", got)
		}
		return nil
	}
	if got := slices.Sorted(maps.Keys(v.Values)); !slices.Equal(got, slices.Sorted(slices.Values(l.Names))) {
		return fmt.Errorf("they see %s", strings.Join(got, ", "))
	}
	return nil
}

// unseen demands that fields are withheld, from who looks at the case and from who asks for each.
func (p *player) unseen(l line) error {
	who := p.actor(l)
	v, err := p.look(l)
	if err != nil {
		return err
	}
	for _, f := range l.Names {
		if _, given := p.values[f]; !given {
			return fmt.Errorf("nobody has given %s", f)
		}
		if x, seen := v.Values[f]; seen {
			return fmt.Errorf("%s is seen: %v", f, x)
		}
		if err := p.problem(l, who, "GET", "/api/cases/"+string(p.id)+"/fields/"+f, ""); err != nil {
			return fmt.Errorf("%s: %w", f, err)
		}
	}
	return nil
}

// noCase demands that the case is neither to be found nor in the list.
func (p *player) noCase(l line) error {
	who := p.actor(l)
	if err := p.problem(line{Line: scenario.Line{Code: string(fault.NotFound)}}, who, "GET", "/api/cases/"+string(p.id), ""); err != nil {
		return err
	}
	list, err := as[client.CaseList](p.send(who, "GET", "/api/cases?limit=200", ""))
	if err != nil {
		return err
	}
	if slices.ContainsFunc(list.Cases, func(c client.CaseLine) bool { return c.ID == string(p.id) }) {
		return fmt.Errorf("it stands in the list")
	}
	log, err := as[client.Log](p.send(who, "GET", "/api/ledger/"+string(p.Inside.Agreement)+"?entries=1000", ""))
	if err != nil {
		return err
	}
	if slices.ContainsFunc(log.Entries, func(e client.LogEntry) bool { return strings.Contains(e.Ref, string(p.id)) }) {
		return fmt.Errorf("the log names it")
	}
	return nil
}

// none demands that nothing is counted of a procedure for somebody, although there is a case.
func (p *player) none(l line) error {
	a, err := as[client.Agreement](p.send(p.actor(l), "GET", "/api/agreements/"+string(p.Inside.Agreement), ""))
	if err != nil {
		return err
	}
	if len(a.Cases[l.Names[0]]) > 0 || slices.ContainsFunc(a.Kept, func(k client.Kept) bool { return k.Procedure == l.Names[0] }) {
		return fmt.Errorf("they learn of %v", a.Cases[l.Names[0]])
	}
	return nil
}

// holds looks into a node's database: which disclosures it has of the case, and for those that it lacks, whether the words
// stand in any of its files.
func (p *player) holds(ctx context.Context, l line) error {
	m := p.Members[l.party]
	if m == nil {
		return fmt.Errorf("there is no party %s", l.party)
	}
	held := map[string]bool{}
	err := m.DB.View(ctx, func(tx *store.Tx) error {
		rows, err := tx.ListCaseDisclosures(ctx, p.id)
		for _, r := range rows {
			held[string(r.Field)] = true
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, f := range l.Names {
		if _, given := p.values[f]; !given {
			return fmt.Errorf("nobody has given %s", f)
		}
		if held[f] != (l.Verb == holdsVerb) {
			return fmt.Errorf("%s: the node has %v", f, slices.Sorted(maps.Keys(held)))
		}
		if l.Verb == holdsVerb {
			continue
		}
		words, ok := p.values[f].(string)
		if !ok || len(words) < 8 {
			continue
		}
		if err := absent(m.Dir, words); err != nil {
			return fmt.Errorf("%s: %w", f, err)
		}
	}
	return nil
}

// absent demands that words stand in no file below a folder.
func absent(dir, words string) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if bytes.Contains(b, []byte(words)) {
			return fmt.Errorf("%q stands in %s", words, filepath.Base(path))
		}
		return nil
	})
}

// asks sends any other request; {case} stands for the story's case, {agreement} for the agreement.
func (p *player) asks(ctx context.Context, l line) error {
	fill := strings.NewReplacer("{case}", string(p.id), "{agreement}", string(p.Inside.Agreement)).Replace
	who := p.actor(l)
	if l.Verb == barredVerb {
		before, err := p.everything(ctx)
		if err != nil {
			return err
		}
		if err := p.problem(l, who, l.method, fill(l.path), fill(l.body)); err != nil {
			return err
		}
		after, err := p.everything(ctx)
		if err == nil && !reflect.DeepEqual(before, after) {
			err = fmt.Errorf("it is refused, and yet something changed: %v, then %v", before, after)
		}
		return err
	}
	body := fill(l.body)
	if l.method == "PUT" {
		body = strings.ReplaceAll(body, ";", "\n") + "\n"
	}
	status, b, err := p.send(who, l.method, fill(l.path), body)
	if err == nil && status >= 300 {
		err = fmt.Errorf("%d %s", status, b)
	}
	p.taken++
	return err
}
