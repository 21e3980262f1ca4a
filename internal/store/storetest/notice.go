package storetest

import (
	"context"
	"testing"

	"github.com/entente-net/entente/internal/store"
)

// notices: each thing once for each person, what was looked at, and letters that one process alone sends.
func notices(t *testing.T, ctx context.Context, tx *store.Tx) error {
	x := store.AddNoticeParams{Person: "vantor", Mark: "waits/1", Kind: "waits", Law: "northgate", Article: "7", Ref: "case", Due: 9, At: 3}
	for _, want := range []func(*testing.T, string, int64, error){wantOne, wantNone} {
		n, err := tx.AddNotice(ctx, x)
		want(t, "AddNotice", n, err)
	}
	x.Person = "tal"
	n, err := tx.AddNotice(ctx, x)
	wantOne(t, "AddNotice for another", n, err)
	list, err := tx.ListNotices(ctx, store.ListNoticesParams{Person: "vantor", Before: 1 << 62, MaxRows: 10})
	if err != nil || len(list) != 1 || list[0].Article != "7" || list[0].Due != 9 || list[0].Seen != 0 {
		t.Errorf("notices: %+v, %v", list, err)
		return err
	}
	if n, err := tx.CountUnseenNotices(ctx, "vantor"); err != nil || n != 1 {
		t.Errorf("unseen: %d, %v", n, err)
	}
	if n, err := tx.HasNotice(ctx, store.HasNoticeParams{Person: "vantor", Mark: "waits/2"}); err != nil || n != 0 {
		t.Errorf("what nobody was told is there: %d, %v", n, err)
	}
	n, err = tx.SeeNotices(ctx, store.SeeNoticesParams{At: 4, Person: "vantor", Upto: list[0].ID})
	wantOne(t, "SeeNotices", n, err)
	if n, err := tx.CountUnseenNotices(ctx, "tal"); err != nil || n != 1 {
		t.Errorf("another's were seen too: %d, %v", n, err)
	}
	if _, err := tx.GetNoticeSetting(ctx, "vantor"); !store.Missing(err) {
		t.Errorf("a setting that nobody made: %v", err)
	}
	for _, mode := range []string{"now", "daily"} {
		if err := tx.PutNoticeSetting(ctx, store.PutNoticeSettingParams{Person: "vantor", Address: "v@court.example", Mode: mode, Lang: "en"}); err != nil {
			return err
		}
	}
	for _, want := range []func(*testing.T, string, int64, error){wantOne, wantNone} {
		n, err := tx.MarkDigested(ctx, store.MarkDigestedParams{Now: 5, Person: "vantor", Was: 0})
		want(t, "MarkDigested", n, err)
	}
	if s, err := tx.GetNoticeSetting(ctx, "vantor"); err != nil || s.Mode != "daily" || s.Digested != 5 {
		t.Errorf("setting: %+v, %v", s, err)
	}
	if err := tx.AddLetter(ctx, store.AddLetterParams{Person: "vantor", Address: "v@court.example", Body: "x", Due: 5}); err != nil {
		return err
	}
	due, err := tx.ListDueLetters(ctx, store.ListDueLettersParams{Now: 5, MaxRows: 10})
	if err != nil || len(due) != 1 || due[0].Tries != 0 {
		t.Errorf("letters: %+v, %v", due, err)
		return err
	}
	for _, want := range []func(*testing.T, string, int64, error){wantOne, wantNone} {
		n, err := tx.ClaimLetter(ctx, store.ClaimLetterParams{Later: 60, ID: due[0].ID, Was: 5})
		want(t, "ClaimLetter", n, err)
	}
	if due, err := tx.ListDueLetters(ctx, store.ListDueLettersParams{Now: 60, MaxRows: 10}); err != nil || len(due) != 1 || due[0].Tries != 1 {
		t.Errorf("a letter that was not taken: %+v, %v", due, err)
	}
	if err := tx.DropLetter(ctx, due[0].ID); err != nil {
		return err
	}
	due, err = tx.ListDueLetters(ctx, store.ListDueLettersParams{Now: 60, MaxRows: 10})
	if len(due) != 0 {
		t.Errorf("a letter that was sent stays: %+v", due)
	}
	return err
}
