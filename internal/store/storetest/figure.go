package storetest

import (
	"context"
	"testing"

	"github.com/entente-net/entente/internal/store"
)

// figures: a case that moves is behind until it is counted, and a release is written once.
func figures(t *testing.T, ctx context.Context, tx *store.Tx) error {
	n, err := tx.AddCase(ctx, store.AddCaseParams{ID: "f1", Agreement: "sha256:a", Procedure: "p", Home: "belmark", State: "asked", Opened: 1, Updated: 1, Version: 1})
	wantOne(t, "AddCase", n, err)
	behind := func(want ...int64) {
		t.Helper()
		rows, err := tx.ListUncounted(ctx, 1000)
		if err != nil {
			t.Error(err)
			return
		}
		var got []int64
		for _, r := range rows {
			if r.ID == "f1" {
				got = append(got, r.Version)
			}
		}
		if len(got) != len(want) || len(got) == 1 && got[0] != want[0] {
			t.Errorf("behind: %v, not %v", got, want)
		}
		if c, err := tx.CountUncounted(ctx); err != nil || c != int64(len(rows)) {
			t.Errorf("%d are behind, %v, of %d", c, err, len(rows))
		}
	}
	behind(1)
	n, err = tx.MarkCounted(ctx, store.MarkCountedParams{Version: 1, ID: "f1"})
	wantOne(t, "MarkCounted", n, err)
	behind()
	n, err = tx.SetCaseNext(ctx, store.SetCaseNextParams{ID: "f1", NextAt: 5, Was: 1})
	wantOne(t, "SetCaseNext", n, err)
	behind(2)
	n, err = tx.MarkCounted(ctx, store.MarkCountedParams{Version: 1, ID: "f1"})
	wantNone(t, "MarkCounted of what has moved on", n, err)
	behind(2)

	if _, err := tx.GetFigureCase(ctx, "f1"); !store.Missing(err) {
		t.Errorf("a case that was not counted: %v", err)
	}
	for _, body := range []string{"one", "two"} {
		if err := tx.PutFigureCase(ctx, store.PutFigureCaseParams{CaseID: "f1", AgreementID: "northgate", Body: []byte(body)}); err != nil {
			return err
		}
		for _, month := range []string{"2026-02", "2026-01"} {
			if err := tx.PutFigureMonth(ctx, store.PutFigureMonthParams{AgreementID: "northgate", Procedure: "p", Month: month, Body: []byte(body + month)}); err != nil {
				return err
			}
		}
	}
	if r, err := tx.GetFigureCase(ctx, "f1"); err != nil || string(r.Body) != "two" || r.AgreementID != "northgate" {
		t.Errorf("%+v, %v", r, err)
	}
	if r, err := tx.GetFigureMonth(ctx, store.GetFigureMonthParams{AgreementID: "northgate", Procedure: "p", Month: "2026-01"}); err != nil || string(r.Body) != "two2026-01" {
		t.Errorf("%+v, %v", r, err)
	}
	if l, err := tx.ListFigureMonths(ctx, "northgate"); err != nil || len(l) != 2 || l[0].Month != "2026-01" || l[1].Procedure != "p" {
		t.Errorf("%+v, %v", l, err)
	}
	for i, want := range []func(*testing.T, string, int64, error){wantOne, wantNone} {
		n, err := tx.AddFigureRelease(ctx, store.AddFigureReleaseParams{AgreementID: "northgate", Number: 1, Digest: "sha256:r", Body: []byte{byte(i)}, At: 7})
		want(t, "AddFigureRelease", n, err)
	}
	if l, err := tx.ListFigureReleases(ctx, "northgate"); err != nil || len(l) != 1 || l[0].Body[0] != 0 || l[0].Digest != "sha256:r" || l[0].At != 7 {
		t.Errorf("%+v, %v", l, err)
	}
	return nil
}
