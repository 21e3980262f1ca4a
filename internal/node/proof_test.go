package node_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// proved asks for the proof of an entry, and verifies it as a stranger would.
func (s *staged) proved(t *testing.T, party agreement.PartyID, index uint64) (ledger.Opening, *ledger.Proof) {
	t.Helper()
	n := s.Node(party)
	if _, err := n.Checkpoint(t.Context(), s.Agreement); err != nil {
		t.Fatal(err)
	}
	b, err := n.Prove(t.Context(), s.Agreement, index)
	if err != nil {
		t.Fatalf("entry %d of %s: %v", index, party, err)
	}
	p, err := ledger.DecodeProof(b)
	if err != nil {
		t.Fatal(err)
	}
	origin := ledger.Origin(agreement.WorldExercise, string(s.Agreement), string(party))
	key := s.Members[party].Home.Sign.PublicKey().Ed25519()
	o, c, err := p.Verify(origin, key)
	if err != nil || c.Size <= index || p.Index != index {
		t.Fatalf("entry %d of %s under %d entries: %v", index, party, c.Size, err)
	}
	if _, _, err := p.Verify(ledger.Origin(agreement.WorldExercise, string(s.Agreement), "secretariat"), key); err == nil {
		t.Fatal("the proof holds for another log")
	}
	if _, _, err := p.Verify(origin, s.Members["secretariat"].Home.Sign.PublicKey().Ed25519()); err == nil {
		t.Fatal("the proof holds under another key")
	}
	return o, p
}

func (s *staged) entry(t *testing.T, party agreement.PartyID, is func(node.Entry) bool) node.Entry {
	t.Helper()
	all, err := s.Node(party).Entries(t.Context(), s.Agreement, 1000)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(all, is)
	if i < 0 {
		t.Fatalf("no such entry among %d", len(all))
	}
	return all[i]
}

func TestEveryKindOfEntryIsProved(t *testing.T) {
	s := together(t)
	commits := func(party agreement.PartyID, index uint64, kind ledger.Kind, what seal.Digest) {
		t.Helper()
		o, _ := s.proved(t, party, index)
		if sum, err := what.Sum(); err != nil || o.Kind != kind || o.Commitment != sum {
			t.Fatalf("the entry %d opens to a %s of something else", index, o.Kind)
		}
	}

	// An act and its receipt, at home.
	id := s.requested(t)
	v, err := s.Node("belmark").Case(t.Context(), s.oren, id)
	if err != nil {
		t.Fatal(err)
	}
	commits("belmark", uint64(v.Acts[0].Log), ledger.KindAct, v.Acts[0].Digest)
	receipt := s.entry(t, "belmark", func(e node.Entry) bool { return e.Case == id && e.Kind == ledger.KindReceipt })
	if o, _ := s.proved(t, "belmark", receipt.Index); o.Kind != ledger.KindReceipt {
		t.Fatalf("a %s", o.Kind)
	}

	// Each question of a letter of several, on both sides.
	var reqs []node.AskRequest
	for i := range 5 {
		reqs = append(reqs, document(fmt.Sprint("Q", i)))
	}
	results, errs, err := s.Node("arland").AskMany(t.Context(), s.ivo, "belmark", reqs)
	if err != nil || len(results) != 5 {
		t.Fatalf("%v, %v", errs, err)
	}
	var places []uint64
	for _, r := range results {
		for _, party := range []agreement.PartyID{"arland", "belmark"} {
			index, found, err := s.Node(party).QuestionEntry(t.Context(), s.Agreement, r.Question)
			if err != nil || !found {
				t.Fatalf("the question is not in the log of %s: %v", party, err)
			}
			commits(party, index, ledger.KindQuestion, r.Question)
			if party == "arland" {
				places = append(places, index)
			}
		}
	}
	slices.Sort(places)
	if len(slices.Compact(places)) != 5 {
		t.Fatalf("five questions in the places %v", places)
	}

	// The change of a register: what it commits to is its version.
	done, err := s.Node("belmark").Import(t.Context(), s.Agreement, "stolen_documents", node.ImportCSV, "stolen.csv", strings.NewReader(stolen))
	if err != nil {
		t.Fatal(err)
	}
	changed := s.entry(t, "belmark", func(e node.Entry) bool { return e.Kind == ledger.KindRegister })
	commits("belmark", changed.Index, ledger.KindRegister, seal.DigestOf([]byte("stolen_documents\n"+done.Version)))

	// A proof that was meddled with proves nothing.
	_, p := s.proved(t, "belmark", changed.Index)
	for name, meddle := range map[string]func(*ledger.Proof){
		"another place": func(p *ledger.Proof) { p.Index++ },
		"another kind":  func(p *ledger.Proof) { p.Kind = ledger.KindAct },
		"another salt":  func(p *ledger.Proof) { p.Salt = "A" + p.Salt[1:len(p.Salt)-1] + "A" },
		"shorter path":  func(p *ledger.Proof) { p.Inclusion = p.Inclusion[1:] },
	} {
		q := *p
		q.Inclusion = slices.Clone(p.Inclusion)
		meddle(&q)
		_, _, err := q.Verify(ledger.Origin(agreement.WorldExercise, string(s.Agreement), "belmark"), s.Members["belmark"].Home.Sign.PublicKey().Ed25519())
		if err == nil {
			t.Errorf("%s: the proof still holds", name)
		}
	}
	for _, index := range []uint64{1 << 40, 1<<64 - 1} {
		if _, err := s.Node("belmark").Prove(t.Context(), s.Agreement, index); fault.CodeOf(err) != fault.NotFound {
			t.Errorf("entry %d: %v", index, err)
		}
	}
	if _, err := s.Node("belmark").Prove(t.Context(), "southgate", 0); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("%v", err)
	}
}

