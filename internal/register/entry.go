package register

import (
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// MaxID is the length of an entry's id in bytes, MaxBody that of its canonical form.
const (
	MaxID   = 128
	MaxBody = 256 << 10
)

// Entry is one entry of a register. ID names it within its holder's data, opaque to everybody else.
// Values are as encoding/json decodes them (numbers as json.Number).
type Entry struct {
	ID     string
	Fields map[agreement.FieldID]any
}

// Canonical gives the entry as RFC 8785 JSON, {"fields":{…},"id":"…"}: what is stored, and what the
// version of a set is computed from.
func (e Entry) Canonical() ([]byte, error) {
	fields := make(map[string]any, len(e.Fields))
	for f, v := range e.Fields {
		fields[string(f)] = v
	}
	b, err := seal.Canonical(map[string]any{"fields": fields, "id": e.ID})
	if err != nil {
		return nil, err
	}
	if len(b) > MaxBody {
		return nil, fault.New(fault.TooLarge, "the entry %s is larger than %d bytes", clip(e.ID), MaxBody)
	}
	return b, nil
}

// ParseEntry reads the canonical form, strictly.
func ParseEntry(b []byte) (Entry, error) {
	if len(b) > MaxBody {
		return Entry{}, fault.New(fault.TooLarge, "an entry is larger than %d bytes", MaxBody)
	}
	v, err := seal.CheckCanonical(b)
	if err != nil {
		return Entry{}, err
	}
	return entryOf(v)
}

// entryOf makes an entry of its parsed form.
func entryOf(v any) (Entry, error) {
	o, _ := v.(map[string]any)
	id, hasID := o["id"].(string)
	fields, hasFields := o["fields"].(map[string]any)
	if len(o) != 2 || !hasID || !hasFields {
		return Entry{}, fault.New(fault.Malformed, "an entry has exactly the members fields and id")
	}
	e := Entry{ID: id, Fields: make(map[agreement.FieldID]any, len(fields))}
	for f, v := range fields {
		e.Fields[agreement.FieldID(f)] = v
	}
	return e, nil
}

// Parsed gives the entries whose canonical forms come from a store.
func Parsed(bodies iter.Seq2[[]byte, error]) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for b, err := range bodies {
			var e Entry
			if err == nil {
				e, err = ParseEntry(b)
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

func checkID(id string) *fault.Error {
	switch {
	case id == "":
		return fault.New(fault.Invalid, "an entry has no id")
	case len(id) > MaxID || !utf8.ValidString(id) || strings.ContainsFunc(id, func(r rune) bool { return r < 0x20 || r == 0x7f }):
		return fault.New(fault.Invalid, "the id %q of an entry is not a line of at most %d bytes", clip(id), MaxID)
	}
	return nil
}

func clip(s string) string {
	if len(s) > 60 {
		return strings.ToValidUTF8(s[:60], "") + "…"
	}
	return s
}
