package agreement

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"reflect"

	"github.com/gowebpki/jcs"
)

// TextHash is the SHA-256 of a text's bytes: one half of what is signed.
func TextHash(text []byte) [32]byte { return sha256.Sum256(text) }

// Hash is the SHA-256 of Canonical: the other half of what is signed.
func (m *Model) Hash() [32]byte { return sha256.Sum256(m.Canonical()) }

// Canonical gives the model as RFC 8785 JSON, described by spec/agreement.schema.json. The caller must
// not change the bytes.
func (m *Model) Canonical() []byte {
	if m.index != nil && m.index.canonical != nil {
		return m.index.canonical
	}
	b, err := m.encode()
	if err != nil {
		// Only values that no compiled model holds (a channel, an infinite number) fail to encode.
		panic(fmt.Sprintf("agreement: a model that cannot be encoded: %v", err))
	}
	return b
}

func (m *Model) encode() ([]byte, error) {
	c := *m
	filled := reflect.New(reflect.TypeFor[Model]()).Elem()
	filled.Set(reflect.ValueOf(c))
	fill(filled)
	b, err := json.Marshal(filled.Addr().Interface())
	if err != nil {
		return nil, err
	}
	return jcs.Transform(b)
}

// LogName is by what the parties' logs of this text are named. A text that amends another has logs of its own, and so another
// name: two trees under one name would look like a fork.
func (m *Model) LogName() string {
	if m.Amends == nil {
		return string(m.ID)
	}
	sum := m.Hash()
	return string(m.ID) + "@" + hex.EncodeToString(sum[:8])
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
