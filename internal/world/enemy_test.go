package world

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/keystore"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/peer"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// enemy is somebody with all keys of a party's node, who sends whatever they like over its own line.
type enemy struct {
	p     *play
	party agreement.PartyID
	home  *node.Home
	text  seal.Digest
	model seal.Digest
}

func (p *play) enemy(party agreement.PartyID) *enemy {
	p.t.Helper()
	home, err := node.OpenHome(p.Members[party].Dir)
	if err != nil {
		p.t.Fatal(err)
	}
	v, err := p.Node("secretariat").Agreement(context.Background(), p.Agreement)
	if err != nil {
		p.t.Fatal(err)
	}
	return &enemy{p: p, party: party, home: home, text: v.TextHash, model: v.ModelHash}
}

// dial opens the line of the enemy's party to another node.
func (e *enemy) dial(to agreement.PartyID) *peer.Client {
	e.p.t.Helper()
	m := e.p.Members[to]
	home, err := node.OpenHome(m.Dir)
	if err != nil {
		e.p.t.Fatal(err)
	}
	c := peer.Dial(e.home.Certificate, to, m.Listen, peer.PinOf(home.Certificate.Leaf), 15*time.Second)
	e.p.t.Cleanup(c.Close)
	return c
}

// envelope is the head of a letter that would be right.
func (e *enemy) envelope(to agreement.PartyID, kind string) seal.Envelope {
	e.p.t.Helper()
	nonce, err := seal.NewNonce(rand.Reader)
	if err != nil {
		e.p.t.Fatal(err)
	}
	return seal.Envelope{
		Agreement: e.text, From: string(e.party), Kind: kind, Nonce: nonce, Sent: seal.TimeOf(e.p.Now()), To: string(to), World: agreement.WorldExercise,
	}
}

func (e *enemy) letter(env seal.Envelope, items ...[]byte) []byte {
	e.p.t.Helper()
	l, err := seal.BuildLetter(env, items, e.home.Sign)
	if err != nil {
		e.p.t.Fatal(err)
	}
	return l.Encode()
}

// post sends one item and gives the acknowledgement, which carries the other node's signature.
func (e *enemy) post(to agreement.PartyID, item *seal.Post) *seal.Ack {
	e.p.t.Helper()
	return e.raw(to, item.Encode())
}

func (e *enemy) raw(to agreement.PartyID, item []byte) *seal.Ack {
	e.p.t.Helper()
	answer, err := e.dial(to).Send(context.Background(), e.letter(e.envelope(to, seal.LetterPost), item))
	if err != nil {
		e.p.t.Fatalf("the letter itself was refused: %v", err)
	}
	l, err := seal.DecodeLetter(answer)
	if err != nil || len(l.Items) != 1 {
		e.p.t.Fatalf("%d acknowledgements: %v", len(l.Items), err)
	}
	ack, err := seal.DecodeAck(l.Items[0])
	if err != nil {
		e.p.t.Fatal(err)
	}
	return ack
}

// last gives the last receipt of a case at a node.
func (p *play) last(party agreement.PartyID, id casework.CaseID) (row store.CaseFile) {
	p.t.Helper()
	err := p.Members[party].DB.View(context.Background(), func(tx *store.Tx) (err error) {
		row, err = tx.GetCase(context.Background(), id)
		return err
	})
	if err != nil && !store.Missing(err) && fault.CodeOf(err) != fault.NotFound {
		p.t.Fatal(err)
	}
	return row
}

// act begins an act of the enemy's party that a case would take as it is now.
func (e *enemy) act(id casework.CaseID, step agreement.StepID, side agreement.SideID, role agreement.RoleID) seal.Act {
	e.p.t.Helper()
	nonce, err := seal.NewNonce(rand.Reader)
	if err != nil {
		e.p.t.Fatal(err)
	}
	a := seal.Act{
		Agreement: e.text, Case: string(id), Facts: []seal.Fact{}, Gives: []seal.Commitment{}, Kind: seal.KindStep, Made: seal.TimeOf(e.p.Now()), Model: e.model,
		Nonce: nonce, Party: string(e.party), Person: "someone", Procedure: "assistance", Article: "7", Role: string(role), Side: string(side),
		Sides: []seal.Binding{}, Step: string(step), Type: seal.TypeAct, World: agreement.WorldExercise, Key: e.home.Sign.ID(),
		Head: e.p.last("secretariat", node.AgreementCase(e.text)).LastReceipt,
	}
	for _, m := range e.p.Members {
		if m.Serving == nil {
			continue
		}
		if row := e.p.last(m.Party, id); row.LastReceipt != "" {
			a.Basis = row.LastReceipt
		}
	}
	return a
}

