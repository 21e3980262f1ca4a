package agreement

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/gowebpki/jcs"
)

// defined gives the canonical form as it is defined: the JSON of the model with nil lists and maps as empty ones, as RFC
// 8785 writes it.
func defined(m *Model) ([]byte, error) {
	filled := reflect.New(reflect.TypeFor[Model]()).Elem()
	filled.Set(reflect.ValueOf(*m))
	fill(filled)
	b, err := json.Marshal(filled.Addr().Interface())
	if err != nil {
		return nil, err
	}
	return jcs.Transform(b)
}

// fill copies lists and sets nil ones to empty ones, so that "none" has one canonical form. It never
// writes to what v shares with others.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(v.Field(i))
			}
		}
	case reflect.Slice:
		s := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(s, v)
		v.Set(s)
		for i := range s.Len() {
			fill(s.Index(i))
		}
	case reflect.Map:
		if v.IsNil() {
			v.Set(reflect.MakeMap(v.Type()))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			p := reflect.New(v.Type().Elem())
			p.Elem().Set(v.Elem())
			fill(p.Elem())
			v.Set(p)
		}
	}
}

func TestCanonicalIsAsDefined(t *testing.T) {
	models := map[string]*Model{"nothing": {}}
	for _, glob := range []string{"testdata/*.md", "../models/*.md"} {
		files, err := filepath.Glob(glob)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if _, m, _, err := Open(os.DirFS(filepath.Dir(file)), filepath.Base(file), file); err != nil {
				t.Fatal(err)
			} else if m != nil {
				models[file] = m
			}
		}
	}
	for name, odd := range oddModels() {
		models[name] = odd
	}
	if len(models) < 40 {
		t.Errorf("only %d models are compared", len(models))
	}
	for name, m := range models {
		want, wrong := defined(m)
		got, err := m.encode()
		if (err == nil) != (wrong == nil) || !bytes.Equal(got, want) {
			t.Errorf("%s: %v, and should be %v\n%s\n%s", name, err, wrong, got, want)
		}
	}
}

// oddModels hold what no text compiles to, or hardly: every kind of value, texts that are not plain, names beyond ASCII.
func oddModels() map[string]*Model {
	out := map[string]*Model{}
	text := "a\"b\\c\n\t\u0001\u2028<&>é中😀"
	for name, v := range map[string]any{
		"text": text, "invalid": "a\xff\xfeb", "empty": "", "nil": nil, "yes": true, "no": false, "0": json.Number("0"), "00": json.Number("00"), "whole": json.Number("123456789012345"), "long": json.Number("1234567890123456"),
		"minus": json.Number("-7"), "decimal": json.Number("1.50"), "exponent": json.Number("1e21"), "word": json.Number("x"), "none": json.Number(""), "float": 0.1, "big": 1e300, "infinite": math.Inf(1), "int": 7, "channel": make(chan int),
		"list": []any{"a", nil, []any{}, []any(nil), map[string]any(nil)}, "texts": []string{"a"}, "object": map[string]any{"b": 1.5, "a": map[string]any{}}, "names": map[string]any{"é": 1, "a": 2, "\uffff": 3, "😀": 4, "<": 5, "\"": 6},
	} {
		out["value "+name] = &Model{Expects: []Expect{{Given: []Move{{Gives: map[FieldID]any{"f": v, "e": v}, Facts: map[string]any{"quota:q": v}}}}}}
	}
	out["names"] = &Model{Title: text, Translations: map[string]string{"é": text, "a": "", "😀": "x", "\uffff": "y", "\xff": "z"}}
	out["numbers"] = &Model{Articles: []Clause{{Line: -1, ByPeople: []int{0, 1 << 53, -5}, Untouchable: true}}, Renewal: &Renewal{}, Amends: &Amendment{}}
	return out
}
