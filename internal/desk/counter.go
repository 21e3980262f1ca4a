package desk

import (
	"context"

	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/web"
)

// Beside gives what stands beside a case.
func (d *desk) Beside(ctx context.Context, v web.Viewer, id casework.CaseID) (*web.BesideView, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	b, err := d.n.Beside(ctx, who, id)
	if err != nil || b == nil {
		return nil, err
	}
	o, err := d.n.Outline(ctx, who, id)
	if err != nil {
		return nil, err
	}
	out := &web.BesideView{Mailbox: b.Mailbox && b.May, Code: b.Code && takes(o.Case), Given: b.Given}
	for _, w := range b.Words {
		if w.Kind == node.WordNote {
			out.Notes = append(out.Notes, web.Note{At: w.At, By: d.named(ctx, auth.PersonID(w.Person)), Text: w.Text})
			continue
		}
		m := web.Message{At: w.At, Text: w.Text}
		if w.Kind == node.WordOffice {
			m.Office = d.named(ctx, auth.PersonID(w.Person))
		}
		out.Messages = append(out.Messages, m)
	}
	return out, nil
}

// takes says whether cases of this kind are brought by anyone at all.
func takes(c *casework.Case) bool {
	for i := range c.Procedure.Steps {
		if c.Procedure.Steps[i].Anyone {
			return true
		}
	}
	return false
}

func (d *desk) named(ctx context.Context, id auth.PersonID) string {
	if p, err := d.n.Auth().Person(ctx, id); err == nil {
		return p.Name
	}
	return string(id)
}

// Note keeps an internal note.
func (d *desk) Note(ctx context.Context, v web.Viewer, id casework.CaseID, text string) error {
	who, err := d.who(ctx, v)
	if err != nil {
		return err
	}
	return d.n.Note(ctx, who, id, text)
}

// Reply puts a message into the mailbox.
func (d *desk) Reply(ctx context.Context, v web.Viewer, id casework.CaseID, text string) error {
	who, err := d.who(ctx, v)
	if err != nil {
		return err
	}
	return d.n.Reply(ctx, who, id, text)
}

// GiveCode makes the code for somebody who came in person.
func (d *desk) GiveCode(ctx context.Context, v web.Viewer, id casework.CaseID) (*web.Slip, error) {
	who, err := d.who(ctx, v)
	if err != nil {
		return nil, err
	}
	o, err := d.n.Outline(ctx, who, id)
	if err != nil {
		return nil, err
	}
	if !takes(o.Case) {
		return nil, fault.Refuse(fault.Forbidden, string(o.Case.Procedure.Article), "a case of this kind has no mailbox").Mend("tell the person what became of it")
	}
	code, err := d.n.GiveCode(ctx, who, id)
	if err != nil {
		return nil, err
	}
	x := d.tell(speak(ctx), o.Case, who)
	out := &web.Slip{Filed: web.Filed{Code: string(code), Reference: reference(id), At: o.Opened, Case: id}, Title: titled(x.p.Title, x.p.ID), Clocks: x.clocks(), Zone: x.m.Location()}
	for _, role := range x.held {
		out.Office = roleTitle(x.m, role)
		break
	}
	return out, nil
}
