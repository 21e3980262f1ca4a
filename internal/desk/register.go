package desk

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
)

// Queries lists the questions that the viewer may ask now.
func (d *desk) Queries(ctx context.Context, v web.Viewer) ([]web.QueryView, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	if err := who.Content(); err != nil {
		return nil, err
	}
	var out []web.QueryView
	for _, m := range d.n.Models() {
		for i := range m.Registers {
			r := &m.Registers[i]
			for j := range r.Queries {
				if q, ok := d.query(speak(ctx), m, r, &r.Queries[j], who); ok {
					out = append(out, q)
				}
			}
		}
	}
	return out, nil
}

// query shows a question to whoever may ask it; false for everybody else.
func (d *desk) query(t tongue, m *agreement.Model, r *agreement.Register, q *agreement.Query, who node.Who) (web.QueryView, bool) {
	var role agreement.RoleID
	for _, held := range who.RolesIn(m.ID) {
		for _, purpose := range q.Purpose {
			if role == "" && casework.May(m, q, casework.Actor{Party: d.n.Party(), Role: held}, purpose, d.n.Now()) == nil {
				role = held
			}
		}
	}
	own := m
	about := []string{titled(q.Title, q.ID), roleTitle(own, role), r.Title}
	m = d.in(t, m)
	r = m.Register(r.ID)
	q = r.Query(q.ID)
	rec := m.Record(r.Record)
	if role == "" || rec == nil {
		return web.QueryView{}, false
	}
	title := titled(q.Title, q.ID)
	v := web.QueryView{
		Agreement: m.ID, Register: r.ID, Query: q.ID, Title: title, Tongue: m.Tongue(), Of: titled(r.Title, r.ID), Role: roleRef(m, d.n.Party(), role), Cap: q.Cap, Used: -1,
		Article: quoted(own, m, q.Article, about...), Reveals: recordLabels(rec, m, q.Reveals, t.code),
	}
	if !q.Keep.IsZero() {
		v.Keep = q.Keep.InWords(t.code)
	}
	if !q.Within.IsZero() {
		v.Within = q.Within.InWords(t.code)
	}
	for _, h := range r.Holders {
		if h != d.n.Party() {
			v.Holders = append(v.Holders, partyRef(m, h))
		}
	}
	for _, id := range q.Purpose {
		if p := m.Purpose(id); p != nil {
			v.Purposes = append(v.Purposes, web.Purpose{ID: id, Title: titled(p.Title, id), Basis: p.Basis})
		}
	}
	for _, id := range q.On {
		if f := rec.Field(id); f != nil {
			in := web.Input{Field: f, Required: true, Tongue: m.Tongue(), Law: article(m, q.Article)}
			of := own.Record(r.Record).Field(id)
			if in.Law.Quote, _ = quote(own, m, q.Article, inWords(id), own.LabelOf(of, own.Tongue()), of.Help[own.Tongue()]); in.Law.Quote == "" {
				in.Law.Quote = v.Article.Quote
			}
			for _, h := range v.Holders {
				in.Readers = append(in.Readers, h.Name)
			}
			for _, u := range v.Purposes {
				in.For = append(in.For, t.say("quote", "text", u.Title))
			}
			v.On = append(v.On, in)
		}
	}
	return v, true
}

// Check asks, each holder for itself: one that does not answer hides nothing that another said.
func (d *desk) Check(ctx context.Context, v web.Viewer, ask web.Question) (*web.CheckResult, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	m, err := d.model(ask.Agreement)
	if err != nil {
		return nil, err
	}
	r := m.Register(ask.Register)
	if r == nil || r.Query(ask.Query) == nil {
		return nil, fault.New(fault.NoSuchStep, "the agreement has no such question").Mend("choose one of the questions under Check")
	}
	q, t := r.Query(ask.Query), speak(ctx)
	view, ok := d.query(t, m, r, q, who)
	req := node.AskRequest{Agreement: m.ID, Register: r.ID, Query: q.ID, Purpose: ask.Purpose, Match: map[agreement.FieldID]string{}}
	out := &web.CheckResult{Query: view, At: d.n.Now()}
	for _, in := range view.On {
		val, given := ask.Match[in.Field.ID]
		if !given {
			continue
		}
		if err := m.CheckValue(in.Field, val); err != nil {
			var e *fault.Error
			if errors.As(err, &e) {
				x := &teller{tongue: t, m: d.in(t, m)}
				return nil, &fault.Error{Code: e.Code, Article: string(q.Article), Message: x.plain(in.Field, e.Message), Remedy: e.Remedy}
			}
			return nil, err
		}
		req.Match[in.Field.ID] = line(val)
		out.Asked = append(out.Asked, value(d.in(t, m), in.Field, val, web.Sight{Sees: web.SeesGave}))
	}
	for _, p := range view.Purposes {
		if p.ID == ask.Purpose {
			out.Purpose = p
		}
	}
	for _, h := range r.Holders {
		if h == d.n.Party() || ask.Holder != "" && ask.Holder != h {
			continue
		}
		req.Holder = h
		if err := d.askOne(ctx, who, m, r, q, req, out, t); err != nil {
			return nil, err
		}
	}
	for _, o := range d.openings(t, who) {
		if o.Agreement == m.ID && o.Procedure != q.Opens && out.Hits() > 0 {
			out.Also = append(out.Also, o)
		}
	}
	if !ok || len(out.Answers) == 0 { // nobody was asked: let the node say why
		_, err := d.n.Ask(ctx, who, req)
		return nil, err
	}
	return out, nil
}

