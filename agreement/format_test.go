package agreement

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/entente-net/entente/fault"
	"github.com/gowebpki/jcs"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"pgregory.net/rapid"
)

// corpus are the texts of this repository, good and bad.
func corpus(t testing.TB) map[string][]byte {
	t.Helper()
	texts := map[string][]byte{}
	for _, glob := range []string{"testdata/*.md", "../models/*.md", "../bench/northgate.md", "../docs/language.md", "../casework/testdata/*.md", "../audit/synth/*.md", "../spec/reader/testdata/*.md"} {
		files, err := filepath.Glob(glob)
		if err != nil || len(files) == 0 {
			t.Fatalf("no texts at %s: %v", glob, err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			texts[file] = text
		}
	}
	return texts
}

// failing is a test, or one of the many that rapid makes of it.
type failing interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// aside keeps what linesAside gave: most layouts of a text come out as the same one.
var aside sync.Map

// linesAside is the hash of a model's canonical form without the lines of its articles, which move with the layout.
func linesAside(t failing, text []byte) string {
	t.Helper()
	key := sha256.Sum256(text)
	if known, ok := aside.Load(key); ok {
		return known.(string)
	}
	m, _ := Compile("x.md", text)
	if m == nil {
		return ""
	}
	var o map[string]any
	if err := json.Unmarshal(m.Canonical(), &o); err != nil {
		t.Fatal(err)
	}
	for _, c := range o["articles"].([]any) {
		delete(c.(map[string]any), "line")
	}
	b, err := json.Marshal(o)
	if err == nil {
		b, err = jcs.Transform(b)
	}
	if err != nil {
		t.Fatal(err)
	}
	hash := fmt.Sprintf("%x", sha256.Sum256(b))
	aside.Store(key, hash)
	return hash
}

// settled holds what every layout owes: the same model, and nothing left to do.
func settled(t failing, text []byte) []byte {
	t.Helper()
	laid, err := Format(text)
	if err != nil {
		t.Fatalf("refused: %v\n%s", err, text)
	}
	settles(t, text, laid)
	return laid
}

func settles(t failing, text, laid []byte) {
	t.Helper()
	if bytes.Equal(laid, text) {
		return // neither is there anything to compare, nor anything left to do
	}
	if linesAside(t, text) != linesAside(t, laid) {
		t.Fatalf("the layout changed the model:\n%s", laid)
	}
	again, err := Format(laid)
	if err != nil || !bytes.Equal(again, laid) {
		t.Fatalf("what was laid out is laid out anew (%v):\n%s\nthen\n%s", err, laid, again)
	}
}

func TestFormatTheRepository(t *testing.T) {
	laid, refused := 0, 0
	for file, text := range corpus(t) {
		now, err := Format(text)
		if err != nil {
			if m, _ := Compile(file, text); m != nil {
				t.Errorf("%s compiles and is refused: %v", file, err)
			}
			refused++
			continue
		}
		laid++
		settles(t, text, now)
	}
	if laid < 60 || refused < 5 {
		t.Errorf("%d texts were laid out and %d refused", laid, refused)
	}
}

// Rules have one layout, however their author broke the lines; with comments put in anywhere they keep their
// meaning, and every comment.
func TestFormatAnyLayout(t *testing.T) {
	texts := corpus(t)
	files := []string{"testdata/base.md", "testdata/excerpt.md", "../casework/testdata/passage.md", "../bench/northgate.md", "../docs/language.md"}
	small := files[:3]
	want := map[string][]byte{}
	for _, file := range files {
		want[file] = settled(t, texts[file])
	}
	rapid.Check(t, func(t *rapid.T) {
		file := rapid.SampledFrom(slices.Concat(small, small, small, small, small, small, files)).Draw(t, "file") // the large ones take long
		remarks := rapid.Bool().Draw(t, "with comments")
		s := &shaker{rand: rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0)), remarks: remarks}
		read, err := readForLayout(texts[file])
		if err != nil {
			t.Fatal(err)
		}
		var edits []edit
		for _, f := range read.fences {
			if s.chance(2) {
				edits = append(edits, edit{f.start, f.end, s.shake(texts[file][f.start:f.end])})
			}
		}
		got := settled(t, applyEdits(texts[file], edits))
		for i := range s.made {
			if n := strings.Count(string(got), fmt.Sprintf("remark %d.", i)); n != 1 {
				t.Fatalf("comment %d stands %d times", i, n)
			}
		}
		if !remarks && !bytes.Equal(got, want[file]) {
			t.Fatalf("another layout of the same rules:\n%s", got)
		}
	})
}

