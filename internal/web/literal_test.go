package web

import (
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// What a page says stands in a catalogue. These tests read the code itself, so that they find a word also in a
// branch that no specimen reaches.

var (
	wordForm  = regexp.MustCompile(`\p{L}{2,}`)                                                           // a word
	sentences = regexp.MustCompile(`\p{L}{2,}[,.:;]? \p{L}{2,}[,.:;]? \p{L}{2,}|^\p{Lu}\p{L}+ \p{L}{2,}`) // two of them
	marked    = regexp.MustCompile(`[.,:;?!。，：；？！]`)                                                      // a mark that languages set differently
	readAttr  = regexp.MustCompile(`(?s)[ ]([a-z-]+)="([^"]*)"`)                                          // an attribute with its value
	entity    = regexp.MustCompile(`&(#\d+|[a-z]+);`)                                                     // no word
	shown     = []string{"aria-label", "aria-description", "aria-valuetext", "title", "alt", "placeholder", "label", "data-l", "content"}
	holeForm  = regexp.MustCompile("\x01(\\d+)\x01")
	keyCalls  = []string{"T", "N", "Has", "say", "saidList", "icon", "script", "Get", "state", "refused", "some", "get", "kept", "has"} // calls whose words are keys
)

// literals parses a package's files; the names are of its own, without what is generated, tests and specimens.
func literals(t *testing.T, pattern string, generated bool) map[string]*ast.File {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	set := gotoken.NewFileSet()
	files := map[string]*ast.File{}
	for _, n := range names {
		base := filepath.Base(n)
		if strings.HasSuffix(base, "_test.go") || strings.HasSuffix(base, "_templ.go") != generated || strings.HasPrefix(base, "specimen") || strings.HasPrefix(base, "gallery") || strings.HasPrefix(base, "words_") {
			continue
		}
		b, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		f, err := parser.ParseFile(set, n, b, 0)
		if err != nil {
			t.Fatal(err)
		}
		files[n] = f
	}
	return files
}

func called(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}

func text(e ast.Expr) (string, bool) {
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != gotoken.STRING {
		return "", false
	}
	s, err := strconv.Unquote(l.Value)
	return s, err == nil
}

// wordsOf collects the literals of an expression that are no keys of a catalogue.
func wordsOf(e ast.Expr) []string {
	var out []string
	ast.Inspect(e, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok && slices.Contains(keyCalls, called(c)) {
			for _, a := range c.Args {
				if _, plain := text(a); !plain {
					if _, sum := a.(*ast.BinaryExpr); !sum {
						out = append(out, wordsOf(a)...)
					}
				}
			}
			return false
		}
		if x, ok := n.(ast.Expr); ok {
			if s, ok := text(x); ok {
				out = append(out, s)
			}
		}
		return true
	})
	return out
}

// A template holds no word and no mark of punctuation: they stand in the catalogue, in the language's own form.
func TestTemplatesHoldNoWords(t *testing.T) {
	for name, file := range literals(t, "*.go", true) {
		for _, d := range file.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			// The element tree as it is written, with a number for each expression.
			var page strings.Builder
			var holes []ast.Expr
			ast.Inspect(fn, func(n ast.Node) bool {
				c, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				switch called(c) {
				case "WriteString":
					if len(c.Args) == 3 {
						s, _ := text(c.Args[2])
						page.WriteString(s)
					}
				case "JoinStringErrs", "JoinURLErrs", "ResolveAttributeValue":
					page.WriteString("\x01" + strconv.Itoa(len(holes)) + "\x01")
					holes = append(holes, c.Args[0])
					return false
				case "Render":
					return true
				}
				return true
			})
			check := func(where, s string) {
				plain := entity.ReplaceAllString(holeForm.ReplaceAllString(s, ""), "")
				if wordForm.MatchString(plain) || marked.MatchString(plain) {
					t.Errorf("%s: %s holds %q", name, where, strings.TrimSpace(plain))
				}
				for _, m := range holeForm.FindAllStringSubmatch(s, -1) {
					i, _ := strconv.Atoi(m[1])
					for _, w := range wordsOf(holes[i]) {
						if wordForm.MatchString(w) || marked.MatchString(w) {
							t.Errorf("%s: %s holds %q", name, where, w)
						}
					}
				}
			}
			rest := page.String()
			for rest != "" {
				at := strings.IndexByte(rest, '<')
				if at < 0 {
					check("a text", rest)
					break
				}
				check("a text", rest[:at])
				end := tagEnd(rest[at:])
				if end < 0 {
					t.Errorf("%s: the tag %.60q has no end", name, rest[at:])
					break
				}
				tag := rest[at+1 : at+end]
				rest = rest[at+end+1:]
				if strings.HasPrefix(tag, "meta ") {
					continue
				}
				for _, m := range readAttr.FindAllStringSubmatch(tag, -1) {
					if slices.Contains(shown, m[1]) {
						check("the attribute "+m[1], m[2])
					}
				}
			}
			// What is handed to a component: never a sentence.
			ast.Inspect(fn, func(n ast.Node) bool {
				c, ok := n.(*ast.CallExpr)
				if !ok || called(c) == "WriteString" {
					return true
				}
				for _, a := range c.Args {
					if s, ok := text(a); ok && sentences.MatchString(s) {
						t.Errorf("%s: %s is given the words %q", name, called(c), s)
					}
				}
				return true
			})
		}
	}
}

// machine are the calls whose words are for machines, for the operator's log, or in the engine's one language
// (an error, which the page translates by its code).
var machine = []string{
	"New", "Refuse", "Mend", "Errorf", "MustCompile", "Set", "Add", "Get", "Exec", "Query", "Warn", "Error", "Info", "Debug", "Contains", "HasPrefix", "HasSuffix", "CutPrefix", "TrimPrefix", "Format", "Parse", "Fatal",
}

// The code that fills pages holds no sentence either, but in its errors.
func TestCodeHoldsNoSentences(t *testing.T) {
	for _, pattern := range []string{"*.go", "../desk/*.go"} {
		for name, file := range literals(t, pattern, false) {
			ast.Inspect(file, func(n ast.Node) bool {
				switch x := n.(type) {
				case *ast.ImportSpec, *ast.Field: // paths and tags
					return false
				case *ast.CallExpr:
					return !slices.Contains(machine, called(x))
				case ast.Expr:
					if s, ok := text(x); ok && sentences.MatchString(s) && !strings.Contains(s, "<") && !strings.Contains(s, "-src") && !strings.HasPrefix(s, "entente ") { // a command is the same in every language
						t.Errorf("%s holds the words %q", name, s)
					}
				}
				return true
			})
		}
	}
}
