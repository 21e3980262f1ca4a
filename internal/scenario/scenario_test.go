package scenario

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
)

const stories = "../../e2e/scenarios"

// models are compiled once for all stories about them.
var models = map[string]*agreement.Model{}

func compiled(t *testing.T, path string) *agreement.Model {
	t.Helper()
	if m := models[path]; m != nil {
		return m
	}
	_, m, fs, err := agreement.Open(os.DirFS(filepath.Dir(path)), filepath.Base(path), path)
	if err != nil {
		t.Fatal(err)
	}
	if m == nil {
		t.Fatal(fs)
	}
	models[path] = m
	return m
}

func TestEveryStoryComesOut(t *testing.T) {
	files, err := filepath.Glob(stories + "/*.story")
	if err != nil || len(files) < 8 {
		t.Fatalf("%d stories: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".story"), func(t *testing.T) {
			s := story(t, file)
			for _, w := range Play(compiled(t, filepath.Join(stories, s.Agreement)), s, amended(t, s)...) {
				t.Error(w)
			}
		})
	}
}

func amended(t *testing.T, s *Story) (out []*agreement.Model) {
	t.Helper()
	for _, path := range s.Amended {
		out = append(out, compiled(t, filepath.Join(stories, path)))
	}
	return out
}

func story(t *testing.T, file string) *Story {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Read(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestAStoryIsExact tells each sentence of every story wrongly, and expects to be contradicted there.
func TestAStoryIsExact(t *testing.T) {
	files, err := filepath.Glob(stories + "/*.story")
	if err != nil {
		t.Fatal(err)
	}
	contradicted := 0
	for _, file := range files {
		s := story(t, file)
		m := compiled(t, filepath.Join(stories, s.Agreement))
		for i := range s.Lines {
			told := s.Lines[i]
			switch told.Verb {
			case May, Sees, Destroyed, Effects:
				s.Lines[i].Names = append([]string{"something-else"}, told.Names...)
			case StateIs:
				s.Lines[i].State = "elsewhere"
			case ClockEnds:
				s.Lines[i].When = "2001-01-01 00:00"
			case ClockIs:
				s.Lines[i].Status = "flies"
			case Refused, NotInForce:
				s.Lines[i].Code = "not-this"
			case InForce:
				s.Lines[i].Verb, s.Lines[i].Code = NotInForce, "not-in-force"
			case LastDay:
				s.Lines[i].Day = agreement.Date{}
			default:
				continue
			}
			found := false
			for _, w := range Play(m, s, amended(t, s)...) {
				found = found || w.Line == told.Number
			}
			if !found {
				t.Errorf("%s:%d can be told wrongly: %s", file, told.Number, told.Text)
			}
			contradicted++
			s.Lines[i] = told
		}
	}
	if contradicted < 50 {
		t.Errorf("only %d sentences say anything", contradicted)
	}
}

// A text that amends another than the story's is no sentence of it that could come out.
func TestAnAmendmentOfAnotherText(t *testing.T) {
	s := story(t, stories+"/amended-request-moves.story")
	second := compiled(t, filepath.Join(stories, s.Amended[0]))
	if wrong := Play(second, s, second); len(wrong) != 1 || !strings.Contains(wrong[0].Message, "does not say that it amends version") {
		t.Errorf("%v", wrong)
	}
}

// What is said of how the agreement stands is contradicted in words.
func TestWhatAStorySaysOfTheAgreement(t *testing.T) {
	m := compiled(t, "../../models/common/reference.md")
	const head = "Story: x\nGiven y.md\nCase review between depositary-side secretariat and moving belmark and second caldera called one\nAt 2029-03-01 09:00\n"
	for text, want := range map[string]string{
		"Article 3 is in force between arland and belmark":                           "it is not: Article 3: the last day of the agreement was",
		"Article 3 is not in force between arland and belmark because article-ended": "because of not-in-force",
		"Article 3 is not in force between arland and belmark because not-in-force":  "",
		"Article 3 is not in force between arland and nobody because not-in-force":   `no party "nobody"`,
		"Article 99 is in force between arland and belmark":                          "no Article 99",
		"last day is 2030-02-28": `it is "2029-02-28"`,
		"last day is 2029-02-28": "",
		"state is closed":        "no act has opened the case yet",
		"moving.liaison is refused announce-withdrawal because not-in-force (Article 12)":     "",
		"depositary-side.depositary-officer is refused open because not-in-force (Article 3)": "under Article 12",
	} {
		s, err := Read(strings.NewReader(head + text + "\n"))
		if err != nil {
			t.Fatal(err)
		}
		wrong := Play(m, s)
		if want == "" && len(wrong) > 0 || want != "" && (len(wrong) != 1 || !strings.Contains(wrong[0].Message, want)) {
			t.Errorf("%s: %v, want %q", text, wrong, want)
		}
	}
}

func TestStoriesThatCannotBeRead(t *testing.T) {
	const head = "Story: x\nGiven y.md\nCase z between a b and c d\nAt 2026-01-01 10:00\n"
	const named = "Story: x\nGiven y.md\nCase z between a b and c d called e\nAt 2026-01-01 10:00\n"
	for text, want := range map[string]string{
		"":                                   "a story begins",
		"Story: x\nStory: y\n":               "line 2",
		head + "a.b jumps\n":                 "line 5",
		head + "a.b takes c with d = oops\n": "as in JSON",
		head + "a.b takes c with d = 1 and d = 2\n":                                        "twice",
		head + "a.b takes c on the ground 5\n":                                             "a ground is text",
		head + "Case z between a b and c d\n":                                              "about one case",
		head + "In e\n":                                                                    "no case of the story is called",
		head + "last day is 2026-01-01\n":                                                  "cases that have names",
		named + "Case z between a b called f\n":                                            "before what happens",
		named + "Article 1 is in force between a because x\n":                              "has none",
		named + "Article 1 is not in force between a and b\n":                              "because of a code",
		named + "last day is soon\n":                                                       "line 5",
		"Story: x\nGiven y.md\nCase z between a b called e\nCase z between a b called e\n": "two cases are called",
		"Story: x\nGiven y.md\nCase z between a b called e\nCase z between a b\n":          "each of them is called",
		head + "Amended by z.md\nAmended by z.md\n":                                        "said already",
		"Story: x\nGiven y.md\nCase z between a b and a d\n":                               "twice",
		"Story: x\nGiven y.md\nCase z between a b and c d\na.b takes c\n":                  "nothing happens",
	} {
		if _, err := Read(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("Story: x\nGiven y.md\nCase z between a b and c d\nAt 2026-01-01 10:00\na.b takes c with d = {\"e\": [1]} on the ground \"f\" given that quota:g = 3\n")
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Read(strings.NewReader(text))
		if err == nil && (s.Title == "" || s.Lines[0].Verb != At) {
			t.Errorf("%q is read as %+v", text, s)
		}
	})
}
