package node

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/keystore"
	"github.com/entente-net/entente/internal/store"
)

// Filing is a case as whoever holds its code sees it.
type Filing struct {
	Code      AccessCode
	Confirmed bool
	Given     bool // an office gave the code, for what it was told by word of mouth
	Case      casework.CaseID
	Agreement agreement.ID
	Filed     time.Time
	Offices   []agreement.Actor // in whose name it was entered
	View      *CaseView         // nil: home has not answered yet, or refused it
	Offers    []Offer           // what the person may do now
	Acts      []ActView
	who       Who
}

// Who is the person of the case: for forms and for telling the case in words. It opens nothing by itself.
func (f *Filing) Who() Who { return f.who }

// OpenFiling opens a mailbox. Every code that opens none gets the same answer, in the same time; see guesses.
func (n *Node) OpenFiling(ctx context.Context, code string) (*Filing, error) {
	row, c, err := n.filingOf(ctx, code)
	if err != nil {
		return nil, err
	}
	secret, err := n.vault.Decrypt(keystore.Compartment(caseCompartment(row.CaseID)), aboutSecret(row.CaseID), row.Secret)
	if fault.CodeOf(err) == fault.Erased {
		return nil, noSuchCode() // its row goes with the next sweep
	} else if err != nil {
		return nil, err
	}
	f := &Filing{Code: c, Confirmed: row.Confirmed, Given: row.Given, Case: row.CaseID, Filed: row.Created.Time()}
	d, err := n.dealOfCase(ctx, row.CaseID)
	if fault.CodeOf(err) == fault.NotFound { // home has not answered yet
		d, err = n.dealOf(row.Agreement)
	}
	if err != nil {
		return nil, err
	}
	err = n.withFile(ctx, d, row.CaseID, func(file *file) error {
		d = file.d
		f.Agreement = d.id
		if file.c == nil {
			f.who = n.filer(d, row.Code, secret, row.CaseID, nil)
			return nil
		}
		f.Filed = file.c.Opened
		f.Offices = n.offices(d.model, file.c.Procedure, file.c.Sides)
		f.who = n.filer(d, row.Code, secret, row.CaseID, f.Offices)
		f.look(n, file)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if f.View == nil {
		n.files.drop(row.CaseID)
	}
	f.Acts, err = n.actsOf(ctx, d, row.CaseID)
	if f.View != nil {
		f.View.Acts = f.Acts
	}
	return f, err
}

// look shows what the offices that entered the case were told and what the person gave, and nothing that reached the same
// people because of another part that they have in it.
func (f *Filing) look(n *Node, file *file) {
	now, c := n.Now(), file.c
	v := &CaseView{CaseLine: n.lineOf(file, f.who), Case: c, Home: file.home(), Dispute: file.dispute, Values: map[agreement.FieldID]any{}, Withheld: map[agreement.FieldID]error{}}
	told := f.told(c)
	for field := range c.Given {
		share, why := f.sees(told, n.party, field, now)
		if why != nil {
			v.Withheld[field] = why
			continue
		}
		val, ok := file.shown(share, field)
		if !ok {
			v.Withheld[field] = fault.New(fault.PeerAway, "the field %s has not come yet", field).Mend("look again later")
			continue
		}
		v.Values[field] = val
	}
	for _, o := range n.optionsOf(file, f.who) {
		role := agreement.RoleID("")
		for _, by := range o.Step.By {
			if by.Side == o.Side && slices.Contains(f.Offices, by) && role == "" {
				role = by.Role
			}
		}
		if role != "" {
			f.Offers = append(f.Offers, Offer{Option: o, Role: role})
		}
	}
	v.Mine = len(f.Offers) > 0
	f.View = v
}

// Told is the case with those shares alone that open something to the offices that entered it, so that whoever asks what
// the person sees is answered for no other part of theirs.
func (f *Filing) Told() *casework.Case {
	if f.View == nil {
		return nil
	}
	return f.told(f.View.Case)
}

func (f *Filing) told(c *casework.Case) *casework.Case {
	p := *c.Procedure
	p.Shares = nil
	for _, s := range c.Procedure.Shares {
		s.With = slices.DeleteFunc(slices.Clone(s.With), func(a agreement.Actor) bool { return !slices.Contains(f.Offices, a) })
		if len(s.With) > 0 {
			p.Shares = append(p.Shares, s)
		}
	}
	out := *c
	out.Procedure = &p
	out.Given = maps.Clone(c.Given)
	return &out
}

// sees is what the person sees of a field: an office's share of it, nil where their side gave it.
func (f *Filing) sees(told *casework.Case, party agreement.PartyID, field agreement.FieldID, now time.Time) (*agreement.Share, error) {
	by := &told.Taken[told.Given[field]]
	ours := slices.ContainsFunc(f.Offices, func(a agreement.Actor) bool { return a.Side == by.Side && by.Party == party })
	var why error
	for _, a := range f.Offices {
		share, err := told.Grant(casework.Actor{Party: party, Role: a.Role}, field, now)
		if err == nil && (share != nil || ours) {
			return share, nil
		}
		if err != nil {
			why = err
		}
	}
	if why == nil {
		why = fault.Refuse(fault.NotShared, string(told.Procedure.Article), "no share opens the field %s to you", field)
	}
	return nil, why
}

// filingOf finds the row of a code, within the bounds that keep codes from being guessed.
func (n *Node) filingOf(ctx context.Context, typed string) (store.Filing, AccessCode, error) {
	from := callerOf(ctx)
	if err := n.guesses.may(from, time.Now()); err != nil {
		return store.Filing{}, "", err
	}
	began := time.Now()
	code, ok := ParseCode(typed)
	row, err := n.filingRow(ctx, code) // also for what is no code, so that it takes as long
	if err == nil && ok {
		return row, code, nil
	}
	if err != nil && fault.CodeOf(err) != fault.NotFound {
		return store.Filing{}, "", err
	}
	n.guesses.wrong(from, time.Now())
	wait := time.NewTimer(time.Until(began.Add(wrongTakes)))
	defer wait.Stop()
	select {
	case <-wait.C:
	case <-ctx.Done():
	case <-n.running.Done():
	}
	return store.Filing{}, "", noSuchCode()
}

func noSuchCode() error {
	return fault.New(fault.NotFound, "this code opens no mailbox here").
		Mend("compare it with your note, group by group; what was filed may also have been destroyed when its time was over")
}
