package models_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
)

// The columns of docs/coverage.md that are held to the texts.
const (
	colProcedure = 1
	colArticle   = 2
	colGood      = 3
	colRefused   = 4
	colTime      = 5
	colLimit     = 6
)

// covered are the models of the page, in the order in which it names the articles of what they share.
var covered = []string{"border", "access", "neighbours", "justice"}

var (
	quoted    = regexp.MustCompile("`([^`]+)`")
	declared  = regexp.MustCompile("`([a-z]+)\\.([a-z0-9_-]+)` \\(Article ([0-9]+)\\)")
	storyName = regexp.MustCompile("^(common|border|access|neighbours|justice)-[a-z0-9-]+$")
	given     = regexp.MustCompile(`(?m)^Given (\S+)$`)
	played    = regexp.MustCompile(`(?m)^Case (\S+) `)
	timeUp    = regexp.MustCompile(`(?m)^  clock \S+ has lapsed$|^  \S+ takes explain\b`)
)

// story is what the page may say of a story.
type story struct {
	model, procedure string
	refused, timeUp  bool
}

// docs/coverage.md names procedures, articles and stories. It must name them as they are, leave no procedure out, and
// say "none" only where there is none.
func TestCoverage(t *testing.T) {
	page, err := os.ReadFile("../docs/coverage.md")
	if err != nil {
		t.Fatal(err)
	}
	stories := readStories(t)
	models := map[string]map[string]string{} // by model: the article of each thing, as kind.id
	for _, name := range covered {
		models[name] = declarations(t, name+".md")
	}
	named := map[string]map[string]bool{} // by model: procedures of the page
	for _, name := range covered {
		named[name] = map[string]bool{}
	}
	var of []string // the models of the table; nil outside of one
	var shared bool
	for i, line := range strings.Split(string(page), "\n") {
		at := fmt.Sprintf("../docs/coverage.md:%d", i+1)
		if strings.HasPrefix(line, "## ") {
			of, shared = nil, strings.Contains(line, "`models/common/`")
			if shared {
				of = covered
			}
			for _, name := range covered {
				if strings.Contains(line, "`models/"+name+".md`") {
					of = []string{name}
				}
			}
			continue
		}
		cells := strings.Split(strings.TrimSpace(line), " | ")
		if of == nil || !strings.HasPrefix(line, "| ") || strings.HasPrefix(line, "| ---") || cells[colProcedure] == "procedure" {
			for _, q := range quoted.FindAllStringSubmatch(line, -1) {
				if _, ok := stories[q[1]]; storyName.MatchString(q[1]) && !ok {
					t.Errorf("%s: there is no story %s", at, q[1])
				}
			}
			continue
		}
		if len(cells) != colLimit+1 {
			t.Errorf("%s: %d cells, not %d", at, len(cells), colLimit+1)
			continue
		}
		procedure := strings.Trim(cells[colProcedure], "`")
		articles := strings.Split(cells[colArticle], " / ")
		if len(articles) != len(of) {
			t.Errorf("%s: %d articles for %d models", at, len(articles), len(of))
			continue
		}
		for n, name := range of {
			switch a, ok := models[name]["procedure."+procedure]; {
			case !ok:
				t.Errorf("%s: %s.md has no procedure %s", at, name, procedure)
			case a != articles[n]:
				t.Errorf("%s: procedure %s stands in Article %s of %s.md, not %s", at, procedure, a, name, articles[n])
			}
			if named[name][procedure] {
				t.Errorf("%s: procedure %s has two rows", at, procedure)
			}
			named[name][procedure] = true
			for _, d := range declared.FindAllStringSubmatch(cells[colLimit], -1) {
				if a := models[name][d[1]+"."+d[2]]; a != d[3] {
					t.Errorf("%s: %s.%s stands in Article %q of %s.md, not %s", at, d[1], d[2], a, name, d[3])
				}
			}
		}
		home := of[0]
		if shared {
			home = "reference"
		}
		for _, col := range []int{colGood, colRefused, colTime} {
			fits := func(s story) bool {
				return s.model == home && s.procedure == procedure && (col != colRefused || s.refused) && (col != colTime || s.timeUp)
			}
			names := quoted.FindAllStringSubmatch(cells[col], -1)
			for _, q := range names {
				switch s, ok := stories[q[1]]; {
				case !ok:
					t.Errorf("%s: there is no story %s", at, q[1])
				case !fits(s):
					t.Errorf("%s: story %s does not show that of procedure %s", at, q[1], procedure)
				}
			}
			if len(names) > 0 {
				continue
			}
			if cells[col] != "none" {
				t.Errorf("%s: %q is neither a story nor none", at, cells[col])
			}
			for n, s := range stories {
				if fits(s) {
					t.Errorf("%s: it says none, and there is %s", at, n)
				}
			}
		}
	}
	for _, name := range covered {
		for key := range models[name] {
			if p, ok := strings.CutPrefix(key, "procedure."); ok && !named[name][p] {
				t.Errorf("docs/coverage.md leaves out procedure %s of %s.md", p, name)
			}
		}
	}
}

// declarations are the articles under which the things of a text stand, by "kind.id".
func declarations(t *testing.T, file string) map[string]string {
	t.Helper()
	_, m, fs, err := agreement.Open(os.DirFS("."), file, file)
	if err != nil || fs.Failed() {
		t.Fatalf("%s: %v %s", file, err, fs)
	}
	b, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(b, &members); err != nil {
		t.Fatal(err)
	}
	kinds := []string{"procedure", "indicator", "schedule", "phase", "quota", "register", "role"}
	out := map[string]string{}
	for _, kind := range kinds {
		var things []struct{ ID, Article string }
		if raw := members[kind+"s"]; raw != nil {
			if err := json.Unmarshal(raw, &things); err != nil {
				t.Fatal(err)
			}
		}
		for _, x := range things {
			out[kind+"."+x.ID] = x.Article
		}
	}
	return out
}

// readStories reads what each story plays, and whether an act is refused or a time runs out in it.
func readStories(t *testing.T) map[string]story {
	t.Helper()
	const folder = "../e2e/scenarios"
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	files = slices.DeleteFunc(files, func(f os.DirEntry) bool { return path.Ext(f.Name()) != ".story" })
	out := map[string]story{}
	for _, f := range files {
		b, err := os.ReadFile(path.Join(folder, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		text, under := given.FindSubmatch(b), played.FindSubmatch(b)
		if text == nil || under == nil {
			t.Fatalf("%s: no text or no case", f.Name())
		}
		out[strings.TrimSuffix(f.Name(), ".story")] = story{
			model:     strings.TrimSuffix(path.Base(string(text[1])), ".md"),
			procedure: string(under[1]),
			refused:   strings.Contains(string(b), " is refused "),
			timeUp:    timeUp.Match(b),
		}
	}
	return out
}
