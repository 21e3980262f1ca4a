package agreement

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/gowebpki/jcs"
)

// The canonical form is what jcs.Transform makes of the JSON of a model whose nil lists and maps are empty ones. Models of
// tens of thousands of lines are written to it directly, by a plan for each type; what is not plain goes the long way.

// writer appends the canonical form of a value.
type writer func(out []byte, v reflect.Value) ([]byte, error)

// modelWriter is made once: types do not change.
var modelWriter = sync.OnceValue(func() writer { return writerOf(reflect.TypeFor[Model]()) })

// encode gives the canonical form.
func (m *Model) encode() ([]byte, error) {
	out, err := modelWriter()(make([]byte, 0, 1<<16), reflect.ValueOf(m).Elem())
	if err != nil {
		return nil, err
	}
	return bytes.Clone(out), nil // it is kept, and the room to grow is not
}

// longWay is the definition, for a value of any kind.
func longWay(out []byte, v any) ([]byte, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	if b, err = jcs.Transform(b); err != nil {
		return nil, err
	}
	return append(out, b...), nil
}

func writerOf(t reflect.Type) writer {
	if t.Implements(reflect.TypeFor[json.Marshaler]()) {
		return func(out []byte, v reflect.Value) ([]byte, error) { return writeMarshaled(out, v.Interface()) }
	}
	switch t.Kind() {
	case reflect.String:
		return func(out []byte, v reflect.Value) ([]byte, error) { return writeText(out, v.String()) }
	case reflect.Bool:
		return func(out []byte, v reflect.Value) ([]byte, error) { return strconv.AppendBool(out, v.Bool()), nil }
	case reflect.Int:
		return func(out []byte, v reflect.Value) ([]byte, error) {
			return writeNumber(out, json.Number(strconv.FormatInt(v.Int(), 10)))
		}
	case reflect.Interface:
		return func(out []byte, v reflect.Value) ([]byte, error) { return writeAny(out, v.Interface()) }
	case reflect.Pointer:
		of := writerOf(t.Elem())
		return func(out []byte, v reflect.Value) ([]byte, error) {
			if v.IsNil() {
				return append(out, "null"...), nil
			}
			return of(out, v.Elem())
		}
	case reflect.Slice:
		of := writerOf(t.Elem())
		return func(out []byte, v reflect.Value) ([]byte, error) {
			return writeList(out, v.Len(), func(out []byte, i int) ([]byte, error) { return of(out, v.Index(i)) })
		}
	case reflect.Map:
		return mapWriter(t)
	case reflect.Struct:
		return structWriter(t)
	default:
		return func(out []byte, v reflect.Value) ([]byte, error) { return longWay(out, v.Interface()) }
	}
}

// writeMarshaled writes what has a JSON form of its own: the days and lengths of time are texts.
func writeMarshaled(out []byte, v any) ([]byte, error) {
	switch v := v.(type) {
	case Period:
		return writeText(out, v.String())
	case Date:
		return writeText(out, v.String())
	}
	return longWay(out, v)
}

func writeText(out []byte, s string) ([]byte, error) {
	ascii := true
	for i := range len(s) {
		if b := s[i]; b < ' ' || b == '"' || b == '\\' {
			return longWay(out, s)
		} else if b >= utf8.RuneSelf {
			ascii = false
		}
	}
	if !ascii && !utf8.ValidString(s) {
		return longWay(out, s)
	}
	out = append(out, '"')
	out = append(out, s...)
	return append(out, '"'), nil
}

// writeNumber writes a number; short whole ones are their own form.
func writeNumber(out []byte, n json.Number) ([]byte, error) {
	if len(n) < 16 && strings.Trim(string(n), "0123456789") == "" && (n == "0" || n > "0" && n[0] != '0') {
		return append(out, n...), nil
	}
	return longWay(out, n)
}

func writeList(out []byte, n int, element func([]byte, int) ([]byte, error)) ([]byte, error) {
	out = append(out, '[')
	var err error
	for i := range n {
		if i > 0 {
			out = append(out, ',')
		}
		if out, err = element(out, i); err != nil {
			return nil, err
		}
	}
	return append(out, ']'), nil
}

