package synth

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// Case is a case as all its parties together know it.
type Case struct {
	ID      casework.CaseID
	Engine  *casework.Case
	Entries []*Entry
	Pending []*Entry // without a receipt
	Refused []*Refused

	home    agreement.PartyID
	gone    map[agreement.PartyID][]agreement.FieldID // destroyed on the party's node
	goneAll map[agreement.PartyID]bool
}

// Entry is one act with its receipt, and who has what of it.
type Entry struct {
	Act         *seal.SignedAct
	Receipt     *seal.SignedReceipt
	Relay       *seal.SignedRelay
	Disclosures map[string]string // by field
	Deliveries  []Delivery
	opened      map[agreement.PartyID][]audit.Opening
}

// Delivery is fields on their way from the author's node to another.
type Delivery struct {
	To     agreement.PartyID
	Fields []string
	When   time.Time
}

// Refused is an act that home refused.
type Refused struct {
	Act     *seal.SignedAct
	Refusal *seal.SignedRefusal
}

// Action is what somebody does. The zero value of a member means what is usual.
type Action struct {
	Step        agreement.StepID
	Side        agreement.SideID
	Party       agreement.PartyID
	Role        agreement.RoleID
	Person      string
	Values      map[agreement.FieldID]any
	Ground      string
	Key         seal.PrivateKey // the person's own
	NodeKey     seal.PrivateKey // signs in place of the party's node key
	Anyway      bool            // the engine is not asked
	Held        time.Time       // the depositary held the act at this instant
	Made        time.Time       // the author's clock, if it is not now
	Edit        func(*seal.Act)
	EditReceipt func(*seal.Receipt)
}

func agreementCase(text seal.Digest) casework.CaseID { return audit.AgreementCase(text) }

func (w *World) newCase(id casework.CaseID) *Case {
	return &Case{ID: id, gone: map[agreement.PartyID][]agreement.FieldID{}, goneAll: map[agreement.PartyID]bool{}}
}

// Open begins a case of a procedure.
func (w *World) Open(p agreement.ProcedureID, sides map[agreement.SideID]agreement.PartyID, x Action) (*Case, error) {
	var id [16]byte
	if _, err := w.random.Read(id[:]); err != nil {
		return nil, err
	}
	c := w.newCase(casework.CaseID(fmt.Sprintf("%x", id)))
	c.home = casework.HomeOf(w.Model, w.Model.Procedure(p), sides)
	a, disclosed, err := w.act(c, p, x)
	if err != nil {
		return nil, err
	}
	for s, party := range sides {
		a.Sides = append(a.Sides, seal.Binding{Party: string(party), Side: string(s)})
	}
	slices.SortFunc(a.Sides, func(x, y seal.Binding) int {
		if x.Side < y.Side {
			return -1
		}
		return 1
	})
	mv, err := w.move(a, x)
	if err != nil {
		return nil, err
	}
	if c.Engine, err = casework.Open(w.Model, c.ID, p, sides, mv); err != nil {
		return nil, err
	}
	w.Cases = append(w.Cases, c)
	return c, w.enter(c, a, x, disclosed)
}

// Do lets somebody take a step.
func (w *World) Do(c *Case, x Action) error {
	a, disclosed, err := w.act(c, c.Engine.Procedure.ID, x)
	if err != nil {
		return err
	}
	if !x.Anyway {
		mv, err := w.move(a, x)
		if err != nil {
			return err
		}
		n, err := c.Engine.Take(mv)
		if err != nil {
			return err
		}
		c.Engine = n
	}
	return w.enter(c, a, x, disclosed)
}

// act writes an act and the disclosures that go with it.
func (w *World) act(c *Case, p agreement.ProcedureID, x Action) (seal.Act, map[string]string, error) {
	a := w.blank(c, x.Party, seal.KindStep)
	a.Procedure, a.Step, a.Side, a.Role = string(p), string(x.Step), string(x.Side), string(x.Role)
	a.Person, a.Ground = x.Person, x.Ground
	if a.Person == "" {
		a.Person = "p-" + string(x.Party) + "-" + string(x.Role)
	}
	if !x.Made.IsZero() {
		a.Made = seal.TimeOf(x.Made)
	}
	if st := w.Model.Procedure(p).Step(x.Step); st != nil {
		a.Article = string(st.Article)
	}
	disclosed := map[string]string{}
	values := casework.WithCoarser(w.Model, w.Model.Procedure(p), x.Values)
	for _, f := range slices.Sorted(maps.Keys(values)) {
		d, g, err := seal.Commit(string(f), values[f], w.random)
		if err != nil {
			return a, nil, err
		}
		if disclosed[string(f)], err = d.Text(); err != nil {
			return a, nil, err
		}
		a.Gives = append(a.Gives, g)
	}
	return a, disclosed, nil
}

