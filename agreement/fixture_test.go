package agreement

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files of testdata anew")

// Each text of testdata has beside it what must come out: the model of a good one, the findings of a bad one.
// A bad one is named after the code that it shows.
func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	shown := map[FindingCode]bool{}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			stem := strings.TrimSuffix(file, ".md")
			m, fs := Compile(filepath.Base(file), text)
			if (m == nil) != fs.Failed() {
				t.Fatalf("model %v with findings %v", m != nil, fs)
			}
			for _, f := range fs {
				shown[f.Code] = true
				if f.Line == 0 || f.Column == 0 || f.Message == "" || f.Mend == "" {
					t.Errorf("the finding lacks place, message or mend: %+v", f)
				}
			}
			if len(fs) > 0 {
				golden(t, stem+".findings", []byte(fs.String()+"\n"))
				code, _, _ := strings.Cut(filepath.Base(stem), "~")
				if !hasCode(fs, FindingCode(code)) {
					t.Errorf("no finding has the code %s that the file is named after:\n%s", code, fs)
				}
			} else {
				var b bytes.Buffer
				if err := json.Indent(&b, m.Canonical(), "", " "); err != nil {
					t.Fatal(err)
				}
				golden(t, stem+".model.json", append(b.Bytes(), '\n'))
			}
		})
	}
	translationFixtures(t, shown)
	for code := range meanings {
		if !shown[code] && !comparing(code) && code != CodeExpectUnmet && code != CodeSize && code != CodeEncoding && code != CodeDepth {
			t.Errorf("no text of testdata shows the code %s", code)
		}
	}
}

// A bad translation is named after the code that it shows too; it is one of the text of its name, or of small.md.
func translationFixtures(t *testing.T, shown map[FindingCode]bool) {
	files, err := filepath.Glob("testdata/translation/translation*.fr.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no translations: %v", err)
	}
	for _, file := range files {
		stem := strings.TrimSuffix(file, ".fr.md")
		base := stem + ".md"
		if _, err := os.Stat(base); err != nil {
			base = "testdata/translation/small.md"
		}
		of, err := os.ReadFile(base)
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		m, fs := Compile(filepath.Base(base), of)
		if len(fs) > 0 {
			t.Fatal(fs)
		}
		_, fs = Translate(m, "fr", filepath.Base(file), text)
		for _, f := range fs {
			shown[f.Code] = true
		}
		golden(t, stem+".findings", []byte(fs.String()+"\n"))
		if !hasCode(fs, FindingCode(filepath.Base(stem))) {
			t.Errorf("%s does not show its code:\n%s", file, fs)
		}
	}
}

func hasCode(fs Findings, code FindingCode) bool {
	for _, f := range fs {
		if f.Code == code {
			return true
		}
	}
	return false
}

func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not what comes out (go test -update writes it anew). Now:\n%s", file, got)
	}
}

// What a file cannot hold well stands here: texts that are too long, too deep, or not text.
func TestRefusedBytes(t *testing.T) {
	base, err := os.ReadFile("testdata/base.md")
	if err != nil {
		t.Fatal(err)
	}
	codes := ""
	for i := range maxBlocks + 2 {
		codes += fmt.Sprintf("handling \"h%d\" {\n  title  = \"H\"\n  court  = \"no\"\n  onward = \"no\"\n}\n", i)
	}
	with := func(s string) []byte { return []byte(strings.Replace(string(base), "Two Parties agree.", s, 1)) }
	for name, c := range map[string]struct {
		text []byte
		code FindingCode
		line int
	}{
		"too long":              {append(base, bytes.Repeat([]byte(" "), maxSource)...), CodeSize, 1},
		"too many steps":        {with("```hcl\nprocedure \"big\" {\n" + strings.Repeat("step \"s\" {\n}\n", maxBlocks+1) + "}\n```"), CodeSize, 2*maxBlocks + 7},
		"too many codes":        {with("```hcl\n" + codes + "```"), CodeSize, 6 + 5*maxBlocks},
		"byte order mark":       {append([]byte("\xef\xbb\xbf"), base...), CodeEncoding, 1},
		"carriage return":       {with("Two Parties\r\nagree."), CodeEncoding, 5},
		"not UTF-8":             {with("Two Parties \xff agree."), CodeEncoding, 5},
		"null":                  {with("Two Parties \x00 agree."), CodeEncoding, 5},
		"reordered reading":     {with("Two Parties \u202eagree."), CodeEncoding, 5},
		"quotes in quotes":      {with(strings.Repeat("> ", 2000) + "agree"), CodeDepth, 5},
		"tight quotes":          {with(strings.Repeat(">", 200_000) + "agree"), CodeDepth, 5},
		"lists in lists":        {with(strings.Repeat("- ", 2000) + "agree"), CodeDepth, 5},
		"brackets in brackets":  {with("```hcl\nx = " + strings.Repeat("[", 100_000) + "\n```"), CodeDepth, 6},
		"blocks in blocks":      {with("```hcl\n" + strings.Repeat("a {\n", 50_000) + "\n```"), CodeDepth, 38},
		"signs before a number": {with("```hcl\nx = " + strings.Repeat("-", 100_000) + "1\n```"), CodeExpression, 6},
	} {
		m, fs := Compile("x.md", c.text)
		if m != nil || len(fs) == 0 {
			t.Errorf("%s: taken", name)
			continue
		}
		if !slices.ContainsFunc(fs, func(f Finding) bool { return f.Code == c.code && f.Line == c.line }) {
			t.Errorf("%s: %s in line %d, want %s in line %d", name, fs[0].Code, fs[0].Line, c.code, c.line)
		}
	}
}