// writeAny writes a value as JSON is decoded.
func writeAny(out []byte, v any) ([]byte, error) {
	switch v := v.(type) {
	case string:
		return writeText(out, v)
	case bool:
		return strconv.AppendBool(out, v), nil
	case json.Number:
		return writeNumber(out, v)
	case []any:
		if v != nil {
			return writeList(out, len(v), func(out []byte, i int) ([]byte, error) { return writeAny(out, v[i]) })
		}
	case map[string]any:
		if v != nil {
			names := slices.Sorted(maps.Keys(v))
			if plainNames(names) {
				return writeMembers(out, names, func(out []byte, name string) ([]byte, error) { return writeAny(out, v[name]) })
			}
		}
	}
	return longWay(out, v)
}

// plainNames says that the order of bytes is that of RFC 8785, and that no name is written otherwise than it is.
func plainNames(names []string) bool {
	return !slices.ContainsFunc(names, func(n string) bool {
		return strings.ContainsFunc(n, func(r rune) bool { return r < ' ' || r == '"' || r == '\\' || r >= utf8.RuneSelf })
	})
}

func writeMembers(out []byte, names []string, member func([]byte, string) ([]byte, error)) ([]byte, error) {
	out = append(out, '{')
	var err error
	for i, name := range names {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, '"')
		out = append(out, name...)
		out = append(out, '"', ':')
		if out, err = member(out, name); err != nil {
			return nil, err
		}
	}
	return append(out, '}'), nil
}

func mapWriter(t reflect.Type) writer {
	of := writerOf(t.Elem())
	return func(out []byte, v reflect.Value) ([]byte, error) {
		if v.Len() == 0 {
			return append(out, "{}"...), nil
		}
		values := make(map[string]reflect.Value, v.Len())
		for i := v.MapRange(); i.Next(); {
			values[i.Key().String()] = i.Value()
		}
		names := slices.Sorted(maps.Keys(values))
		if !plainNames(names) {
			return longWay(out, v.Interface())
		}
		return writeMembers(out, names, func(out []byte, name string) ([]byte, error) { return of(out, values[name]) })
	}
}

// structField is an exported field of a struct, by the name that its tag gives it.
type structField struct {
	index  int
	name   string
	absent func(reflect.Value) bool // nil: it always stands there
	of     writer
}

func structWriter(t reflect.Type) writer {
	var fields []structField
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.IsExported() {
			continue
		}
		name, option, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "-" {
			continue
		}
		fields = append(fields, structField{i, name, absence(f.Type, option), writerOf(f.Type)})
	}
	slices.SortFunc(fields, func(a, b structField) int { return strings.Compare(a.name, b.name) })
	return func(out []byte, v reflect.Value) ([]byte, error) {
		out = append(out, '{')
		var err error
		empty := true
		for i := range fields {
			f := &fields[i]
			x := v.Field(f.index)
			if f.absent != nil && f.absent(x) {
				continue
			}
			if !empty {
				out = append(out, ',')
			}
			empty = false
			out = append(out, '"')
			out = append(out, f.name...)
			out = append(out, '"', ':')
			if out, err = f.of(out, x); err != nil {
				return nil, err
			}
		}
		return append(out, '}'), nil
	}
}

// absence gives when a field is left out.
func absence(t reflect.Type, option string) func(reflect.Value) bool {
	switch {
	case option == "omitzero" && t.Implements(reflect.TypeFor[interface{ IsZero() bool }]()):
		return func(v reflect.Value) bool { return v.Interface().(interface{ IsZero() bool }).IsZero() }
	case option == "omitzero":
		return reflect.Value.IsZero
	case option == "omitempty" && (t.Kind() == reflect.Slice || t.Kind() == reflect.Map):
		return func(v reflect.Value) bool { return v.Len() == 0 }
	case option == "omitempty" && t.Kind() != reflect.Struct:
		return reflect.Value.IsZero
	}
	return nil
}