// gives commits to values, and returns what opens the commitments.
func (e *enemy) gives(a *seal.Act, v fields) (open []string) {
	e.p.t.Helper()
	for _, f := range slices.Sorted(maps.Keys(v)) {
		d, c, err := seal.Commit(string(f), v[f], rand.Reader)
		if err != nil {
			e.p.t.Fatal(err)
		}
		text, err := d.Text()
		if err != nil {
			e.p.t.Fatal(err)
		}
		a.Gives = append(a.Gives, c)
		open = append(open, text)
	}
	return open
}

// sign signs with the node's key, and with a role key where one is given.
func (e *enemy) sign(a seal.Act, role ...seal.PrivateKey) *seal.SignedAct {
	e.p.t.Helper()
	var personal seal.PrivateKey
	if len(role) > 0 {
		personal = role[0]
	}
	s, err := seal.SignAct(a, e.home.Sign, personal)
	if err != nil {
		e.p.t.Fatal(err)
	}
	return s
}

// bundle seals openings for a recipient.
func (e *enemy) bundle(s *seal.SignedAct, to agreement.PartyID, open ...string) *seal.SealedBundle {
	e.p.t.Helper()
	home, err := node.OpenHome(e.p.Members[to].Dir)
	if err != nil {
		e.p.t.Fatal(err)
	}
	b, err := seal.SealBundle(&seal.Bundle{
		Act: s.Digest(), Agreement: e.text, Case: s.Act.Case, Disclosures: open, From: string(e.party), To: string(to), Type: seal.TypeBundle, World: agreement.WorldExercise,
	}, home.Seal.PublicKey())
	if err != nil {
		e.p.t.Fatal(err)
	}
	return b
}

// receipt is the enemy's word, as a home, that an act has a place.
func (e *enemy) receipt(s *seal.SignedAct, number uint64, before seal.Digest, received time.Time) *seal.SignedReceipt {
	e.p.t.Helper()
	r, err := seal.SignReceipt(seal.Receipt{
		Act: s.Digest(), Agreement: e.text, Before: before, Case: s.Act.Case, Home: string(e.party), Number: number,
		Proved: seal.TimeOf(received), Received: seal.TimeOf(received), World: agreement.WorldExercise,
	}, e.home.Sign)
	if err != nil {
		e.p.t.Fatal(err)
	}
	return r
}

// standing is all that the nodes hold of their cases: what an attack must leave as it is.
func (p *play) standing(parties ...agreement.PartyID) string {
	p.t.Helper()
	ctx := context.Background()
	var b strings.Builder
	for _, party := range parties {
		m := p.Members[party]
		err := m.DB.View(ctx, func(tx *store.Tx) error {
			rows, err := tx.ListCases(ctx, store.ListCasesParams{Before: 1 << 62, MaxRows: 500})
			if err != nil {
				return err
			}
			for _, r := range rows {
				disclosures, err := tx.ListCaseDisclosures(ctx, r.ID)
				if err != nil {
					return err
				}
				fmt.Fprintf(&b, "%s: %s %s %q number %d, last %s, %d disclosures\n", party, r.ID, r.Procedure, r.State, r.Number, r.LastReceipt, len(disclosures))
			}
			return nil
		})
		if err != nil {
			p.t.Fatal(err)
		}
	}
	return b.String()
}

// refused wants a refusal with its code and the article that it cites.
func refused(t *testing.T, what string, err error, code fault.Code, article string) {
	t.Helper()
	if err == nil {
		t.Errorf("%s: it was done", what)
		return
	}
	e := &fault.Error{}
	if f, ok := err.(*fault.Error); ok {
		e = f
	}
	if fault.CodeOf(err) != code || e.Article != article {
		t.Errorf("%s: %s of Article %q, not %s of Article %q: %v", what, fault.CodeOf(err), e.Article, code, article, err)
	}
	if e.Message == "" {
		t.Errorf("%s: the refusal says nothing", what)
	}
}