func TestReadingPersonalFieldsIsLogged(t *testing.T) {
	s := together(t)
	id := s.requested(t)
	n := s.Node("belmark")
	if _, err := n.Step(t.Context(), s.vantor, because(id, "authorise")); err != nil { // it opens the person to the prosecutor
		t.Fatal(err)
	}
	err := s.Await(t.Context(), func() (bool, error) { // Arland sends it now
		_, err := n.Field(t.Context(), s.oren, id, "person")
		return err == nil, err
	})
	if err != nil {
		t.Fatal(err)
	}
	reads := func() (fields []agreement.FieldID) {
		t.Helper()
		all, err := n.Reads(t.Context(), s.Agreement, 1000)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range all {
			if r.Case == id {
				if r.Person != "oren" {
					t.Fatalf("%s read it", r.Person)
				}
				fields = append(fields, r.Field)
			}
		}
		slices.Sort(fields)
		return fields
	}
	before := len(reads())
	if _, err := n.Field(t.Context(), s.oren, id, "person"); err != nil {
		t.Fatal(err)
	}
	after := reads()
	if len(after) != before+1 || !slices.Contains(after, "person") {
		t.Fatalf("read: %v, %d before", after, before)
	}
	e := s.entry(t, "belmark", func(e node.Entry) bool { return e.Kind == ledger.KindRead })
	if e.Case != id || e.Count != 1 {
		t.Fatalf("%+v", e)
	}
	if o, _ := s.proved(t, "belmark", e.Index); o.Kind != ledger.KindRead {
		t.Fatalf("a %s", o.Kind)
	}
	// What is refused is not read.
	size := func() uint64 {
		v, err := n.Ledger(t.Context(), s.Agreement, 1)
		if err != nil {
			t.Fatal(err)
		}
		return v.Size
	}
	was := size()
	for field, code := range map[agreement.FieldID]fault.Code{"evidence": fault.NotShared, "shoe_size": fault.FieldUnknown} {
		if _, err := n.Field(t.Context(), s.vantor, id, field); fault.CodeOf(err) != code {
			t.Errorf("%s: %v", field, err)
		}
		if _, err := n.Field(t.Context(), s.registrar, id, field); fault.CodeOf(err) != fault.NotFound { // who has no part in the case
			t.Errorf("%s: %v", field, err)
		}
	}
	if _, err := n.Field(t.Context(), s.oren, "0123", "person"); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("%v", err)
	}
	if got := size(); got != was || len(reads()) != len(after) {
		t.Errorf("the log grew from %d to %d entries by what was refused", was, got)
	}
}

func TestEvidenceHoldsEveryLetter(t *testing.T) {
	ctx := context.Background()
	s := alone(t, nil)
	ask := func(number string) error {
		_, err := s.Node("arland").Ask(ctx, s.ivo, document(number))
		return err
	}
	for i := range 7 {
		if err := ask(fmt.Sprint("P", i)); err != nil {
			t.Fatal(err)
		}
	}
	s.Members["belmark"].Proxy.Cut()
	if err := ask("P99"); fault.CodeOf(err) != fault.PeerAway { // asked, and never answered: it stays evidence
		t.Fatalf("over a cut line: %v", err)
	}
	s.Members["belmark"].Proxy.Mend()
	err := s.Await(ctx, func() (bool, error) { err := ask("P100"); return err == nil, err })
	if err != nil {
		t.Fatal(err)
	}
	for party, want := range map[agreement.PartyID]struct{ questions, answers uint64 }{"arland": {9, 8}, "belmark": {8, 8}, "secretariat": {0, 0}} {
		var b bytes.Buffer
		if err := s.Node(party).Evidence(ctx, s.Agreement, &b); err != nil {
			t.Fatal(err)
		}
		r, err := audit.Replay(ctx, []audit.Input{{Name: string(party), From: &b}}, audit.Options{})
		if err != nil {
			t.Fatal(err)
		}
		// Tries to get through while the line came back may have left more questions behind.
		if q := r.Verified.Questions; q < want.questions || r.Verified.Answers != want.answers || party != "arland" && q != want.questions {
			t.Errorf("%s: %d questions and %d answers, want %+v", party, q, r.Verified.Answers, want)
		}
		if !r.Kept() {
			t.Errorf("%s: %+v", party, r.Findings)
		}
	}
	if err := s.Node("arland").Evidence(ctx, "southgate", &bytes.Buffer{}); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("%v", err)
	}
	if err := s.Node("arland").Evidence(ctx, s.Agreement, fullDisk{}); err == nil {
		t.Error("evidence on a full disk")
	}
	if err := ask("P101"); err != nil { // and the node goes on
		t.Error(err)
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) {
	return 0, fault.New(fault.StoreFull, "no room")
}
