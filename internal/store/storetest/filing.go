package storetest

import (
	"context"
	"testing"

	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/internal/store"
)

// filings: one code of a case, a given one that another takes the place of, and the words beside the case.
func filings(t *testing.T, ctx context.Context, tx *store.Tx) error {
	add := func(code, id string, given bool) (int64, error) {
		return tx.AddFiling(ctx, store.AddFilingParams{Code: []byte(code), Agreement: "sha256:a", CaseID: casework.CaseID(id), Secret: []byte("s" + id), Given: given, Created: 3})
	}
	n, err := add("one", "c1", false)
	wantOne(t, "AddFiling", n, err)
	n, err = add("one", "c2", false)
	wantNone(t, "AddFiling of a code that is taken", n, err)
	n, err = add("two", "c1", true)
	wantNone(t, "AddFiling of a case that has one", n, err)
	n, err = add("two", "c2", true)
	wantOne(t, "AddFiling", n, err)
	for range 2 {
		n, err = tx.ConfirmFiling(ctx, []byte("two"))
		wantOne(t, "ConfirmFiling", n, err)
	}
	n, err = tx.ConfirmFiling(ctx, []byte("three"))
	wantNone(t, "ConfirmFiling of none", n, err)
	if f, err := tx.GetFiling(ctx, []byte("two")); err != nil || f.CaseID != "c2" || !f.Confirmed || !f.Given || string(f.Secret) != "sc2" || f.Created != 3 || f.Agreement != "sha256:a" {
		t.Errorf("%+v, %v", f, err)
	}
	n, err = tx.RecodeFiling(ctx, store.RecodeFilingParams{Code: []byte("three"), CaseID: "c2"})
	wantOne(t, "RecodeFiling", n, err)
	n, err = tx.RecodeFiling(ctx, store.RecodeFilingParams{Code: []byte("four"), CaseID: "c1"})
	wantNone(t, "RecodeFiling of a person's own", n, err)
	if _, err := tx.GetFiling(ctx, []byte("two")); !store.Missing(err) {
		t.Errorf("the old code: %v", err)
	}
	if f, err := tx.GetCaseFiling(ctx, "c2"); err != nil || f.Confirmed || string(f.Code) != "three" {
		t.Errorf("%+v, %v", f, err)
	}
	for i, kind := range []string{"person", "office", "person", "note"} {
		if err := tx.AddCaseWord(ctx, store.AddCaseWordParams{CaseID: "c1", Kind: kind, Person: "p", Tag: []byte{byte(i)}, Body: []byte("b"), At: store.Micros(9 - i)}); err != nil {
			return err
		}
	}
	if c, err := tx.CountCaseWords(ctx, store.CountCaseWordsParams{CaseID: "c1", Kind: "person"}); err != nil || c != 2 {
		t.Errorf("%d words, %v", c, err)
	}
	if l, err := tx.ListCaseWords(ctx, "c1"); err != nil || len(l) != 4 || l[3].Kind != "note" || l[3].Tag[0] != 3 || l[3].At != 6 || l[3].Person != "p" || string(l[3].Body) != "b" {
		t.Errorf("%+v, %v", l, err)
	}
	n, err = tx.DeleteCaseWords(ctx, "c1")
	if n != 4 || err != nil {
		t.Errorf("deleted %d, %v", n, err)
	}
	n, err = tx.DeleteFiling(ctx, "c1")
	wantOne(t, "DeleteFiling", n, err)
	if _, err := tx.GetCaseFiling(ctx, "c1"); !store.Missing(err) {
		t.Errorf("after it was deleted: %v", err)
	}
	return nil
}
