package node

import (
	"context"
	"slices"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
)

// File opens a case for somebody without an account. One nonce is one filing: asked again, it gives the same code until
// that was typed back, also where the process was killed between making it and answering.
func (n *Node) File(ctx context.Context, req FilingRequest) (*Filed, error) {
	if err := n.maySign(); err != nil {
		return nil, err
	}
	if len(req.Nonce) < minNonce || len(req.Nonce) > maxNonce {
		return nil, fault.New(fault.Invalid, "this filing has no name of its own").Mend("draw a nonce of %d to %d characters at random, and keep it until the code was read", minNonce, maxNonce)
	}
	code := codeOf(n.mac("code", []byte(req.Nonce)))
	if done, err := n.filedBefore(ctx, code); done != nil || err != nil {
		return done, err
	}
	d, err := n.deal(req.Agreement)
	if err != nil {
		return nil, err
	}
	door, err := n.door(d, req)
	if err != nil {
		return nil, err
	}
	hash := n.codeHash(code)
	who := n.filer(d, hash, nil, "", []agreement.Actor{{Side: door.Side, Role: door.Role}})
	if who.Secret, err = n.drawSecret(); err != nil {
		return nil, err
	}
	step := n.stepOf(req, "", door)
	if err := n.sealedAsAsked(d, door.Procedure, door.Step, req.Values); err != nil {
		return nil, err
	}
	dr, err := n.draft(ctx, who, step)
	if err != nil {
		return nil, err
	}
	kept, err := n.keepSecret(dr.id, who.Secret)
	if err != nil {
		return nil, err
	}
	now := n.Now()
	dr.filing = &store.AddFilingParams{Code: hash, Agreement: dr.deal.textHash, CaseID: dr.id, Secret: kept, Created: store.MicrosOf(now)}
	res, err := n.sign(ctx, who, dr, step)
	if err != nil {
		if done, derr := n.filedBefore(ctx, code); done != nil { // the same request was under way, and was first
			return done, derr
		}
		return nil, err
	}
	return &Filed{Code: code, Case: res.Case, At: dr.act.Made.Time, Queued: res.Queued}, nil
}

