package storetest

import (
	"context"
	"testing"

	"github.com/entente-net/entente/internal/store"
)

// translations: one in a language, and the later in the place of the earlier.
func translations(t *testing.T, ctx context.Context, tx *store.Tx) error {
	for _, p := range []store.PutTranslationParams{
		{Agreement: "sha256:a", Language: "fr", Text: []byte("un"), Added: 1},
		{Agreement: "sha256:a", Language: "ar", Text: []byte("واحد"), Added: 2},
		{Agreement: "sha256:b", Language: "fr", Text: []byte("autre"), Added: 3},
		{Agreement: "sha256:a", Language: "fr", Text: []byte("deux"), Added: 4},
	} {
		if err := tx.PutTranslation(ctx, p); err != nil {
			return err
		}
	}
	l, err := tx.ListTranslations(ctx, "sha256:a")
	if err != nil || len(l) != 2 || l[0].Language != "ar" || l[1].Language != "fr" || string(l[1].Text) != "deux" || l[1].Added != 4 {
		t.Errorf("translations: %+v, %v", l, err)
	}
	if l, err := tx.ListTranslations(ctx, "sha256:none"); err != nil || len(l) != 0 {
		t.Errorf("of a text that is not here: %+v, %v", l, err)
	}
	return nil
}