// shaker writes rules anew with other blanks, line ends and commas, and with comments if asked.
type shaker struct {
	rand    *rand.Rand
	remarks bool
	made    int
}

func (s *shaker) chance(oneIn int) bool { return s.rand.IntN(oneIn) == 0 }

func (s *shaker) one(of ...string) string { return of[s.rand.IntN(len(of))] }

func (s *shaker) blanks() string { return s.one(" ", " ", " ", "", "  ", "\t") }

func (s *shaker) lines() string { return s.one("\n", "\n", "\n\n", " \n\t\n", "\n   \n\n") }

// remark gives a comment: one that ends its line, or one that does not.
func (s *shaker) remark(ending bool) string {
	if !s.remarks || !s.chance(12) {
		return ""
	}
	s.made++
	forms := []string{"/* remark %d. */", "/* remark %d.\n   and more  */"}
	if ending {
		forms = append(forms, "# remark %d.\n", "// remark %d.  \n")
	}
	return " " + fmt.Sprintf(s.one(forms...), s.made-1)
}

func (s *shaker) shake(rules []byte) string {
	tokens, _ := hclsyntax.LexConfig(rules, "", hcl.InitialPos)
	var b strings.Builder
	var open []string // "block", "object" or "list"
	in := func() string {
		if len(open) == 0 {
			return "block"
		}
		return open[len(open)-1]
	}
	for i, k := range tokens {
		next := hclsyntax.TokenEOF
		if i+1 < len(tokens) {
			next = tokens[i+1].Type
		}
		switch k.Type {
		case hclsyntax.TokenEOF:
			continue
		case hclsyntax.TokenNewline:
			if in() == "block" {
				b.WriteString(s.remark(false) + s.lines())
				if next != hclsyntax.TokenEOF {
					b.WriteString(strings.TrimPrefix(s.remark(true), " "))
				}
			} else {
				b.WriteString("\n")
			}
			continue
		case hclsyntax.TokenQuotedLit, hclsyntax.TokenOQuote:
			b.Write(k.Bytes)
			continue
		case hclsyntax.TokenOBrace:
			kind := "object"
			if i > 0 && (tokens[i-1].Type == hclsyntax.TokenIdent || tokens[i-1].Type == hclsyntax.TokenCQuote) {
				kind = "block"
			}
			open = append(open, kind)
			b.WriteString("{" + s.blanks() + s.remark(kind != "block"))
			if s.chance(3) && next != hclsyntax.TokenCBrace && next != hclsyntax.TokenNewline {
				b.WriteString("\n")
				if kind == "block" { // what was on one line is opened whole
					open[len(open)-1] = "opened"
				}
			}
			continue
		case hclsyntax.TokenOBrack, hclsyntax.TokenOParen:
			open = append(open, "list")
			b.Write(k.Bytes)
			b.WriteString(s.blanks() + s.remark(true))
			if s.chance(3) {
				b.WriteString(s.lines())
			}
			continue
		case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen:
			if in() == "opened" {
				b.WriteString("\n")
			}
			if in() == "list" && len(bytes.TrimSpace(tokens[i-1].Bytes)) > 0 && tokens[i-1].Type != hclsyntax.TokenComma && tokens[i-1].Type != hclsyntax.TokenOBrack && s.chance(2) {
				b.WriteString("," + s.remark(true) + s.lines())
			}
			open = open[:len(open)-1]
			b.Write(k.Bytes)
			b.WriteString(s.blanks())
			continue
		case hclsyntax.TokenComma:
			if in() == "object" && s.chance(2) {
				b.WriteString("\n" + s.blanks())
				continue
			}
			b.WriteString(s.blanks() + "," + s.remark(true))
			if s.chance(4) {
				b.WriteString(s.lines())
			}
			b.WriteString(s.blanks())
			continue
		case hclsyntax.TokenIdent, hclsyntax.TokenCQuote:
			b.Write(k.Bytes)
			if next == hclsyntax.TokenIdent || next == hclsyntax.TokenOQuote || next == hclsyntax.TokenOBrace {
				b.WriteString(" ")
			}
			if next != hclsyntax.TokenDot && next != hclsyntax.TokenOParen {
				b.WriteString(s.blanks() + s.remark(false))
			}
			continue
		}
		b.Write(k.Bytes)
		if k.Type == hclsyntax.TokenEqual {
			b.WriteString(s.blanks() + s.remark(false))
		}
	}
	return b.String()
}