// filedBefore gives a filing that was made under the same nonce; its code only as long as nobody has typed it back.
func (n *Node) filedBefore(ctx context.Context, code AccessCode) (*Filed, error) {
	row, err := n.filingRow(ctx, code)
	if fault.CodeOf(err) == fault.NotFound {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	if row.Confirmed {
		return nil, fault.New(fault.Replayed, "this was filed before, and its code was typed back").Mend("open the mailbox with the code")
	}
	return &Filed{Code: code, Case: row.CaseID, At: row.Created.Time()}, nil
}

func (n *Node) filingRow(ctx context.Context, code AccessCode) (row store.Filing, err error) {
	hash := n.codeHash(code)
	err = n.db.View(ctx, func(tx *store.Tx) error {
		row, err = tx.GetFiling(ctx, hash)
		if store.Missing(err) {
			return fault.New(fault.NotFound, "this code opens no mailbox here").Mend("compare it with your note, group by group; the case may also have been destroyed when its time was over")
		}
		return err
	})
	return row, err
}

// door finds the opening that a filing asks for.
func (n *Node) door(d *deal, req FilingRequest) (*Door, error) {
	doors, err := n.Doors(d.id)
	if err != nil {
		return nil, err
	}
	for i := range doors {
		if doors[i].Procedure.ID == req.Procedure && doors[i].Step.ID == req.Step {
			return &doors[i], nil
		}
	}
	cited := ""
	if p := d.model.Procedure(req.Procedure); p != nil {
		cited = string(p.Article)
	}
	return nil, fault.Refuse(fault.NoSuchStep, cited, "nothing of this name may be brought here by anyone").Mend("see what the public pages of this node take")
}

func (n *Node) stepOf(req FilingRequest, id casework.CaseID, door *Door) StepRequest {
	out := StepRequest{Case: id, Step: req.Step, Values: req.Values, Ground: req.Ground}
	if req.Nonce != "" {
		out.Once = hexOf(n.mac("once", []byte(req.Nonce))[:16]) // a nonce is written nowhere
	}
	if door != nil {
		out.Agreement, out.Procedure, out.Sides, out.Side, out.Role = req.Agreement, req.Procedure, req.Sides, door.Side, door.Role
		out.Once = "" // the code is the name of it
	}
	return out
}

// PreviewFiling says what would leave and to whom, or why it is refused, and does nothing. code is "" for what opens a case.
func (n *Node) PreviewFiling(ctx context.Context, code string, req FilingRequest) ([]casework.Outflow, error) {
	if code != "" {
		f, err := n.OpenFiling(ctx, code)
		if err != nil {
			return nil, err
		}
		if err := n.sealedIn(f, req); err != nil {
			return nil, err
		}
		return n.Preview(ctx, f.who, n.stepOf(req, f.Case, nil))
	}
	d, err := n.deal(req.Agreement)
	if err != nil {
		return nil, err
	}
	door, err := n.door(d, req)
	if err != nil {
		return nil, err
	}
	if err := n.sealedAsAsked(d, door.Procedure, door.Step, req.Values); err != nil {
		return nil, err
	}
	who := n.filer(d, make([]byte, 32), make([]byte, 32), "", []agreement.Actor{{Side: door.Side, Role: door.Role}})
	return n.Preview(ctx, who, n.stepOf(req, "", door))
}

// AddToFiling takes a later step that the agreement opens to whoever holds the code.
func (n *Node) AddToFiling(ctx context.Context, code string, req FilingRequest) (*StepResult, error) {
	f, err := n.OpenFiling(ctx, code)
	if err != nil {
		return nil, err
	}
	if len(req.Nonce) > maxNonce {
		return nil, fault.New(fault.Invalid, "the nonce is longer than %d characters", maxNonce)
	}
	if err := n.sealedIn(f, req); err != nil {
		return nil, err
	}
	return n.Step(ctx, f.who, n.stepOf(req, f.Case, nil))
}

func (n *Node) sealedIn(f *Filing, req FilingRequest) error {
	if f.View == nil {
		return fault.New(fault.PeerAway, "the case is still on its way to the node that orders it").Mend("look again later; nothing is lost")
	}
	c := f.View.Case
	s := c.Procedure.Step(req.Step)
	if s == nil {
		return fault.Refuse(fault.NoSuchStep, string(c.Procedure.Article), "the case has no step %q", req.Step)
	}
	d, err := n.dealOfCase(ctxBackground, f.Case)
	if err != nil {
		return err
	}
	return n.sealedAsAsked(d, c.Procedure, s, req.Values)
}

// sealedAsAsked holds what anyone brings to the seal that the agreement offers: where the office has published a key, only
// what is sealed to it is taken, so that no node can read it by mistake. What came in plain is in no record.
func (n *Node) sealedAsAsked(d *deal, p *agreement.Procedure, s *agreement.Step, values map[agreement.FieldID]any) error {
	for _, id := range s.Gives {
		def := d.model.ProcedureField(p, id)
		v, given := values[id]
		if def == nil || def.SealedTo == "" || !given || len(n.sealKeys(d, def.SealedTo)) == 0 || agreement.IsSealed(v) {
			continue
		}
		e := fault.Refuse(fault.FieldInvalid, string(s.Article), "the field %s came in plain; nothing of it was kept", id)
		mend := "seal it to the key that the form names: the page does it, or the program age with that recipient and its option -a"
		if slices.Contains(s.Optional, id) {
			mend += "; or leave it out"
		}
		return e.Mend("%s", mend)
	}
	return nil
}

// ConfirmFiling notes that the code was typed back: from now on nothing gives it again.
func (n *Node) ConfirmFiling(ctx context.Context, code string) error {
	f, err := n.OpenFiling(ctx, code)
	if err != nil {
		return err
	}
	return n.db.Update(ctx, func(tx *store.Tx) error {
		_, err := tx.ConfirmFiling(ctx, n.codeHash(f.Code))
		return err
	})
}
