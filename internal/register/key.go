package register

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// maxKeys bounds how many keys one entry has under one query: lists of values multiply.
const maxKeys = 1024

// onName names a set of match fields, in whatever order a query states them.
func onName(on []agreement.FieldID) string {
	names := make([]string, len(on))
	for i, f := range on {
		names[i] = string(f)
	}
	slices.Sort(names)
	return strings.Join(names, " ")
}

// sortedFields gives the match fields in the order of their names, which is that of a question.
func sortedFields(on []agreement.FieldID) []agreement.FieldID {
	out := slices.Clone(on)
	slices.Sort(out)
	return slices.Compact(out)
}

// appendPart adds one normalised value to a key. The length in front keeps ("ab","c") and ("a","bc") apart.
func appendPart(key []byte, value string) []byte {
	return append(binary.AppendUvarint(key, uint64(len(value))), value...)
}

// keysOf gives the keys of an entry under match fields (sorted): none where a field says nothing, several
// where a field is a list.
func keysOf(rec *agreement.Record, on []agreement.FieldID, fields map[agreement.FieldID]any) ([]string, error) {
	keys := []string{""}
	for _, id := range on {
		f := rec.Field(id)
		t, values := f.Type, []any{fields[id]}
		if t == agreement.TypeList {
			t = f.Of
			values, _ = fields[id].([]any)
		}
		var parts []string
		for _, v := range values {
			if v == nil {
				continue
			}
			s, err := Normalise(v, t)
			if err != nil {
				return nil, err
			}
			if s != "" && !slices.Contains(parts, s) {
				parts = append(parts, s)
			}
		}
		if len(parts)*len(keys) > maxKeys {
			return nil, fault.New(fault.TooLarge, "its lists give more than %d combinations to compare", maxKeys).
				Mend("divide it into several entries")
		}
		next := make([]string, 0, len(parts)*len(keys))
		for _, k := range keys {
			for _, p := range parts {
				next = append(next, string(appendPart([]byte(k), p)))
			}
		}
		keys = next
	}
	return keys, nil
}

// hashOf is the first eight bytes of a SHA-256: stable across processes, and no holder of a list can be
// made slow by entries that were chosen to collide.
func hashOf(key []byte) uint64 {
	h := sha256.Sum256(key)
	return binary.BigEndian.Uint64(h[:])
}

// questionKey gives the key of a question; false where it lacks a field of the query, names another, repeats
// one, or says nothing in one.
func questionKey(rec *agreement.Record, on []agreement.FieldID, match []seal.Match) ([]byte, bool) {
	if len(match) != len(on) || len(on) == 0 {
		return nil, false
	}
	key := make([]byte, 0, 64)
	for _, id := range on {
		i := slices.IndexFunc(match, func(m seal.Match) bool { return m.Field == string(id) })
		if i < 0 {
			return nil, false
		}
		s, err := Normalise(match[i].Value, elementType(rec.Field(id)))
		if err != nil || s == "" {
			return nil, false
		}
		key = appendPart(key, s)
	}
	return key, true
}

// elementType is the type of what is compared: for a list, that of its elements.
func elementType(f *agreement.Field) agreement.Type {
	if f.Type == agreement.TypeList {
		return f.Of
	}
	return f.Type
}