func TestFormatRules(t *testing.T) {
	long := strings.Repeat("x", 100)
	for name, c := range map[string]struct{ in, want string }{
		"nothing":            {"\n\n", ""},
		"signs and blanks":   {"a \"b\"   {\nlong_name=1\nx   =  -2\n}", "a \"b\" {\n  long_name = 1\n  x         = -2\n}\n"},
		"blocks apart":       {"a {\nx = 1\nb {\ny = 1\n}\nb {\n}\nz = 1\n}\nc {\n}", "a {\n  x = 1\n\n  b {\n    y = 1\n  }\n\n  b {}\n\n  z = 1\n}\n\nc {}\n"},
		"rows of blocks":     {"a {\nstate \"x\" {\nfinal = true\n}\n\nstate \"y\" { title = \"Y\" }\nside \"z\" { any = [] }\n}", "a {\n  state \"x\" { final = true }\n  state \"y\" { title = \"Y\" }\n\n  side \"z\" {\n    any = []\n  }\n}\n"},
		"a long row":         {"state \"x\" { title = \"" + long + long + "\" }", "state \"x\" {\n  title = \"" + long + long + "\"\n}\n"},
		"a long list":        {"a {\nb = [\"" + long + "\", c.d]\n  long = 1\n}", "a {\n  b    = [\"" + long + "\", c.d]\n  long = 1\n}\n"},
		"a longer list":      {"a {\nb = [\"" + long + "\", c.d, e.f, g.h]\n  long = entering(\"x\",\n\"y\")\n}", "a {\n  b = [\n    \"" + long + "\",\n    c.d,\n    e.f,\n    g.h,\n  ]\n  long = entering(\"x\", \"y\")\n}\n"},
		"objects":            {"a {\nb = { c: 1, \"d\" = { e = [\n1,\n],\n} }\n}", "a {\n  b = { c = 1, \"d\" = { e = [1] } }\n}\n"},
		"a long object":      {"a {\nb = { c = \"" + long + "\", long = 12345 }\n}", "a {\n  b = {\n    c    = \"" + long + "\"\n    long = 12345\n  }\n}\n"},
		"comments":           {"# one\n\na { # two\n  # three\n\n\n  // four\n  x = 1 # five\n  long = 22 /* six */\n} # seven\n# eight", "# one\n\na { # two\n  # three\n\n  // four\n  x    = 1  # five\n  long = 22 /* six */\n} # seven\n\n# eight\n"},
		"comments in a list": {"a {\nb = [ # one\n 1, # two\n # three\n /* four */ 2 # five\n , # six\n # seven\n]\n}", "a {\n  b = [\n    # one\n    1, # two\n    # three\n    /* four */\n    # six\n    2, # five\n    # seven\n  ]\n}\n"},
		"comments amid":      {"a /* one */ \"b\" {\nx /* two */ = /* three */ c /* four */ . d /* five */\n}", "/* one */\na \"b\" {\n  /* two */\n  /* three */\n  /* four */\n  x = c.d /* five */\n}\n"},
		"what is not known":  {"a {\nb = [for x in y : x\n  .z]   # one\n  c = d[0]\n}", "a {\n  b = [for x in y : x\n  .z] # one\n  c = d[0]\n}\n"},
	} {
		text := "## Article 1 — A\n\n```hcl\n" + c.in + "\n```\n"
		got := string(settled(t, []byte(text)))
		if want := "## Article 1 — A\n\n```hcl\n" + c.want + "```\n"; got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
}

// Blanks that mean something in Markdown stay.
func TestFormatProse(t *testing.T) {
	for in, want := range map[string]string{
		"a \nb\t\nc   ":                  "a\nb\nc\n",
		"a  \nb":                         "a  \nb\n", // a hard line break
		"a\\ \nb":                        "a\\ \nb\n",
		"a\\ ":                           "a\\ \n",
		"`a \nb`":                        "`a \nb`\n", // a blank of the code
		"<b \nc>":                        "<b \nc>\n",
		"# a \n \t\nb":                   "# a\n\nb\n",
		"a \n=== ":                       "a\n=== \n",
		"    code \n    \n    code  ":    "    code \n    \n    code  \n",
		"```\ncode  \n\n  \n```":         "```\ncode  \n\n  \n```\n",
		"<pre>\na  \n \n</pre>":          "<pre>\na  \n \n</pre>\n",
		"- a \n\n      code  \n- ":       "- a\n\n      code  \n- \n",
		"> a \n> \n> b  \n> c":           "> a\n> \n> b  \n> c\n",
		"a\n\n\n\n":                      "a\n",
		"":                               "",
		"\n\n":                           "\n",
		"a\n\n\n\nb":                     "a\n\n\n\nb\n", // how far apart is the author's business
		"- ```\n  code\n\n\n":            "- ```\n  code\n\n\n",
		"[a]: /b \"c \nd\" ":             "[a]: /b \"c \nd\"\n",
		"## Article 1 — X \n\n- y \n  z": "## Article 1 — X\n\n- y\n  z\n",
	} {
		got, err := Format([]byte(in))
		if err != nil || string(got) != want {
			t.Errorf("%q became %q, want %q (%v)", in, got, want, err)
		}
		if again, err := Format(got); err != nil || !bytes.Equal(again, got) {
			t.Errorf("%q became %q and then %q (%v)", in, got, again, err)
		}
	}
	text := "## Article 1 — A\n\n```hcl\narticle {\n}\n```   \n"
	if got := string(settled(t, []byte(text))); got != "## Article 1 — A\n\n```hcl\narticle {}\n```\n" {
		t.Errorf("a fence's end became %q", got)
	}
}

func TestFormatRefuses(t *testing.T) {
	blocks := strings.Repeat("a {\n", 20) + strings.Repeat("#\n", 110_000) + strings.Repeat("}\n", 20)
	for name, c := range map[string]struct {
		text string
		code FindingCode
	}{
		"carriage return": {"## Article 1 — A\r\n", CodeEncoding},
		"syntax":          {"## Article 1 — A\n\n```hcl\na {\n```\n", CodeSyntax},
		"outside":         {"```hcl\na {\n}\n```\n", CodeRuleOutside},
		"open fence":      {"## Article 1 — A\n\n```hcl\na {\n}\n", CodeFenceOpen},
		"computing":       {"## Article 1 — A\n\n```hcl\na {\nb = 1 + 1\n}\n```\n", CodeExpression},
		"too long then":   {"## Article 1 — A\n\n```hcl\n" + blocks + "```\n", CodeSize},
	} {
		out, err := Format([]byte(c.text))
		var fs Findings
		if out != nil || fault.CodeOf(err) != fault.AgreementOpen || !errors.As(err, &fs) || fs[0].Code != c.code {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
}

func FuzzFormat(f *testing.F) {
	for _, rules := range []string{
		"a {\nx = 1\nb \"c\" {\n}\n\n}",
		"state \"x\" { final = true }\nstate \"y\" {\ntitle = \"Y\"\n}",
		"a { # b\nc = [1, # d\n] /* e */\nd = { e: f.g,\nh = entering(\"i\", /* j\n */ -1) }\n}\n// k",
	} {
		f.Add([]byte("# A \n\n## Article 1 — A\n\n```hcl\n" + rules + "\n```\n\nb  \nc \nd\n"))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if _, err := Format(text); err != nil {
			var fs Findings
			if fault.CodeOf(err) != fault.AgreementOpen || !errors.As(err, &fs) {
				t.Fatal(err)
			}
			return
		}
		settled(t, text)
	})
}
