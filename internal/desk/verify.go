package desk

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/internal/web"
)

// Verify says what a file proves under the agreements of this node. It keeps nothing of it.
func (d *desk) Verify(ctx context.Context, file []byte) (*web.VerifyView, error) {
	known := d.n.Known()
	x, err := audit.Examine(file, known, time.Now())
	if x.Kind == "" {
		return nil, err
	}
	if err != nil && d.n.World() == agreement.WorldExercise { // whose clock may be elsewhere
		if y, again := audit.Examine(file, known, d.n.Now()); again == nil {
			x, err = y, nil
		}
	}
	t := speak(ctx)
	out := &web.VerifyView{Kind: x.Kind, Holds: err == nil}
	if err != nil {
		out.Failed = err.Error()
		return out, nil
	}
	m := x.Agreement
	party := partyRef(m, x.Party).Name
	fact := func(key, value string) {
		if value != "" {
			out.Facts = append(out.Facts, web.Fact{Name: t.say("verify.fact." + key), Value: value})
		}
	}
	at := func(v time.Time) string { return v.In(m.Location()).Format("2006-01-02 15:04:05 MST") }
	fact("agreement", m.Title)
	if x.Party != "" {
		fact("party", party)
	}
	if !x.Received.IsZero() {
		fact("received", at(x.Received))
	}
	fact("digest", string(x.Digest))
	fact("log", x.Log)
	if x.Kind == audit.FileFiling || x.Kind == audit.FileAct || x.Kind == audit.FileEntry {
		fact("index", fmt.Sprint(x.Index))
	}
	if x.Size > 0 {
		fact("size", fmt.Sprint(x.Size))
	}
	if p := m.Procedure(procedureOf(x)); p != nil {
		fact("procedure", titled(p.Title, p.ID))
		for _, f := range fields(m, p) {
			if v, ok := x.Values[string(f.ID)]; ok {
				out.Facts = append(out.Facts, web.Fact{Name: m.LabelOf(f, t.code), Value: line(v)})
			}
		}
	}
	if x.Party != "" {
		out.Vouched = append(out.Vouched, web.Vouch{Party: partyRef(m, x.Party), What: t.say("verify.signed." + x.Kind), At: x.Made})
	}
	for _, c := range x.Cosigned {
		out.Vouched = append(out.Vouched, web.Vouch{Party: partyRef(m, c.Party), What: t.say("verify.cosigned"), At: c.At})
	}
	for _, p := range m.Parties {
		if when, ok := x.Signed[p.ID]; ok {
			out.Vouched = append(out.Vouched, web.Vouch{Party: partyRef(m, p.ID), What: t.say("verify.ratified"), At: when})
		}
	}
	slices.SortStableFunc(out.Vouched, func(a, b web.Vouch) int { return a.At.Compare(b.At) })
	for _, key := range notShown[x.Kind] {
		out.Not = append(out.Not, t.say("verify.not."+key))
	}
	return out, nil
}

func procedureOf(x *audit.Examined) agreement.ProcedureID {
	if x.Act == nil {
		return ""
	}
	return agreement.ProcedureID(x.Act.Procedure)
}

// notShown says what each kind of file does not show.
var notShown = map[string][]string{
	audit.FileFiling:     {"content", "holder", "answered"},
	audit.FileContent:    {"logged", "holder", "true"},
	audit.FileAct:        {"says", "effect"},
	audit.FileEntry:      {"says"},
	audit.FileCheckpoint: {"entries", "omitted"},
	audit.FileAgreement:  {"kept"},
}
