package storetest

import (
	"context"
	"testing"

	"github.com/entente-net/entente/internal/store"
)

// pushes: a browser is told for as long as its session lasts, and one process alone sends.
func pushes(t *testing.T, ctx context.Context, tx *store.Tx) error {
	for _, s := range []string{"s1", "s2"} {
		if err := tx.AddSession(ctx, store.AddSessionParams{TokenHash: []byte(s), Person: "vantor", Kind: "cookie", Created: 1, Expires: 100}); err != nil {
			return err
		}
		if err := tx.PutPush(ctx, store.PutPushParams{Endpoint: "https://push/" + s, Person: "vantor", Session: []byte(s), Key: []byte{4}, Secret: []byte{5}, Lang: "en", Added: 2}); err != nil {
			return err
		}
	}
	if err := tx.PutPush(ctx, store.PutPushParams{Endpoint: "https://push/s1", Person: "vantor", Session: []byte("s1"), Key: []byte{6}, Secret: []byte{7}, Lang: "ar", Added: 3}); err != nil {
		return err
	}
	list, err := tx.ListPushes(ctx, store.ListPushesParams{Person: "vantor", Now: 99})
	if err != nil || len(list) != 2 || list[1].Lang != "ar" || list[1].Key[0] != 6 || list[1].Secret[0] != 7 || string(list[0].Session) != "s2" {
		t.Errorf("pushes: %+v, %v", list, err)
	}
	if list, err := tx.ListPushes(ctx, store.ListPushesParams{Person: "vantor", Now: 100}); err != nil || len(list) != 0 {
		t.Errorf("after the sessions: %+v, %v", list, err)
	}
	if list, err := tx.ListPushes(ctx, store.ListPushesParams{Person: "tal", Now: 99}); err != nil || len(list) != 0 {
		t.Errorf("another's: %+v, %v", list, err)
	}
	if p, err := tx.GetPush(ctx, store.GetPushParams{Endpoint: "https://push/s1", Now: 99}); err != nil || p.Lang != "ar" {
		t.Errorf("one: %+v, %v", p, err)
	}
	if err := tx.AddPushPost(ctx, store.AddPushPostParams{Endpoint: "https://push/s1", Body: []byte("x"), Due: 5}); err != nil {
		return err
	}
	due, err := tx.ListDuePushPosts(ctx, store.ListDuePushPostsParams{Now: 5, MaxRows: 9})
	if err != nil || len(due) != 1 || due[0].Tries != 0 {
		t.Errorf("due: %+v, %v", due, err)
		return err
	}
	for _, want := range []func(*testing.T, string, int64, error){wantOne, wantNone} {
		n, err := tx.ClaimPushPost(ctx, store.ClaimPushPostParams{Later: 60, ID: due[0].ID, Was: 5})
		want(t, "ClaimPushPost", n, err)
	}
	if err := tx.DropPushPost(ctx, due[0].ID); err != nil {
		return err
	}
	if due, err := tx.ListDuePushPosts(ctx, store.ListDuePushPostsParams{Now: 60, MaxRows: 9}); err != nil || len(due) != 0 {
		t.Errorf("what was sent stays: %+v, %v", due, err)
	}
	n, err := tx.DropEndedPushes(ctx, 99)
	wantNone(t, "DropEndedPushes", n, err)
	if _, err := tx.DeleteSession(ctx, []byte("s2")); err != nil {
		return err
	}
	n, err = tx.DropEndedPushes(ctx, 99)
	wantOne(t, "DropEndedPushes", n, err)
	n, err = tx.DropPushesOf(ctx, store.DropPushesOfParams{Person: "tal", Session: []byte("s1")})
	wantNone(t, "DropPushesOf another", n, err)
	n, err = tx.DropPushesOf(ctx, store.DropPushesOfParams{Person: "vantor", Session: []byte("s1")})
	wantOne(t, "DropPushesOf", n, err)
	if err := tx.PutPush(ctx, store.PutPushParams{Endpoint: "https://push/s1", Person: "vantor", Session: []byte("s1"), Key: []byte{6}, Secret: []byte{7}, Lang: "ar", Added: 3}); err != nil {
		return err
	}
	if err := tx.DropPush(ctx, "https://push/s1"); err != nil {
		return err
	}
	list, err = tx.ListPushes(ctx, store.ListPushesParams{Person: "vantor", Now: 99})
	if len(list) != 0 {
		t.Errorf("what was dropped stays: %+v", list)
	}
	return err
}
