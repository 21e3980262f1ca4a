package agreement

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

const partText = `# Remedies

## Article A — Complaints

A complaint under Article A, and an appeal under Article B, suspend the articles that Article 1 names.
Annex A and plan B stay as they are. L'article B et la المادة A. Articles A and B, Articles 1, A and B.
Aux articles A, 5 et B; المادتان A وB، وللمادتين 5 وA، وفي المواد A وB و7.

` + "```hcl\n" + `article {
  by_people = [1]
}

step "x" {
  suspends = ["A", "7"]
  grounds  = ["A", "late (Article B(2))"]
  effects  = ["suspends B", "adds A"]
}
` + "```" + `

## Article B — Appeals
`

const partWhole = `# Remedies

## Article 31 — Complaints

A complaint under Article 31, and an appeal under Article 32, suspend the articles that Article 1 names.
Annex A and plan B stay as they are. L'article 32 et la المادة 31. Articles 31 and 32, Articles 1, 31 and 32.
Aux articles 31, 5 et 32; المادتان 31 و32، وللمادتين 5 و31، وفي المواد 31 و32 و7.

` + "```hcl\n" + `article {
  by_people = [1]
}

step "x" {
  suspends = ["31", "7"]
  grounds  = ["A", "late (Article 32(2))"]
  effects  = ["suspends 32", "adds A"]
}
` + "```" + `

## Article 32 — Appeals
`

func including(path, number string) string {
	return "## Article 1 — Parties\n\n```hcl\ninclude \"" + path + "\" {\n  article = " + number + "\n}\n```\n\nThe end.\n"
}

func TestAssembleNumbersTheArticlesOfAPart(t *testing.T) {
	folder := fstest.MapFS{"common/remedies.md": {Data: []byte(partText)}}
	a, fs := Assemble(folder, "models/border.md", []byte(including("common/remedies.md", "31")))
	if len(fs) > 0 {
		t.Fatal(fs)
	}
	if want := "## Article 1 — Parties\n\n" + partWhole + "\nThe end.\n"; string(a.Text) != want {
		t.Errorf("got\n%s\nwant\n%s", a.Text, want)
	}
	// What is found in the whole is shown where somebody can mend it.
	whole := strings.Split(string(a.Text), "\n")
	for i, want := range map[int]string{0: "models/border.md 1", 6: "models/common/remedies.md 5", len(whole) - 2: "models/border.md 9"} {
		got := a.Place(Findings{{File: "models/border.md", Line: i + 1}})[0]
		if at := got.File + " " + strconv.Itoa(got.Line); at != want {
			t.Errorf("line %d, %q, is said to stand at %s, want %s", i+1, whole[i], at, want)
		}
	}
}

func TestATextWithoutPartsStaysAsItIs(t *testing.T) {
	for _, text := range []string{"", "no line feed", "## Article 1\n\n```hcl\nparty \"a\" {\n}\n```\n", "```hcl\nopen", "```\n include \"x\" {\n```\n"} {
		a, fs := Assemble(fstest.MapFS{}, "x.md", []byte(text))
		if string(a.Text) != text || len(fs) > 0 || len(a.Parts) > 0 {
			t.Errorf("%q became %q with %v", text, a.Text, fs)
		}
	}
}

func TestAssembleRefuses(t *testing.T) {
	folder := fstest.MapFS{
		"a.md":      {Data: []byte("## Article A — One\n")},
		"gap.md":    {Data: []byte("## Article A — One\n\n## Article C — Three\n")},
		"speaks.md": {Data: []byte("## Article A — One\n\nSee Article F.\n")},
		"nested.md": {Data: []byte("## Article A\n\n```hcl\ninclude \"a.md\" {\n  article = 2\n}\n```\n")},
	}
	for name, c := range map[string]struct{ text, want string }{
		"absent":    {including("b.md", "2"), "cannot be read"},
		"above":     {including("../a.md", "2"), "no file in or below"},
		"rooted":    {including("/etc/passwd", "2"), "no file in or below"},
		"nought":    {including("a.md", "0"), "no article has the number 0"},
		"great":     {including("a.md", "99999"), "no article has the number"},
		"broken":    {including("a.md", "2.5"), "whole number"},
		"text":      {including("a.md", `"2"`), "whole number"},
		"gap":       {including("gap.md", "2"), "do not follow each other"},
		"unknown":   {including("speaks.md", "2"), "speaks of an Article F"},
		"nested":    {including("nested.md", "2"), "includes a part itself"},
		"twice":     {including("a.md", "2") + including("a.md", "3"), "included twice"},
		"two":       {"x\n\n```hcl\ninclude \"a.md\" {\n  article = 2\n}\ninclude \"b.md\" {\n}\n```\n", "one part is included"},
		"more":      {"x\n\n```hcl\ninclude \"a.md\" {\n  article = 2\n  b = 1\n}\n```\n", "and nothing else"},
		"malformed": {"x\n\n```hcl\ninclude \"a.md\" {\n```\n", "does not read"},
	} {
		t.Run(name, func(t *testing.T) {
			_, fs := Assemble(folder, "x.md", []byte(c.text))
			if !fs.Failed() || fs[0].Code != CodeInclude || !strings.Contains(fs[0].Message, c.want) {
				t.Errorf("found %v, want %q", fs, c.want)
			}
		})
	}
}

func TestAPartIsLaidOut(t *testing.T) {
	for _, text := range []string{partText, including("a.md", "2"), "```hcl\ninclude \"a.md\" {\n  article = 2\n}\n```\n"} {
		got, err := Format([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != text {
			t.Errorf("laid out as\n%s", got)
		}
	}
}

// What is passed over without a search holds nothing that a search would find.
func TestLinesWithoutALetterNameNoArticle(t *testing.T) {
	forms := []*regexp.Regexp{letterForm, followForm, effectForm, loneForm}
	with, without := 0, 0
	lines := strings.Split(partText, "\n")
	for _, rules := range ruleTexts(t) {
		lines = append(lines, strings.Split(string(rules), "\n")...)
	}
	for _, glob := range []string{"../models/common/*.md", "../models/*.md", "testdata/*.md"} {
		files, err := filepath.Glob(glob)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			lines = append(lines, strings.Split(string(text), "\n")...)
		}
	}
	lines = append(lines, "第A条", "第 A 条", "articles 1、B", "Articles 3 and B", "المواد 1 وB", "Article\u00a0C", "статьи 1 и D", "\"A\"", "Article AB", "Article A1", "A", "xA", "A_")
	for _, l := range lines {
		if hasLetter(l) {
			with++
			continue
		}
		without++
		for _, form := range forms {
			if form.MatchString(l) {
				t.Errorf("%q is passed over", l)
			}
		}
	}
	if with < 50 || without < 1000 {
		t.Errorf("%d lines with a letter by itself, %d without", with, without)
	}
}
