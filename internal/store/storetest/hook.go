package storetest

import (
	"context"
	"testing"

	"github.com/entente-net/entente/internal/store"
)

// hooks: each event once for each receiver, sent by one process alone, and what became of it.
func hooks(t *testing.T, ctx context.Context, tx *store.Tx) error {
	for _, id := range []string{"a", "b"} {
		if err := tx.AddHook(ctx, store.AddHookParams{ID: id, Address: "https://" + id + ".example", Events: "waits moved", Added: 2}); err != nil {
			return err
		}
		for i, want := range []func(*testing.T, string, int64, error){wantOne, wantNone} {
			n, err := tx.AddHookPost(ctx, store.AddHookPostParams{Hook: id, Event: "e1", Body: []byte{byte(i)}, Created: 3, Due: 4})
			want(t, "AddHookPost", n, err)
		}
	}
	if list, err := tx.ListHooks(ctx); err != nil || len(list) != 2 || list[0].ID != "a" || list[1].Events != "waits moved" {
		t.Errorf("hooks: %+v, %v", list, err)
	}
	if early, err := tx.ListDueHookPosts(ctx, store.ListDueHookPostsParams{Hook: "a", Now: 3, MaxRows: 5}); err != nil || len(early) != 0 {
		t.Errorf("before its time: %+v, %v", early, err)
	}
	due, err := tx.ListDueHookPosts(ctx, store.ListDueHookPostsParams{Hook: "a", Now: 4, MaxRows: 5})
	if err != nil || len(due) != 1 || due[0].Hook != "a" || due[0].Tries != 0 || due[0].Body[0] != 0 {
		t.Errorf("due: %+v, %v", due, err)
		return err
	}
	for _, want := range []func(*testing.T, string, int64, error){wantOne, wantNone} {
		n, err := tx.ClaimHookPost(ctx, store.ClaimHookPostParams{Later: 50, ID: due[0].ID, Was: 4})
		want(t, "ClaimHookPost", n, err)
	}
	if err := tx.SetHookPostWhy(ctx, store.SetHookPostWhyParams{Why: "it said 503", ID: due[0].ID}); err != nil {
		return err
	}
	if bad, err := tx.ListHookTrouble(ctx, store.ListHookTroubleParams{Hook: "a", MaxRows: 5}); err != nil || len(bad) != 1 || bad[0].Tries != 1 || bad[0].Why != "it said 503" {
		t.Errorf("trouble: %+v, %v", bad, err)
	}
	if err := tx.EndHookPost(ctx, store.EndHookPostParams{Outcome: "taken", Done: 60, ID: due[0].ID}); err != nil {
		return err
	}
	n, err := tx.ClaimHookPost(ctx, store.ClaimHookPostParams{Later: 70, ID: due[0].ID, Was: 50})
	wantNone(t, "ClaimHookPost of what was taken", n, err)
	if counts, err := tx.CountHookPosts(ctx); err != nil || len(counts) != 2 || counts[0].Outcome != "taken" || counts[1].Outcome != "waits" || counts[1].N != 1 {
		t.Errorf("counts: %+v, %v", counts, err)
	}
	n, err = tx.ForgetHookPosts(ctx, 60)
	wantNone(t, "ForgetHookPosts", n, err)
	n, err = tx.ForgetHookPosts(ctx, 61)
	wantOne(t, "ForgetHookPosts", n, err)
	for _, want := range []func(*testing.T, string, int64, error){wantOne, wantNone} {
		n, err := tx.DropHook(ctx, "b")
		want(t, "DropHook", n, err)
	}
	if n, err := tx.AddHookPost(ctx, store.AddHookPostParams{Hook: "b", Event: "e2", Body: []byte("x"), Created: 3, Due: 4}); err != nil || n != 1 {
		t.Errorf("AddHookPost: %d, %v", n, err)
	}
	if n, err := tx.ForgetHookPosts(ctx, 1); err != nil || n != 2 {
		t.Errorf("what is for nobody: %d, %v", n, err)
	}
	if _, err := tx.AddHookPost(ctx, store.AddHookPostParams{Hook: "b", Event: "e2", Body: []byte("x"), Created: 3, Due: 4}); err != nil {
		return err
	}
	if err := tx.DropHookPosts(ctx, "b"); err != nil {
		return err
	}
	counts, err := tx.CountHookPosts(ctx)
	if len(counts) != 0 {
		t.Errorf("what was dropped stays: %+v", counts)
	}
	return err
}
