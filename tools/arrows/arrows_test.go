package arrows

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

func TestArrowsGoDownOnly(t *testing.T) {
	files := map[string][]string{} // package folder → its files
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && d.Name() != ".." || d.Name() == "testdata" || d.Name() == "node_modules") {
			if path == "../.." {
				return nil
			}
			return fs.SkipDir
		}
		if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			dir, err := filepath.Rel("../..", filepath.Dir(path))
			if err != nil {
				return err
			}
			files[filepath.ToSlash(dir)] = append(files[filepath.ToSlash(dir)], path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 10 {
		t.Fatalf("only %d packages found: the walk is wrong", len(files))
	}
	for _, rule := range Rules {
		seen := false
		for dir, paths := range files {
			if !within(dir, rule.From) {
				continue
			}
			seen = true
			for _, path := range paths {
				check(t, rule, dir, path)
			}
		}
		if !seen && rule.From != "client" {
			t.Errorf("the rule on %s holds no package: mend the rule", rule.From)
		}
	}
	for dir := range files {
		if _, err := filepath.Glob(filepath.Join("../..", dir, "doc.go")); err != nil {
			t.Error(err)
		}
		if m, _ := filepath.Glob(filepath.Join("../..", dir, "doc.go")); len(m) == 0 {
			t.Errorf("%s has no doc.go that says what it owns and what it never does", dir)
		}
	}
}

func check(t *testing.T, rule Rule, dir, path string) {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path, nil, 0)
	if err != nil {
		t.Error(err)
		return
	}
	for _, spec := range file.Imports {
		imported, _ := strconv.Unquote(spec.Path.Value)
		for _, never := range rule.Never {
			if within(imported, never) {
				t.Errorf("%s imports %s: %s", path, imported, rule.Reason)
			}
		}
		own, isOwn := strings.CutPrefix(imported, Module)
		if !isOwn || rule.Only == nil || within(own, dir) {
			continue
		}
		allowed := false
		for _, only := range rule.Only {
			allowed = allowed || within(own, only)
		}
		if !allowed {
			t.Errorf("%s imports %s: %s", path, imported, rule.Reason)
		}
	}
	if len(rule.Never) > 0 && rule.Never[0] == clockDiskNetwork[0] {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			pkg, ok := call.X.(*ast.Ident)
			if ok && pkg.Name == "time" && (call.Sel.Name == "Now" || call.Sel.Name == "Since" || call.Sel.Name == "Until" || call.Sel.Name == "Sleep" || call.Sel.Name == "After") {
				t.Errorf("%s calls time.%s: time is an argument here", fset.Position(call.Pos()), call.Sel.Name)
			}
			return true
		})
	}
}

func within(path, parent string) bool {
	return path == parent || strings.HasPrefix(path, parent+"/")
}
