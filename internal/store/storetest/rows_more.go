package storetest

import (
	"context"
	"fmt"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

func disclosures(t *testing.T, ctx context.Context, tx *store.Tx) error {
	for i, f := range []agreement.FieldID{"person", "facts", "evidence"} {
		p := store.AddDisclosureParams{
			Act: "act", Field: f, CaseID: "c", Compartment: store.Compartment(fmt.Sprint("k", i/2)),
			Digest: "digest", Ciphertext: []byte{byte(i)}, Giver: i == 0,
		}
		n, err := tx.AddDisclosure(ctx, p)
		wantOne(t, "AddDisclosure", n, err)
		n, err = tx.AddDisclosure(ctx, p)
		wantNone(t, "AddDisclosure again", n, err)
	}
	for _, want := range []func(*testing.T, string, int64, error){wantOne, wantNone} {
		n, err := tx.AddSent(ctx, store.AddSentParams{Act: "act", Field: "person", Party: "belmark", CaseID: "c", At: 3})
		want(t, "AddSent", n, err)
	}
	if d, err := tx.GetDisclosure(ctx, store.GetDisclosureParams{Act: "act", Field: "person"}); err != nil || !d.Giver || d.Ciphertext[0] != 0 {
		t.Errorf("got %+v, %v", d, err)
	}
	if l, err := tx.ListSent(ctx, "act"); err != nil || len(l) != 1 || l[0].Party != "belmark" {
		t.Errorf("sent: %+v, %v", l, err)
	}
	if l, err := tx.ListCaseSent(ctx, "c"); err != nil || len(l) != 1 {
		t.Errorf("sent in the case: %+v, %v", l, err)
	}
	n, err := tx.DeleteCompartmentDisclosures(ctx, "k0")
	if n != 2 || err != nil {
		t.Errorf("deleted %d, %v", n, err)
	}
	if l, err := tx.ListCaseDisclosures(ctx, "c"); err != nil || len(l) != 1 || l[0].Field != "evidence" {
		t.Errorf("left: %+v, %v", l, err)
	}
	n, err = tx.DeleteDisclosure(ctx, store.DeleteDisclosureParams{Act: "act", Field: "evidence"})
	wantOne(t, "DeleteDisclosure", n, err)
	if err := tx.AddRead(ctx, store.AddReadParams{CaseID: "c", Act: "act", Field: "person", Person: "p", Role: "judge", At: 4}); err != nil {
		return err
	}
	reads, err := tx.ListReads(ctx, "c")
	if len(reads) != 1 || reads[0].Role != "judge" || reads[0].ID == 0 {
		t.Errorf("reads: %+v", reads)
	}
	return err
}

func deadlines(t *testing.T, ctx context.Context, tx *store.Tx) error {
	for _, d := range []store.PutDeadlineParams{
		{CaseID: "a", Clock: "review", Started: 1, Due: 10, Grace: 20, Status: casework.StatusRuns},
		{CaseID: "a", Clock: "paused", Started: 1, Due: 10, Grace: 10, Paused: 5, Status: casework.StatusRuns},
		{CaseID: "b", Clock: "review", Started: 1, Due: 5, Grace: 12, Status: casework.StatusSealed},
		{CaseID: "c", Clock: "review", Started: 1, Due: 3, Grace: 3, Status: casework.StatusStopped},
		{CaseID: "d", Clock: "review", Started: 1, Due: 50, Grace: 50, Silence: "erase", Article: "7", Status: casework.StatusRuns},
	} {
		if err := tx.PutDeadline(ctx, d); err != nil {
			return err
		}
	}
	for _, tc := range []struct {
		now  store.Micros
		want string
	}{{9, ""}, {10, "a"}, {12, "ba"}, {100, "bad"}} {
		l, err := tx.ListDeadlinesDue(ctx, store.ListDeadlinesDueParams{Now: tc.now, MaxRows: 10})
		got := ""
		for _, d := range l {
			got += string(d.CaseID)
		}
		if err != nil || got != tc.want {
			t.Errorf("due at %d: %q, %v; want %q", tc.now, got, err, tc.want)
		}
	}
	if l, err := tx.ListDeadlinesAhead(ctx, store.ListDeadlinesAheadParams{Now: 10, MaxRows: 10}); err != nil || len(l) != 1 || l[0].CaseID != "d" || l[0].Silence != "erase" || l[0].Article != "7" {
		t.Errorf("ahead: %+v, %v", l, err)
	}
	fire := store.FireDeadlineParams{CaseID: "a", Clock: "review", Started: 1, Was: casework.StatusRuns, Status: casework.StatusSealed, Fired: 11}
	n, err := tx.FireDeadline(ctx, fire)
	wantOne(t, "FireDeadline", n, err)
	n, err = tx.FireDeadline(ctx, fire)
	wantNone(t, "FireDeadline again", n, err)
	if err := tx.PutDeadline(ctx, store.PutDeadlineParams{CaseID: "a", Clock: "paused", Started: 1, Due: 15, Grace: 15, Extended: true, Status: casework.StatusRuns}); err != nil {
		return err
	}
	l, err := tx.ListDeadlines(ctx, "a")
	if err != nil || len(l) != 2 || l[0].Clock != "paused" || l[0].Due != 15 || !l[0].Extended || l[1].Fired != 11 {
		t.Errorf("got %+v, %v", l, err)
	}
	n, err = tx.DeleteDeadlines(ctx, "a")
	if n != 2 {
		t.Errorf("deleted %d", n)
	}
	return err
}

func erasures(t *testing.T, ctx context.Context, tx *store.Tx) error {
	for i, k := range []store.Compartment{"k1", "k2"} {
		p := store.AddErasureParams{Compartment: k, CaseID: "c", Fields: `["evidence"]`, Article: "7", Due: store.Micros(10 * (i + 1))}
		n, err := tx.AddErasure(ctx, p)
		wantOne(t, "AddErasure", n, err)
		n, err = tx.AddErasure(ctx, p)
		wantNone(t, "AddErasure again", n, err)
	}
	if l, err := tx.ListErasuresDue(ctx, store.ListErasuresDueParams{Now: 10, MaxRows: 9}); err != nil || len(l) != 1 || l[0].Compartment != "k1" {
		t.Errorf("due: %+v, %v", l, err)
	}
	n, err := tx.FinishErasure(ctx, store.FinishErasureParams{Compartment: "k1", Done: 11})
	wantOne(t, "FinishErasure", n, err)
	n, err = tx.FinishErasure(ctx, store.FinishErasureParams{Compartment: "k1", Done: 12})
	wantNone(t, "FinishErasure again", n, err)
	if l, err := tx.ListErasuresUnattested(ctx, 9); err != nil || len(l) != 1 || l[0].Done != 11 {
		t.Errorf("unattested: %+v, %v", l, err)
	}
	n, err = tx.SetErasureAttested(ctx, store.SetErasureAttestedParams{Compartment: "k1", Attested: "act"})
	wantOne(t, "SetErasureAttested", n, err)
	n, err = tx.SetErasureAttested(ctx, store.SetErasureAttestedParams{Compartment: "k1", Attested: "other"})
	wantNone(t, "SetErasureAttested again", n, err)
	if e, err := tx.GetErasure(ctx, "k1"); err != nil || e.Attested != "act" || e.Fields != `["evidence"]` {
		t.Errorf("got %+v, %v", e, err)
	}
	l, err := tx.ListErasures(ctx, "c")
	if len(l) != 2 {
		t.Errorf("%d erasures", len(l))
	}
	return err
}

func outbox(t *testing.T, ctx context.Context, tx *store.Tx) error {
	for i := range 6 {
		peer := agreement.PartyID([]string{"arland", "belmark"}[i%2])
		err := tx.PutOutbox(ctx, store.PutOutboxParams{Agreement: "a", Peer: peer, Kind: "act", Ref: fmt.Sprint(i), Body: []byte("b"), Created: store.Micros(i + 1)})
		if err != nil {
			return err
		}
	}
	next := store.NextOutboxParams{Agreement: "a", Peer: "arland", Now: 10, MaxRows: 10}
	l, err := tx.NextOutbox(ctx, next)
	if err != nil || len(l) != 3 || l[0].Ref != "0" || l[1].Ref != "2" || l[2].Ref != "4" {
		t.Errorf("next: %+v, %v", l, err)
		return err
	}
	n, err := tx.DoneOutbox(ctx, l[0].ID)
	wantOne(t, "DoneOutbox", n, err)
	n, err = tx.DoneOutbox(ctx, l[0].ID)
	wantNone(t, "DoneOutbox again", n, err)
	n, err = tx.DeferOutbox(ctx, store.DeferOutboxParams{ID: l[1].ID, NotBefore: 20})
	wantOne(t, "DeferOutbox", n, err)
	if l, err := tx.NextOutbox(ctx, next); err != nil || len(l) != 1 || l[0].Ref != "4" {
		t.Errorf("next while one is deferred: %+v, %v", l, err)
	}
	if counts, err := tx.CountOutbox(ctx); err != nil || len(counts) != 2 || counts[0].N != 2 || counts[0].Oldest != 3 || counts[1].N != 3 {
		t.Errorf("counts: %+v, %v", counts, err)
	}
	n, err = tx.WakeOutbox(ctx, store.WakeOutboxParams{Agreement: "a", Peer: "arland"})
	wantOne(t, "WakeOutbox", n, err)
	if l, err := tx.NextOutbox(ctx, next); err != nil || len(l) != 2 || l[0].Ref != "2" || l[0].Attempts != 1 {
		t.Errorf("next after waking: %+v, %v", l, err)
	}
	n, err = tx.DoneOutboxRef(ctx, store.DoneOutboxRefParams{Peer: "arland", Kind: "act", Ref: "4"})
	wantOne(t, "DoneOutboxRef", n, err)
	return err
}

func registers(t *testing.T, ctx context.Context, tx *store.Tx) error {
	const all = 10_000
	entries := make([]store.RegisterEntry, 0, all+3)
	for i := range all + 3 { // not a multiple of a statement's rows
		entries = append(entries, store.RegisterEntry{
			Agreement: "a", Register: "lost", Entry: fmt.Sprintf("e%05d", i), KeyHash: fmt.Append(nil, i), Body: []byte("body"),
			Version: "1", Added: 1, Expires: store.Micros(i % 2 * 50),
		})
	}
	for range 2 { // the second time in place of the first
		if err := tx.PutRegisterEntries(ctx, entries); err != nil {
			return err
		}
	}
	after, seen := "", 0
	for {
		l, err := tx.ListRegisterEntries(ctx, store.ListRegisterEntriesParams{Agreement: "a", Register: "lost", After: after, MaxRows: 1000})
		if err != nil {
			return err
		}
		if len(l) == 0 {
			break
		}
		seen += len(l)
		after = l[len(l)-1].Entry
	}
	if seen != all+3 {
		t.Errorf("%d entries", seen)
	}
	n, err := tx.StrikeRegisterEntry(ctx, store.StrikeRegisterEntryParams{Agreement: "a", Register: "lost", Entry: "e00000", Struck: 9})
	wantOne(t, "StrikeRegisterEntry", n, err)
	n, err = tx.StrikeRegisterEntry(ctx, store.StrikeRegisterEntryParams{Agreement: "a", Register: "lost", Entry: "e00000", Struck: 10})
	wantNone(t, "StrikeRegisterEntry again", n, err)
	if n, err := tx.CountRegisterEntries(ctx, store.CountRegisterEntriesParams{Agreement: "a", Register: "lost"}); err != nil || n != all+2 {
		t.Errorf("%d entries count, %v", n, err)
	}
	if l, err := tx.ListExpiredEntries(ctx, store.ListExpiredEntriesParams{Now: 50, MaxRows: 7}); err != nil || len(l) != 7 {
		t.Errorf("%d expired, %v", len(l), err)
	}
	if n, err := tx.DeleteExpiredEntries(ctx, 49); err != nil || n != 0 {
		t.Errorf("%d expired too early, %v", n, err)
	}
	if n, err := tx.DeleteExpiredEntries(ctx, 50); err != nil || n != all/2+1 {
		t.Errorf("%d expired, %v", n, err)
	}
	err = tx.PutRegisterEntry(ctx, store.PutRegisterEntryParams{Agreement: "a", Register: "lost", Entry: "new", KeyHash: []byte{1}, Body: []byte{2}, Version: "2"})
	if err != nil {
		return err
	}
	if n, err := tx.DeleteOtherVersions(ctx, store.DeleteOtherVersionsParams{Agreement: "a", Register: "lost", Version: "2"}); err != nil || n != all/2+2 {
		t.Errorf("%d of other versions, %v", n, err)
	}
	for _, v := range []string{"1", "2"} {
		if err := tx.PutRegisterVersion(ctx, store.PutRegisterVersionParams{Agreement: "a", Register: "lost", Version: v, Entries: 1, Loaded: 5}); err != nil {
			return err
		}
	}
	v, err := tx.GetRegisterVersion(ctx, store.GetRegisterVersionParams{Agreement: "a", Register: "lost"})
	if v.Version != "2" {
		t.Errorf("version %+v", v)
	}
	return err
}

func envelopes(t *testing.T, ctx context.Context, tx *store.Tx) error {
	for i := range 9 {
		p := store.AddEnvelopeParams{
			Digest: seal.Digest(fmt.Sprint("e", i)), Agreement: "a", Peer: "belmark", Direction: store.Incoming, Kind: "questions",
			Re: seal.Digest(fmt.Sprint("re", i/2)), Head: []byte("head"), Items: []byte("items"),
			Compartment: store.Compartment(fmt.Sprint("day", i/3)), Sent: store.Micros(i / 2), Expires: store.Micros(100 + i/3),
		}
		n, err := tx.AddEnvelope(ctx, p)
		wantOne(t, "AddEnvelope", n, err)
		n, err = tx.AddEnvelope(ctx, p)
		wantNone(t, "AddEnvelope again", n, err)
	}
	page := store.ListEnvelopesParams{Agreement: "a", MaxRows: 2}
	got := ""
	for {
		l, err := tx.ListEnvelopes(ctx, page)
		if err != nil {
			return err
		}
		if len(l) == 0 {
			break
		}
		for _, e := range l {
			got += string(e.Digest)
		}
		page.After, page.AfterDigest = l[len(l)-1].Sent, l[len(l)-1].Digest
	}
	if got != "e0e1e2e3e4e5e6e7e8" {
		t.Errorf("paged %s", got)
	}
	if l, err := tx.GetEnvelopeAnswering(ctx, store.GetEnvelopeAnsweringParams{Agreement: "a", Re: "re1", Since: 1}); err != nil || len(l) != 2 {
		t.Errorf("answering: %+v, %v", l, err)
	}
	if n, err := tx.ClearEnvelopeItems(ctx, "day0"); err != nil || n != 3 {
		t.Errorf("cleared %d, %v", n, err)
	}
	e, err := tx.GetEnvelope(ctx, "e0")
	if e.Items != nil || string(e.Head) != "head" {
		t.Errorf("got %+v", e)
	}
	return err
}

// awaited: what waits for whom, by until when, and which clocks ran out last.
func awaited(t *testing.T, ctx context.Context, tx *store.Tx) error {
	for i, c := range []casework.CaseID{"c3", "c1", "c2"} {
		for _, role := range []agreement.RoleID{"judge", "officer"} {
			if err := tx.PutAwaited(ctx, store.PutAwaitedParams{CaseID: c, Role: role, Name: "waiting", Due: store.Micros(i / 2), Barred: "p q"}); err != nil {
				return err
			}
		}
	}
	if err := tx.PutAwaited(ctx, store.PutAwaitedParams{CaseID: "c1", Role: "judge", Name: "waiting", Due: 9}); err != nil {
		return err
	}
	list, err := tx.ListAwaited(ctx, store.ListAwaitedParams{Name: "waiting", Role: "judge", After: -1, MaxRows: 9})
	if err != nil || len(list) != 3 || list[0].CaseID != "c3" || list[1].CaseID != "c2" || list[2].CaseID != "c1" || list[0].Barred != "p q" || list[2].Barred != "" {
		t.Errorf("%+v, %v", list, err)
	}
	list, err = tx.ListAwaited(ctx, store.ListAwaitedParams{Name: "waiting", Role: "judge", After: 0, AfterID: "c3", MaxRows: 1})
	if err != nil || len(list) != 1 || list[0].CaseID != "c2" {
		t.Errorf("the next: %+v, %v", list, err)
	}
	if err := tx.DropAwaited(ctx, "c2"); err != nil {
		return err
	}
	for most, want := range map[int32]int64{1: 1, 9: 2} {
		if n, err := tx.CountAwaited(ctx, store.CountAwaitedParams{Name: "waiting", Role: "officer", MaxRows: most}); err != nil || n != want {
			t.Errorf("%d counted of at most %d, %v", n, most, err)
		}
	}
	for i, c := range []casework.CaseID{"lapsed-1", "lapsed-2"} {
		if _, err := tx.AddCase(ctx, store.AddCaseParams{ID: c, Agreement: "text", Procedure: "hit"}); err != nil {
			return err
		}
		if err := tx.PutDeadline(ctx, store.PutDeadlineParams{CaseID: c, Clock: "decision", Started: 1, Fired: store.Micros(1)<<50 + store.Micros(i)}); err != nil {
			return err
		}
	}
	lapsed, err := tx.ListLapsed(ctx, 2)
	if err != nil || len(lapsed) != 2 || lapsed[0].CaseID != "lapsed-2" || lapsed[1].CaseID != "lapsed-1" || lapsed[0].Procedure != "hit" || lapsed[0].Agreement != "text" {
		t.Errorf("lapsed: %+v, %v", lapsed, err)
	}
	return nil
}

// search: cases by the codes of their words, which go with the field's key.
func search(t *testing.T, ctx context.Context, tx *store.Tx) error {
	for i, c := range []casework.CaseID{"5a01", "5a02", "5b01"} {
		if _, err := tx.AddCase(ctx, store.AddCaseParams{ID: c, Agreement: "text", Procedure: "hit", Updated: store.Micros(i + 1)}); err != nil {
			return err
		}
		for _, f := range []agreement.FieldID{"person", "facts"} {
			act := seal.Digest("search-" + c)
			if _, err := tx.AddDisclosure(ctx, store.AddDisclosureParams{Act: act, Field: f, CaseID: c, Compartment: store.Compartment("k/" + string(c) + "/" + string(f)), Digest: "d", Ciphertext: []byte{1}}); err != nil {
				return err
			}
			for range 2 { // twice is once
				if err := tx.AddWord(ctx, store.AddWordParams{Word: "voss", CaseID: c, Field: f}); err != nil {
					return err
				}
			}
		}
	}
	list, err := tx.ListWord(ctx, store.ListWordParams{Word: "voss", MaxRows: 9})
	if err != nil || len(list) != 3 || list[0].CaseID != "5b01" || list[2].CaseID != "5a01" || list[0].Procedure != "hit" || list[0].Agreement != "text" {
		t.Errorf("%+v, %v", list, err)
	}
	if list, err = tx.ListWord(ctx, store.ListWordParams{Word: "voss", MaxRows: 1}); err != nil || len(list) != 1 {
		t.Errorf("the first: %+v, %v", list, err)
	}
	for _, f := range []string{"person", "facts"} { // the last field takes the case along
		if err := tx.DropWords(ctx, store.DropWordsParams{CaseID: "5b01", Compartment: store.Compartment("k/5b01/" + f)}); err != nil {
			return err
		}
		list, err = tx.ListWord(ctx, store.ListWordParams{Word: "voss", MaxRows: 9})
		if want := map[string]int{"person": 3, "facts": 2}[f]; err != nil || len(list) != want {
			t.Errorf("after %s was dropped: %+v, %v", f, list, err)
		}
	}
	named, err := tx.ListCasesNamed(ctx, store.ListCasesNamedParams{First: "5a", Before: "5ag", MaxRows: 9})
	if err != nil || len(named) != 2 || named[0].ID != "5a01" || named[1].ID != "5a02" {
		t.Errorf("named: %+v, %v", named, err)
	}
	return nil
}
