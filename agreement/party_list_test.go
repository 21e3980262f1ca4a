package agreement

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// A role in a list of parties stands for those that may fill it, as the text declares them; it may come later.
func TestRolesAmongParties(t *testing.T) {
	b, err := os.ReadFile("testdata/base.md")
	if err != nil {
		t.Fatal(err)
	}
	base := string(b)
	plain, fs := Compile("x.md", b)
	if plain == nil {
		t.Fatal(fs)
	}
	m, fs := Compile("x.md", []byte(strings.NewReplacer("held_by     = [party.a, party.b]", "held_by     = role.clerk",
		"any = [party.a, party.b]", "any = role.clerk", "holders = [party.a, party.b]", "holders = [role.judge]").Replace(base)))
	if m == nil {
		t.Fatal(fs)
	}
	if string(m.Canonical()) != string(plain.Canonical()) {
		t.Errorf("the model is not that of the parties themselves:\n%s", m.Canonical())
	}
	for list, want := range map[string]any{
		"[party.b, party.a]":                   []PartyID{"b", "a"}, // as it is written
		"[role.late]":                          []PartyID{"a", "b"},
		"role.late":                            []PartyID{"a", "b"},
		"[party.b, role.late]":                 []PartyID{"b", "a"},
		"[role.late, party.b]":                 []PartyID{"a", "b"},
		"[role.late, role.later]":              []PartyID{"a", "b"},
		"[role.later, party.a]":                []PartyID{"b", "a"},
		"[role.late, role.late]":               CodeValueTwice,
		"[party.a, role.late, party.a]":        CodeValueTwice,
		"[role.late, party.a, party.a]":        CodeValueTwice,
		"[role.nobody]":                        CodeNameUnknown,
		"[side.asking]":                        CodeAttrType,
		"role.clerk":                           CodeRoleCycle,
		"[party.a, role.around, role.clerk]":   CodeRoleCycle,
		"[party.a, party.b, role.around-self]": CodeRoleCycle,
	} {
		text := strings.Replace(base, "title   = \"Clerk\"\n  held_by = [party.a, party.b]", "title   = \"Clerk\"\n  held_by = "+list, 1)
		for name, by := range map[string]string{
			"late": "[role.later, party.a]", "later": "party.b", "around": "role.round", "round": "[party.b, role.around]", "around-self": "role.around-self",
		} {
			if strings.Contains(name, "round") && !strings.Contains(list, "round") {
				continue // a circle is an error wherever it stands
			}
			text = strings.Replace(text, "purpose \"justice\"", fmt.Sprintf("role %q {\n  title = \"Other\"\n  held_by = %s\n}\n\npurpose \"justice\"", name, by), 1)
		}
		switch m, fs := Compile("x.md", []byte(text)); want := want.(type) {
		case FindingCode:
			if !hasCode(fs, want) {
				t.Errorf("%s: %s, want %s", list, fs, want)
			}
		case []PartyID:
			if m == nil || !slices.Equal(m.Role("clerk").Held, want) {
				t.Errorf("%s: not %v (%s)", list, want, fs)
			}
		}
	}

	// Roles that name each other crosswise are followed once each.
	var many strings.Builder
	for i := range 200 {
		fmt.Fprintf(&many, "role \"r%d\" {\n  title = \"R\"\n  held_by = [role.r%d, role.s%d]\n}\n\nrole \"s%d\" {\n  title = \"S\"\n  held_by = [role.s%d, role.r%d]\n}\n\n", i, i+1, i+1, i, i+1, i+1)
	}
	many.WriteString("role \"r200\" {\n  title = \"R\"\n  held_by = party.b\n}\n\nrole \"s200\" {\n  title = \"S\"\n  held_by = party.a\n}\n\npurpose \"justice\"")
	if m, fs := Compile("x.md", []byte(strings.Replace(base, "purpose \"justice\"", many.String(), 1))); m == nil || !slices.Equal(m.Role("r0").Held, []PartyID{"a", "b"}) {
		t.Errorf("crosswise: %s", fs)
	}
}
