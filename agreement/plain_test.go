package agreement

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

var rulesFence = regexp.MustCompile("(?ms)^```hcl\n(.*?)^```$")

// samePlain says whether rules are plain, and fails unless the library makes the same tree of them, without a word, and
// they hold nothing that lex would refuse.
func samePlain(t *testing.T, rules []byte) bool {
	start := hcl.Pos{Line: 7, Column: 1, Byte: 123}
	got, plain := readPlain(rules, "x", start)
	if !plain {
		return false
	}
	file, diags := hclsyntax.ParseConfig(rules, "x", start)
	if len(diags) > 0 {
		t.Fatalf("taken for plain, and %v\n%s", diags, rules)
	}
	if !reflect.DeepEqual(got, file.Body) {
		t.Fatalf("not what the library reads:\n%s", rules)
	}
	tokens, _ := hclsyntax.LexConfig(rules, "x", hcl.InitialPos)
	if c := newCompiler("x", rules); !c.lex(tokens) {
		t.Fatalf("taken for plain, and %s\n%s", c.findings[0].message, rules)
	}
	return true
}

// ruleTexts are the rules of every text there is, by file.
func ruleTexts(t testing.TB) [][]byte {
	var out [][]byte
	for _, glob := range []string{"testdata/*.md", "../docs/*.md", "../models/*.md", "../models/*/*.md"} {
		files, err := filepath.Glob(glob)
		if err != nil || len(files) == 0 {
			t.Fatal(glob, err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range rulesFence.FindAllSubmatch(text, -1) {
				out = append(out, m[1])
			}
		}
	}
	return out
}

// What is taken for plain reads as the library reads it: the rules of every text, as they are and with something put in
// or taken out.
func TestPlainRulesReadAsTheLibraryReadsThem(t *testing.T) {
	pieces := []string{
		"-", "5-3", "${", "%{", "==", "=>", "...", "::", "!", "*", "/", "//x\n", "/*", "#", "\"", "\\", "<<", "<", "&&", "?", "(", "[", "{", "é", "-5", "a-b", " - ",
		"\t", "\r", "\n", " ", ".", ",", "=", ":", "]", "}", ")", "for ", "true", "null", "1.5", "0.", "\"\"", "# é\n", "\"e\u0301\"", "\"é — 中\"", "x = 1\n", "{}", "[]", "_", "a.b", "f(", "\xff",
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	all := ruleTexts(t)
	whole, plain, other := 0, 0, 0
	for i, rules := range all {
		if samePlain(t, rules) {
			whole++
		}
		if len(rules) > 4000 || len(rules) == 0 || i%4 != 0 {
			continue
		}
		for k := range 12 {
			at := rnd.IntN(len(rules))
			changed := slices.Concat(rules[:at], []byte(pieces[rnd.IntN(len(pieces))]), rules[at:])
			if k%3 == 0 {
				changed = slices.Concat(rules[:at], rules[min(at+1+rnd.IntN(3), len(rules)):])
			}
			if samePlain(t, changed) {
				plain++
			} else {
				other++
			}
		}
	}
	if 100*whole < 95*len(all) {
		t.Errorf("of %d fences %d are plain", len(all), whole)
	}
	if plain < 1000 || other < 1000 {
		t.Errorf("%d plain, %d not", plain, other)
	}
}

// Each form by itself, in what is plain and what is left to the library.
func TestPlainForms(t *testing.T) {
	for _, s := range []string{
		"x = -5\n", "x = -0.5\n", "clock = clock.a-b\n", "f = entering(\"a\", \"b\")\n", "f = entering()\n", "f = entering(\n  \"a\", # one\n\n  \"b\",\n)\n", "x = \"\"\n", "  # only this\n", "\n\n", "\n  \n# é\n  x = 1\n",
		"x = [\n  a.b, # é\n  # alone\n  \"é\u0301 중\", [1, 2.50,],\n]\n", "x = { a = 1, \"b\" = null\n c.d = true, }\n", "x = {}\n", "x = []\n", "x = [{ a = 1\n\n b = [\n] # so\n}]\n",
		"a {}\n", "a { } # so\n", "a \"b\" { c = 1 }\n", "a \"b\" \"c\" { # d\n  e \"\" {\n  }\n}\n", "a{b=1}\n", "a \"\" { b = [\n1] }\n", "x = a.b.c.d\n", "_a- = _\n",
	} {
		if !samePlain(t, []byte(s)) {
			t.Errorf("%q is not taken for plain", s)
		}
	}
	for _, s := range []string{
		"", "x = 1", "x = 5-3\n", "x = -y\n", "x = - 2\n", "x = 1 - 2\n", "x = a ? b : c\n", "x = a[0]\n", "x = a [0]\n", "x = a.0\n", "x = a.*\n", "x = a .b\n", "x = f (1)\n", "x = (1)\n", "x = 1e5\n", "x = 1.\n",
		"x = \"a\\n\"\n", "x = \"$\"\n", "x = \"%\"\n", "x = \"a\n\"\n", "x =\n1\n", "x == 1\n", "x => 1\n", "x = { a == 1 }\n", "x = { a : 1 }\n", "x = { 1 = 2 }\n", "x = { (a) = 2 }\n", "x = { a = 1 b = 2 }\n", "x = [1 2]\n", "x = [for a in b : a]\n", "x = [\nfor a in b : a]\n", "x = {\nfor a in b : a => a}\n",
		"x = 1\nx = 2\n", "x = 1 y = 2\n", "a b {\n}\n", "a {\n} b {\n}\n", "a { b = 1\n}\n", "a { b = 1, c = 2 }\n", "a { b {\n}\n }\n", "a\n{\n}\n", "}\n", "a {\n", "x = [\n", "x = f(\n", "\"x\" = 1\n", "x = 1 // y\n", "x\t= 1\n", "x = 1\r\n", "é = 1\n", "aé = 1\n", "x = aé\n", "x = \"\xff\"\n", "# \xff\n", "/* */ x = 1\n", "x = <<E\nE\n",
	} {
		if samePlain(t, []byte(s)) {
			t.Errorf("%q is taken for plain", s)
		}
	}
}

// Nested as deep as is read, and deeper.
func TestPlainDepth(t *testing.T) {
	nested := func(n int) []byte {
		s := []byte("x = ")
		s = append(s, slices.Repeat([]byte("["), n)...)
		s = append(s, slices.Repeat([]byte("]"), n)...)
		return append(s, '\n')
	}
	if !samePlain(t, nested(maxNesting)) || samePlain(t, nested(maxNesting+1)) || samePlain(t, nested(100_000)) {
		t.Error("rules are plain down to the depth that is read, and no deeper")
	}
}

// Whatever is given: what is taken for plain reads as the library reads it.
func FuzzPlain(f *testing.F) {
	for i, rules := range ruleTexts(f) {
		if i%20 == 0 {
			f.Add(rules)
		}
	}
	f.Fuzz(func(t *testing.T, rules []byte) {
		if len(rules) < 1<<16 {
			samePlain(t, rules)
		}
	})
}
