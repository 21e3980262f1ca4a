package scenario

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
)

// Every clock of the four model agreements runs out in at least one story, and every step is taken in one: those of the common articles,
// which stand in all four, in any of them or in their reference text.
func TestEveryClockLapsesAndEveryStepIsTaken(t *testing.T) {
	files, err := filepath.Glob(stories + "/*.story")
	if err != nil {
		t.Fatal(err)
	}
	type mark struct{ text, of string }
	seen := map[mark]bool{}
	for _, file := range files {
		s := story(t, file)
		text := strings.TrimSuffix(filepath.Base(s.Agreement), ".md")
		e := newEngine(compiled(t, filepath.Join(stories, s.Agreement)), s)
		if len(s.Amended) > 0 {
			continue
		}
		p := NewPlayer(s, e)
		for p.More() {
			p.Next()
			for _, c := range e.cases {
				if c.c == nil {
					continue
				}
				for _, taken := range c.c.Taken {
					if taken.Step == "" && taken.Clock != "" {
						seen[mark{text, "clock " + string(c.Procedure) + "." + string(taken.Clock)}] = true
					}
					if taken.Step != "" {
						seen[mark{text, "step " + string(c.Procedure) + "." + string(taken.Step)}] = true
					} else if taken.Takes != "" {
						seen[mark{text, "step " + string(c.Procedure) + "." + string(taken.Takes)}] = true
					}
				}
			}
		}
	}
	reference := compiled(t, filepath.Join(stories, "../../models/common/reference.md"))
	texts := []string{"border", "access", "neighbours", "justice"}
	clocks, steps := 0, 0
	for _, text := range texts {
		m := compiled(t, filepath.Join(stories, "../../models/"+text+".md"))
		shown := func(p *agreement.Procedure, of string) bool {
			if reference.Procedure(p.ID) == nil {
				return seen[mark{text, of}]
			}
			for _, other := range append(texts, "reference") {
				if seen[mark{other, of}] {
					return true
				}
			}
			return false
		}
		for i := range m.Procedures {
			p := &m.Procedures[i]
			for _, c := range p.Clocks {
				clocks++
				if of := "clock " + string(p.ID) + "." + string(c.ID); !shown(p, of) {
					t.Errorf("%s: %s runs out in no story", text, of)
				}
			}
			for _, s := range p.Steps {
				if s.Alone { // whoever holds the code takes it, and no office that a story could name: internal/node takes it
					continue
				}
				steps++
				if of := "step " + string(p.ID) + "." + string(s.ID); shown(p, of) == untaken[text+" "+of] {
					t.Errorf("%s: %s is taken in a story: %v", text, of, !untaken[text+" "+of])
				}
			}
		}
	}
	t.Logf("%d clocks run out, %d steps are taken", clocks, steps)
}

// untaken needs the word of all four Parties, and one of them has no side in the case: a story cannot say that it speaks.
var untaken = map[string]bool{"neighbours step phase-review.reopen-zone": true}