func (w *World) blank(c *Case, p agreement.PartyID, kind string) seal.Act {
	a := seal.Act{
		Agreement: w.Digest, Case: string(c.ID), Kind: kind, Made: seal.TimeOf(w.Now), Model: w.Hash, Nonce: w.nonce(), Party: string(p),
		Type: seal.TypeAct, World: w.Model.World,
	}
	if n := len(c.Entries); n > 0 {
		a.Basis = c.Entries[n-1].Receipt.Digest()
	}
	if w.Own != nil && c != w.Own && len(w.Own.Entries) > 0 {
		a.Head = w.Own.Entries[len(w.Own.Entries)-1].Receipt.Digest()
	}
	return a
}

func (w *World) move(a seal.Act, x Action) (casework.Move, error) {
	mv := casework.Move{
		Step: x.Step, Side: x.Side, Party: x.Party, Role: x.Role, Person: casework.Pseudonym(a.Person), Ground: x.Ground,
		Personal: !x.Key.IsZero(), Received: w.Now, Proved: x.Held,
	}
	var names []agreement.FieldID
	for _, g := range a.Gives {
		names = append(names, agreement.FieldID(g.Field))
	}
	err := mv.Commits(w.Model, w.Model.Procedure(agreement.ProcedureID(a.Procedure)), names, x.Values)
	return mv, err
}

// enter signs the act, lets home receipt it, and logs both wherever they are known.
func (w *World) enter(c *Case, a seal.Act, x Action, disclosed map[string]string) error {
	if x.Edit != nil {
		x.Edit(&a)
	}
	node := w.Nodes[x.Party].Sign
	if !x.NodeKey.IsZero() {
		node = x.NodeKey
	}
	signed, err := seal.SignAct(a, node, x.Key)
	if err != nil {
		return err
	}
	e := &Entry{Act: signed, Disclosures: disclosed, opened: map[agreement.PartyID][]audit.Opening{}}
	if !x.Held.IsZero() {
		if e.Relay, err = seal.SignRelay(seal.Relay{
			Act: signed.Digest(), Agreement: w.Digest, By: string(Secretariat), Case: string(c.ID), Held: seal.TimeOf(x.Held), World: w.Model.World,
		}, w.Nodes[Secretariat].Sign); err != nil {
			return err
		}
	}
	if err := w.receipt(c, e, x.EditReceipt); err != nil {
		return err
	}
	c.Entries = append(c.Entries, e)
	w.log(c, e)
	w.deliver(c)
	return nil
}

func (w *World) receipt(c *Case, e *Entry, edit func(*seal.Receipt)) error {
	rc := seal.Receipt{
		Act: e.Act.Digest(), Agreement: w.Digest, Case: string(c.ID), Home: string(c.home), Number: uint64(len(c.Entries) + 1),
		Proved: seal.TimeOf(w.Now), Received: seal.TimeOf(w.Now), World: w.Model.World,
	}
	if n := len(c.Entries); n > 0 {
		rc.Before = c.Entries[n-1].Receipt.Digest()
	}
	if e.Relay != nil {
		rc.Evidence, rc.Proved = e.Relay.Digest(), e.Relay.Relay.Held
	}
	if edit != nil {
		edit(&rc)
	}
	var err error
	e.Receipt, err = seal.SignReceipt(rc, w.Nodes[agreement.PartyID(rc.Home)].Sign)
	return err
}

// members are the parties that hold a case.
func (w *World) members(c *Case) []agreement.PartyID {
	if c == w.Own {
		return Parties
	}
	return c.Engine.Parties()
}

func (w *World) log(c *Case, e *Entry) {
	kind := map[string]ledger.Kind{
		seal.KindStep: ledger.KindAct, seal.KindLapse: ledger.KindLapse, seal.KindErased: ledger.KindErasure, seal.KindStatement: ledger.KindSignature,
	}[e.Act.Act.Kind]
	for _, p := range w.members(c) {
		e.opened[p] = append(e.opened[p],
			w.append(p, kind, e.Act.Digest()), w.append(p, ledger.KindReceipt, e.Receipt.Digest()))
		if e.Relay != nil {
			e.opened[p] = append(e.opened[p], w.append(p, ledger.KindRelay, e.Relay.Digest()))
		}
	}
}

// deliver sends every field to whom a share now names, once.
func (w *World) deliver(c *Case) {
	if c.Engine == nil {
		return
	}
	for _, p := range c.Engine.Parties() {
		for _, f := range c.Engine.Entitled(p, w.Now) {
			e := c.giver(f)
			if e == nil || e.Act.Act.Party == string(p) || e.went(p, string(f)) {
				continue
			}
			e.Deliveries = append(e.Deliveries, Delivery{To: p, Fields: []string{string(f)}, When: w.Now})
		}
	}
}

// giver is the entry that gave a field last.
func (c *Case) giver(f agreement.FieldID) *Entry {
	for _, e := range slices.Backward(c.Entries) {
		if _, ok := e.Disclosures[string(f)]; ok {
			return e
		}
	}
	return nil
}

func (e *Entry) went(p agreement.PartyID, f string) bool {
	return slices.ContainsFunc(e.Deliveries, func(d Delivery) bool { return d.To == p && slices.Contains(d.Fields, f) })
}
