package spec

import (
	"go/ast"
	"go/parser"
	"go/token"
	"net/http"
	"strconv"
	"testing"

	"github.com/entente-net/entente/fault"
)

// codesInSource reads the constants of package fault from its source, so that a code which is added there
// and forgotten here is found.
func codesInSource(t *testing.T) map[fault.Code]bool {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../fault/codes.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	found := map[fault.Code]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		v, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		for _, x := range v.Values {
			if lit, ok := x.(*ast.BasicLit); ok {
				s, err := strconv.Unquote(lit.Value)
				if err != nil {
					t.Fatal(err)
				}
				found[fault.Code(s)] = true
			}
		}
		return true
	})
	return found
}

func TestEveryCodeStandsInTheTable(t *testing.T) {
	want := codesInSource(t)
	if len(want) < 40 {
		t.Fatalf("only %d codes found in the source: the search is wrong", len(want))
	}
	seen := map[fault.Code]bool{}
	for _, e := range ErrorCodes() {
		if seen[e.Code] {
			t.Errorf("%s stands twice", e.Code)
		}
		seen[e.Code] = true
		if !want[e.Code] {
			t.Errorf("%s is no code of package fault", e.Code)
		}
		if e.Status < 400 || e.Status > 599 || http.StatusText(e.Status) == "" {
			t.Errorf("%s has the status %d", e.Code, e.Status)
		}
		if e.Meaning == "" || e.Remedy == "" {
			t.Errorf("%s lacks its meaning or its remedy", e.Code)
		}
	}
	for c := range want {
		if !seen[c] {
			t.Errorf("%s is missing in errors.json", c)
		}
	}
}

func TestUnknownCodeIsInternal(t *testing.T) {
	if e := ErrorOf("no-such-code"); e.Code != fault.Internal || e.Status != http.StatusInternalServerError {
		t.Fatalf("%+v", e)
	}
	if e := ErrorOf(fault.WrongRole); e.Status != http.StatusForbidden {
		t.Fatalf("%+v", e)
	}
}