// askOne asks one holder. What the agreement refuses is an error; a holder that refuses or is away is
// its answer.
func (d *desk) askOne(ctx context.Context, who node.Who, m *agreement.Model, r *agreement.Register, q *agreement.Query, req node.AskRequest, out *web.CheckResult, t tongue) error {
	in := d.in(t, m)
	a := web.AnswerView{Holder: partyRef(in, req.Holder)}
	res, err := d.n.Ask(ctx, who, req)
	if err != nil {
		switch fault.CodeOf(err) {
		case fault.PeerAway, fault.CapReached, fault.Unavailable, fault.ClockSkew, fault.Internal:
			a.Fault = err
			out.Answers = append(out.Answers, a)
			return nil
		}
		return err
	}
	for _, one := range res {
		out.Took = max(out.Took, one.Took)
		if !out.Logged {
			if out.Index, out.Logged, err = d.n.QuestionEntry(ctx, m.ID, one.Question); err != nil {
				return err
			}
		}
		for _, h := range one.Hits {
			a.Version = h.Version
			hit := web.HitView{Entry: h.Entry}
			rec := in.Record(r.Record)
			for i := range rec.Fields {
				f := &rec.Fields[i]
				if val, ok := h.Fields[f.ID]; ok {
					hit.Reveals = append(hit.Reveals, value(in, f, val, web.Sight{Sees: web.SeesIt, Article: q.Article}))
				}
			}
			if hit.Opens = d.opensFrom(t, who, m, r, q, out.Asked, hit.Reveals); hit.Opens != nil {
				hit.Opens.Hit = string(one.Question)
			}
			a.Hits = append(a.Hits, hit)
		}
	}
	out.Answers = append(out.Answers, a)
	return nil
}

// opensFrom is the case that a hit opens, with its form filled as far as the hit tells.
func (d *desk) opensFrom(t tongue, who node.Who, m *agreement.Model, r *agreement.Register, q *agreement.Query, asked, revealed []web.Value) *web.Opening {
	for _, role := range who.RolesIn(m.ID) {
		for _, o := range d.n.Standing(m.ID).Openings(m, casework.Actor{Party: d.n.Party(), Role: role}, d.n.Now()) {
			if o.Procedure.ID == q.Opens {
				out := opening(m, d.in(t, m), o, role)
				out.Values = filled(t, m, r, o, asked, revealed)
				return &out
			}
		}
	}
	return nil
}

// filled carries a hit into the form: fields of the same name and type; where the names differ, the only field
// of the type; the register's name where it is one of a field's choices; and the answer as a whole into
// the text field that is left.
func filled(t tongue, m *agreement.Model, r *agreement.Register, o casework.Opening, asked, revealed []web.Value) map[agreement.FieldID]any {
	out := map[agreement.FieldID]any{}
	known := append(slices.Clone(asked), revealed...)
	var text []agreement.FieldID
	for _, in := range o.Fields {
		f := in.Field
		if v := from(known, func(v web.Value) bool { return v.Field.ID == f.ID && v.Field.Type == f.Type }); v != nil && m.CheckValue(f, v.Value) == nil {
			out[f.ID] = v.Value
			continue
		}
		switch f.Type {
		case agreement.TypeChoice:
			if c := inWords(r.ID); slices.Contains(f.Choices, c) {
				out[f.ID] = c
			}
		case agreement.TypeText:
			text = append(text, f.ID)
		case agreement.TypeDocument, agreement.TypeIdentifier, agreement.TypeName:
			if v := from(asked, func(v web.Value) bool { return v.Field.Type == f.Type || isNumber(v.Field.Type) && isNumber(f.Type) }); v != nil && m.CheckValue(f, v.Value) == nil {
				out[f.ID] = v.Value
			}
		}
	}
	if len(text) == 1 && len(revealed) > 0 {
		var lines []string
		for _, v := range revealed {
			lines = append(lines, t.say("answer.line", "label", m.LabelOf(v.Field, t.code), "value", web.ValueIn(t.code, m.Location(), v)))
		}
		out[text[0]] = strings.Join(lines, "\n")
	}
	return out
}

func isNumber(t agreement.Type) bool {
	return t == agreement.TypeDocument || t == agreement.TypeIdentifier
}

// from gives the one value that fits, nil where none or several do.
func from(list []web.Value, fits func(web.Value) bool) *web.Value {
	var found *web.Value
	for i := range list {
		if fits(list[i]) {
			if found != nil && fmt.Sprint(found.Value) != fmt.Sprint(list[i].Value) {
				return nil
			}
			found = &list[i]
		}
	}
	return found
}