// acked wants an item's acknowledgement to refuse it.
func acked(t *testing.T, what string, a *seal.Ack, code fault.Code, article string) {
	t.Helper()
	if fault.Code(a.Code) != code || a.Article != article {
		t.Errorf("%s: acknowledged with %q of Article %q, not %q of Article %q: %s", what, a.Code, a.Article, code, article, a.Message)
	}
}

// verdict waits for home's written refusal of an act, as it keeps it.
func (p *play) verdict(t *testing.T, what string, home agreement.PartyID, s *seal.SignedAct, code fault.Code, article string) {
	t.Helper()
	ctx := context.Background()
	var row store.Act
	err := p.Members[home].DB.View(ctx, func(tx *store.Tx) (err error) {
		row, err = tx.GetAct(ctx, s.Digest())
		return err
	})
	if err != nil {
		t.Errorf("%s: %s keeps nothing of it: %v", what, home, err)
		return
	}
	if row.Status != store.ActRefused {
		t.Errorf("%s: the act is %s", what, row.Status)
		return
	}
	r, err := seal.DecodeSignedRefusal(row.Refusal)
	if err != nil {
		t.Errorf("%s: %v", what, err)
		return
	}
	if fault.Code(r.Refusal.Code) != code || r.Refusal.Article != article {
		t.Errorf("%s: refused with %s of Article %q, not %s of Article %q: %s", what, r.Refusal.Code, r.Refusal.Article, code, article, r.Refusal.Message)
	}
}

// disclosed wants so many disclosures of a field of a case in a node's database.
func (p *play) disclosed(party agreement.PartyID, id casework.CaseID, field agreement.FieldID, want int) {
	p.t.Helper()
	ctx := context.Background()
	n := 0
	err := p.Members[party].DB.View(ctx, func(tx *store.Tx) error {
		rows, err := tx.ListCaseDisclosures(ctx, id)
		for _, r := range rows {
			if r.Field == field {
				n++
			}
		}
		return err
	})
	if err != nil || n != want {
		p.t.Errorf("%s keeps %d disclosures of %s, not %d: %v", party, n, field, want, err)
	}
}

func caseOf(s *seal.SignedAct) casework.CaseID { return casework.CaseID(s.Act.Case) }

func itoa(n uint64) string { return fmt.Sprint(n) }

// opening reads from a giver's own database what opens one of its commitments.
func (p *play) opening(party agreement.PartyID, s *seal.SignedAct, field agreement.FieldID) (text string, err error) {
	ctx := context.Background()
	var rows []store.Disclosure
	err = p.Members[party].DB.View(ctx, func(tx *store.Tx) error {
		rows, err = tx.ListDisclosures(ctx, s.Digest())
		return err
	})
	if err != nil {
		return "", err
	}
	vault, err := keystore.Open(filepath.Join(p.Members[party].Dir, node.DirVault))
	if err != nil {
		return "", err
	}
	defer func() { _ = vault.Close() }()
	for _, r := range rows {
		if r.Field == field {
			b, err := vault.Decrypt(keystore.Compartment(r.Compartment), []byte("disclosure\n"+string(r.Act)+"\n"+string(r.Field)), r.Ciphertext)
			return string(b), err
		}
	}
	return "", fault.New(fault.NotFound, "no such disclosure")
}

func quietLog() *slog.Logger { return slog.New(slog.DiscardHandler) }

// queued takes a step whose home does not answer, and stops waiting as soon as the act is kept.
func (p *play) queued(party agreement.PartyID, who node.Who, req node.StepRequest) *node.StepResult {
	p.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	req.Once = fmt.Sprintf("queued-%d", time.Now().UnixNano())
	go func() {
		_ = p.Await(ctx, func() (bool, error) {
			err := p.Members[party].DB.View(ctx, func(tx *store.Tx) error {
				_, err := tx.GetMeta(ctx, "once/"+string(who.ID)+"/"+req.Once)
				return err
			})
			return err == nil, nil
		})
		cancel()
	}()
	res, err := p.Node(party).Step(ctx, who, req)
	if err != nil {
		p.t.Fatalf("%s: %v", req.Step, err)
	}
	if !res.Queued {
		p.t.Fatalf("%s: home has answered: %+v", req.Step, res)
	}
	return res
}
