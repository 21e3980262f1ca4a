package node

import (
	"context"
	"crypto/rand"
	"log/slog"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// enrolment is a judge of whom a node hears, step by step.
type enrolment struct {
	*Node
	d         *deal
	at        time.Time
	act       *seal.SignedAct // the judge's, after the enrolment
	says      *seal.SignedAct // of the agreement case: the enrolment
	receipt   *seal.SignedReceipt
	statement *seal.SignedStatement
}

func enrolled(t *testing.T) *enrolment {
	t.Helper()
	const world = agreement.WorldExercise
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	key := func(kind seal.KeyKind) seal.PrivateKey {
		t.Helper()
		k, err := seal.GenerateKey(kind, world, rand.Reader)
		must(err)
		return k
	}
	n, d := nodeWithout(t)
	n.world, n.log = world, slog.New(slog.DiscardHandler)
	d.id, d.caseID, d.modelHash = "northgate", AgreementCase(d.textHash), seal.DigestOf([]byte("model"))
	d.model = &agreement.Model{ID: d.id}
	e := &enrolment{Node: n, d: d, at: time.Date(2026, 6, 1, 8, 0, 0, 0, time.UTC)}
	party, registry, sign, sealing, judge := key(seal.KeyParty), key(seal.KeyAuthority), key(seal.KeyNode), key(seal.KeySeal), key(seal.KeyRole)
	ring := seal.NewKeyRing(world, string(d.id))
	must(ring.AddParty("belmark", party.PublicKey().String()))
	must(ring.AddAuthority("belmark", "court-registry", registry.PublicKey().String()))
	ring.Enrols("judge", "court-registry")
	card, err := seal.SignStatement(&seal.NodeCertificate{
		Epoch: 1, From: sealTime(e.at.AddDate(-1, 0, 0)), Until: sealTime(e.at.AddDate(1, 0, 0)), Party: "belmark", Scope: []string{seal.ScopeSeal, seal.ScopeSign},
		Sign: sign.PublicKey().String(), Seal: sealing.PublicKey().String(), Type: seal.TypeNodeCertificate, World: world,
	}, party)
	must(err)
	_, err = ring.Add(card)
	must(err)
	d.now.Store(&standing{ring: ring, head: seal.DigestOf([]byte("receipt 4")), number: 4})

	e.statement, err = MakeRoleCertificate(d.id, "belmark", "judge", "court-registry", judge.PublicKey(), seal.CustodyPerson, registry, e.at)
	must(err)
	draft := func(kind string, id casework.CaseID, step agreement.StepID) seal.Act {
		nonce, err := seal.NewNonce(rand.Reader)
		must(err)
		return seal.Act{
			Agreement: d.textHash, Article: "7", Case: string(id), Facts: []seal.Fact{}, Gives: []seal.Commitment{}, Key: sign.ID(), Kind: kind, Made: sealTime(e.at),
			Model: d.modelHash, Nonce: nonce, Party: "belmark", Procedure: "assistance", Sides: []seal.Binding{}, Step: string(step), Type: seal.TypeAct, World: world,
		}
	}
	a := draft(seal.KindStatement, d.caseID, StepEnrol)
	a.Procedure, a.Statement = string(ProcedureAgreement), string(e.statement.Encode())
	e.says, err = seal.SignAct(a, sign, seal.PrivateKey{})
	must(err)
	e.receipt, err = seal.SignReceipt(seal.Receipt{
		Act: e.says.Digest(), Agreement: d.textHash, Before: d.head(), Case: string(d.caseID), Home: "belmark", Key: sign.ID(), Number: 5,
		Proved: sealTime(e.at), Received: sealTime(e.at), Type: seal.TypeReceipt, World: world,
	}, sign)
	must(err)
	a = draft(seal.KindStep, casework.CaseID(hexOf(random(16))), "authorise")
	a.Head, a.Role, a.Person = e.receipt.Digest(), "judge", "p-someone"
	e.act, err = seal.SignAct(a, sign, judge)
	must(err)
	return e
}

// committed writes the enrolment into the database, as it is there before it has its effect.
func (e *enrolment) committed(t *testing.T) {
	t.Helper()
	err := e.db.Update(t.Context(), func(tx *store.Tx) error {
		if _, err := tx.AddCase(t.Context(), store.AddCaseParams{
			ID: e.d.caseID, Agreement: e.d.textHash, Procedure: ProcedureAgreement, Home: "belmark", Number: 5, LastReceipt: e.receipt.Digest(), Version: 1,
		}); err != nil {
			return err
		}
		_, err := tx.AddAct(t.Context(), store.AddActParams{
			Digest: e.says.Digest(), CaseID: e.d.caseID, Agreement: e.d.textHash, Kind: seal.KindStatement, Status: store.ActTaken, Number: 5, Author: "belmark",
			Body: e.says.Encode(), Receipt: e.receipt.Encode(), ReceiptDigest: e.receipt.Digest(), Received: store.MicrosOf(e.at),
		})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// An act that rests on an enrolment waits until the enrolment counts here: from before it comes until after it is committed, and
// at no instant between is it refused.
func TestAnActWaitsUntilTheEnrolmentCounts(t *testing.T) {
	e := enrolled(t)
	wait := func(when string) {
		t.Helper()
		if err := e.authentic(e.d, e.act, e.at); fault.CodeOf(err) != fault.Conflict {
			t.Errorf("%s: %v", when, err)
		}
	}
	wait("not heard of")
	e.committed(t)
	wait("committed, and without effect yet")
	before := e.d.now.Load()
	e.statementTaken(e.d, &e.says.Act, 5, e.receipt.Digest(), e.at)
	if err := e.authentic(e.d, e.act, e.at); err != nil {
		t.Errorf("enrolled: %v", err)
	}
	// Who looked the key up a moment before the enrolment had its effect asks no other state what that means.
	why := fault.New(fault.PersonalInvalid, "no certificate covers the key")
	if err := e.orBehind(e.d, before, &e.act.Act, why); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("looked up before: %v", err)
	}
	// A key that is missing after all that its author had seen is a false one.
	if err := e.orBehind(e.d, e.d.now.Load(), &e.act.Act, why); err != why { //nolint:errorlint // the very same
		t.Errorf("a false key: %v", err)
	}
	e.d.now.Store(&standing{ring: before.ring, head: seal.DigestOf([]byte("receipt 6")), number: 6})
	if err := e.authentic(e.d, e.act, e.at); fault.CodeOf(err) != fault.PersonalInvalid {
		t.Errorf("a false key, later: %v", err)
	}
}

// The same holds of the parties' signatures under the agreement: its author may have seen the last of them first.
func TestAnActWaitsUntilTheAgreementIsInForceHere(t *testing.T) {
	e := enrolled(t)
	e.d.parties = []agreement.PartyID{"arland", "belmark"}
	e.d.signed = map[agreement.PartyID]time.Time{"belmark": e.at}
	f := &file{d: e.d, id: casework.CaseID(e.act.Act.Case)}
	in := &incoming{signed: e.act, digest: e.act.Digest()}
	if err := e.checkAct(f, in, e.at); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("the last signature is on its way: %v", err)
	}
	e.d.now.Store(&standing{ring: e.d.ring(), head: e.act.Act.Head, number: 5})
	if err := e.checkAct(f, in, e.at); fault.CodeOf(err) != fault.NotInForce {
		t.Errorf("not signed by all: %v", err)
	}
}

// Where the line to the database broke before it said that it had committed, the next look finds what it holds.
func TestACommitOfWhichNothingWasHeardHasItsEffect(t *testing.T) {
	e := enrolled(t)
	e.committed(t)
	if err := e.withFile(context.Background(), e.d, e.d.caseID, func(*file) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if now := e.d.now.Load(); now.number != 5 || now.head != e.receipt.Digest() {
		t.Errorf("the agreement case stands at %d", now.number)
	}
	if err := e.authentic(e.d, e.act, e.at); err != nil {
		t.Error(err)
	}
}
