package agreement

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Each text of testdata/amends is held against the one that it amends, which is base.md unless one of its own stands beside
// it. It is named after the code that it shows, or "sound".
func TestCheckAmendment(t *testing.T) {
	files, err := filepath.Glob("testdata/amends/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	shown := map[FindingCode]bool{}
	for _, file := range files {
		if strings.HasSuffix(file, ".old.md") {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			stem := strings.TrimSuffix(file, ".md")
			was, err := os.ReadFile(stem + ".old.md")
			if err != nil {
				was, err = os.ReadFile("testdata/base.md")
			}
			if err != nil {
				t.Fatal(err)
			}
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if m, fs := Compile(file, text); m == nil {
				t.Fatalf("the text by itself has errors:\n%s", fs)
			}
			fs := CheckAmendment(compiledText(t, string(was)), filepath.Base(file), text)
			code, _, _ := strings.Cut(filepath.Base(stem), "~")
			if code == "sound" {
				if len(fs) > 0 {
					t.Errorf("%s", fs)
				}
				return
			}
			golden(t, stem+".findings", []byte(fs.String()+"\n"))
			if !hasCode(fs, FindingCode(code)) {
				t.Errorf("no finding has the code %s:\n%s", code, fs)
			}
			for _, f := range fs {
				shown[f.Code] = true
				if f.Line == 0 || f.Column == 0 || f.Mend == "" || f.Severity != SeverityError {
					t.Errorf("the finding lacks place or mend, or is no error: %+v", f)
				}
			}
		})
	}
	for code := range meanings {
		if code == CodeAmendment || strings.HasPrefix(string(code), "move-") {
			if !shown[code] {
				t.Errorf("no text of testdata/amends shows the code %s", code)
			}
		}
	}
}

// A text that has errors of its own shows those, and nothing is compared.
func TestCheckAmendmentOfBadText(t *testing.T) {
	base, err := os.ReadFile("testdata/base.md")
	if err != nil {
		t.Fatal(err)
	}
	fs := CheckAmendment(compiledText(t, string(base)), "bad.md", []byte(strings.Replace(string(base), "role \"clerk\"", "rule \"clerk\"", 1)))
	if !fs.Failed() || hasCode(fs, CodeAmendment) {
		t.Errorf("%s", fs)
	}
}

// comparing says that a code needs two texts.
func comparing(code FindingCode) bool {
	return code == CodeAmendment || strings.HasPrefix(string(code), "move-") && code != CodeMoveState
}
