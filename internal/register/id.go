package register

import (
	"crypto/sha256"
	"encoding/base32"
	"maps"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// KeyID makes an entry's id from the values of the register's key: the value itself where the key is one identifier,
// else a digest, so that the id tells nobody what the key is. A part of the key may be empty, but not
// all. A register without a key takes all values.
func KeyID(def *agreement.Register, rec *agreement.Record, fields map[agreement.FieldID]any) (string, error) {
	if len(def.Key) == 1 {
		if f := rec.Field(def.Key[0]); f != nil && f.Type == agreement.TypeIdentifier {
			if text, ok := fields[f.ID].(string); ok && checkID(text) == nil {
				return text, nil
			}
		}
	}
	return keyDigest(def, rec, fields)
}

// keyDigest is the same for two entries exactly where their keys compare equal.
func keyDigest(def *agreement.Register, rec *agreement.Record, fields map[agreement.FieldID]any) (string, error) {
	key := def.Key
	if len(key) == 0 {
		key = slices.Collect(maps.Keys(fields))
	}
	parts := map[string]any{}
	for _, id := range key {
		f, v := rec.Field(id), fields[id]
		if f == nil || v == nil {
			continue
		}
		if Comparable(f.Type) {
			s, err := Normalise(v, f.Type)
			if err != nil {
				return "", err
			}
			if s == "" {
				continue
			}
			v = s
		}
		parts[string(id)] = v
	}
	if len(parts) == 0 {
		return "", fault.Refuse(fault.FieldMissing, string(def.Article), "the entry has no key: the register knows its entries by %s", names(key))
	}
	b, err := seal.Canonical(parts)
	if err != nil {
		return "", err
	}
	h := sha256.Sum256(b)
	return strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(h[:16])), nil
}

func names(fields []agreement.FieldID) string {
	out := make([]string, len(fields))
	for i, f := range fields {
		out[i] = string(f)
	}
	return strings.Join(out, ", ")
}
