package world_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/world"
)

// A node keeps what its agreement says in other languages, over a restart; takes a later one; and refuses what does not fit.
func TestANodeKeepsTranslations(t *testing.T) {
	ctx := context.Background()
	text, said, err := world.Model("border")
	if err != nil {
		t.Fatal(err)
	}
	if len(said) != 2 {
		t.Fatalf("the model agreement has %d translations", len(said))
	}
	var french, arabic node.Translation
	for _, s := range said {
		switch s.Language {
		case "fr":
			french = s
		case "ar":
			arabic = s
		}
	}
	w, err := world.NewInside(ctx, world.Plan{
		Dir: filepath.Join(t.TempDir(), "world"), Text: text, Start: time.Date(2026, 6, 1, 8, 0, 0, 0, time.UTC),
		Translations: map[agreement.ID][]node.Translation{"border": {french}},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	n := func() *node.Node { return w.Node("arland") }
	model := func() *agreement.Model {
		v, err := n().Agreement(ctx, "border")
		if err != nil {
			t.Fatal(err)
		}
		return v.Model
	}
	if got := n().Tongues(model()); !slices.Equal(got, []string{"en", "fr"}) {
		t.Errorf("it can be read in %v", got)
	}
	if m := n().In(model(), "fr"); m.Title != "Partenariat frontalier d'Arland et de Belmark" || m.Tongue() != "fr" {
		t.Errorf("in French it is called %q", m.Title)
	}
	if m := n().In(model(), "ar"); m != model() {
		t.Errorf("in Arabic, which is not here, it is called %q", m.Title)
	}

	wrong := arabic
	wrong.Text = []byte(strings.Replace(string(arabic.Text), "```hcl\nagreement", "```hcl\nprocedure \"invented\" {\n  title = \"x\"\n}\n\nagreement", 1))
	for name, x := range map[string]struct {
		t    node.Translation
		code fault.Code
	}{
		"with a rule of its own": {wrong, fault.AgreementOpen},
		"in no language of it":   {node.Translation{Language: "es", Text: arabic.Text}, fault.AgreementOpen},
		"in the text's own":      {node.Translation{Language: "en", Text: french.Text}, fault.Invalid},
		"broken off":             {node.Translation{Language: "ar", Text: arabic.Text[:len(arabic.Text)/2]}, fault.AgreementOpen},
	} {
		if err := n().AddTranslation(ctx, "border", x.t); fault.CodeOf(err) != x.code {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := n().AddTranslation(ctx, "border", arabic); err != nil {
		t.Fatal(err)
	}
	if err := w.Stop("arland"); err != nil {
		t.Fatal(err)
	}
	if err := w.Start(ctx, "arland"); err != nil {
		t.Fatal(err)
	}
	if got := n().Tongues(model()); !slices.Equal(got, []string{"en", "ar", "fr"}) {
		t.Errorf("after a restart it can be read in %v", got)
	}
	if b, err := n().TextIn("border", "ar"); err != nil || string(b) != string(arabic.Text) {
		t.Errorf("the Arabic text is not what was brought: %v", err)
	}
	if b, err := n().TextIn("border", ""); err != nil || string(b) != string(w.Text) {
		t.Errorf("the signed text is not what was signed: %v", err)
	}
	if _, err := n().TextIn("border", "zh"); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("in Chinese: %v", err)
	}
	if _, err := w.Node("belmark").TextIn("border", "ar"); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("what one node was given is on another's: %v", err)
	}
}
