package seal

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSpecNamesEveryMember holds the tables of spec/ against the types.
func TestSpecNamesEveryMember(t *testing.T) {
	var text strings.Builder
	for _, f := range []string{"canonical.md", "keys.md", "act.md", "envelope.md", "negotiation.md", "filing.md"} {
		b, err := os.ReadFile(filepath.Join("..", "spec", f))
		if err != nil {
			t.Fatal(err)
		}
		text.Write(b)
	}
	var walk func(form string, v any)
	walk = func(form string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for name, value := range v {
				if !strings.Contains(text.String(), "`"+name+"`") {
					t.Errorf("%s: spec/ does not name the member %q", form, name)
				}
				walk(form, value)
			}
			if typ, ok := v["type"].(string); ok && !strings.Contains(text.String(), "`"+typ+"`") {
				t.Errorf("%s: spec/ does not name the type %q", form, typ)
			}
		case []any:
			for _, e := range v {
				walk(form, e)
			}
		}
	}
	for _, f := range forms(t) {
		v, err := ParseJSON(f.bytes)
		if err != nil {
			t.Fatal(err)
		}
		walk(f.name, v)
	}
}
