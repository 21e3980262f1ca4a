package island

import (
	"encoding/json"
	"io/fs"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/internal/scenario"
)

// told are the stories by their names, with the agreement that each is about.
func told(t *testing.T) (stories map[string]*scenario.Story, under map[string]agreement.ID) {
	t.Helper()
	stories, under = map[string]*scenario.Story{}, map[string]agreement.ID{}
	names, err := fs.Glob(Stories(), "*.story")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		f, err := Stories().Open(name)
		if err != nil {
			t.Fatal(err)
		}
		s, err := scenario.Read(f)
		_ = f.Close()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		id := agreement.ID(strings.TrimSuffix(filepath.Base(s.Agreement), ".md"))
		if texts()[id] == nil || !strings.HasPrefix(name, string(id)+"-") {
			t.Fatalf("%s is about %s", name, s.Agreement)
		}
		for _, c := range s.Cases {
			if texts()[id].Procedure(c.Procedure) == nil {
				t.Fatalf("%s: %s has no procedure %s", name, id, c.Procedure)
			}
		}
		stories[name], under[name] = s, id
	}
	return stories, under
}

// An agreement that is played at all is played whole: each of its procedures is some story's.
func TestStoriesPlayEveryProcedure(t *testing.T) {
	stories, under := told(t)
	played := map[agreement.ID]map[agreement.ProcedureID]bool{}
	for name, s := range stories {
		id := under[name]
		if played[id] == nil {
			played[id] = map[agreement.ProcedureID]bool{}
		}
		for _, c := range s.Cases {
			played[id][c.Procedure] = true
		}
	}
	if len(played) == 0 {
		t.Fatal("nothing happens on the island")
	}
	for id, some := range played {
		for _, p := range texts()[id].Procedures {
			if !some[p.ID] {
				t.Errorf("%s: no story plays %s", id, p.ID)
			}
		}
	}
}

// What a story says is whole: somebody of the island acts, in a role of theirs, within the eighteen months; nothing is left to be
// invented, and nothing said in passing.
func TestStoriesAreSaidInFull(t *testing.T) {
	stories, under := told(t)
	for name, s := range stories {
		m := texts()[under[name]]
		for _, c := range s.Cases {
			for _, side := range m.Procedure(c.Procedure).Sides {
				if !slices.Contains(side.Any, c.Sides[side.ID]) {
					t.Errorf("%s: %q is not %s", name, c.Sides[side.ID], side.ID)
				}
			}
		}
		of := &s.Cases[0]
		for i := range s.Lines {
			l := &s.Lines[i]
			switch l.Verb {
			case scenario.In:
				of = &s.Cases[slices.IndexFunc(s.Cases, func(c scenario.Case) bool { return c.Name == l.Case })]
			case scenario.At:
				on, err := time.Parse("2006-01-02 15:04", l.When)
				if err != nil || on.Before(day(FirstDay)) || on.After(day(Today).Add(9*time.Hour)) {
					t.Errorf("%s line %d: %s is not within the eighteen months", name, l.Number, l.When)
				}
			case scenario.After:
				t.Errorf("%s line %d: say on which day", name, l.Number)
			case scenario.Takes:
				acted(t, name, m, of, l)
			}
		}
	}
}

// acted looks at one act of a story.
func acted(t *testing.T, name string, m *agreement.Model, c *scenario.Case, l *scenario.Line) {
	t.Helper()
	p := m.Procedure(c.Procedure)
	party, bound := c.Sides[l.Who.Side]
	if r := m.Role(l.Who.Role); !bound && r != nil && len(r.Held) > 0 {
		party = r.Held[0]
	}
	who := whoHolds(m.ID, party, []agreement.RoleID{l.Who.Role})
	if len(who) == 0 || l.Person != "" && !slices.Contains(who, l.Person) {
		t.Errorf("%s line %d: %q is not %s of %s", name, l.Number, l.Person, l.Who.Role, party)
	}
	step := p.Step(l.Step)
	if step == nil {
		t.Errorf("%s line %d: %s has no step %s", name, l.Number, p.ID, l.Step)
		return
	}
	if len(step.Grounds) > 0 && !slices.Contains(step.Grounds, l.Ground) {
		t.Errorf("%s line %d: %q is no ground", name, l.Number, l.Ground)
	}
	if len(l.Facts) > 0 {
		t.Errorf("%s line %d: nodes find facts themselves", name, l.Number)
	}
	for _, in := range casework.Form(m, p, step) {
		v, said := l.Values[string(in.Field.ID)]
		switch in.Field.Type {
		case agreement.TypeRecord: // an assessment: what is not answered is answered so that the step may be taken
		case agreement.TypePoint, agreement.TypeLine, agreement.TypeArea:
			if (said || in.Required) && !somewhere(v) {
				t.Errorf("%s line %d: %s is no place of the island", name, l.Number, in.Field.ID)
			}
		default:
			if in.Required && (!said || v == "") {
				t.Errorf("%s line %d: %s is not said", name, l.Number, in.Field.ID)
			}
		}
	}
}

// somewhere says whether a value is where a feature of the map is.
func somewhere(v any) bool {
	plain := func(v any) (out any) {
		b, err := json.Marshal(v)
		if err != nil || json.Unmarshal(b, &out) != nil {
			return nil
		}
		return out
	}
	is := plain(v)
	return is != nil && slices.ContainsFunc(slices.Collect(maps.Keys(atlas().byID)), func(id string) bool {
		return reflect.DeepEqual(is, plain(atlas().byID[id].Value()))
	})
}
