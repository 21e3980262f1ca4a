package register

import (
	"fmt"
	"iter"
	"math"
	"slices"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// Load makes a set of the entries of one register. Every value is checked against the record. version is
// the one that the entries must have ("" for a new one): a store whose content is not what it was fails here.
//
// Findings list what is wrong, the first hundred and a count. With any error among them the set is nil and err is
// a *fault.Error; warnings come with a usable set. An error in entries that is a Finding is listed as it is.
func Load(def *agreement.Register, rec *agreement.Record, version string, entries iter.Seq2[Entry, error]) (*Set, Findings, error) {
	b, err := newBuilder(def, rec)
	if err != nil {
		return nil, Findings{}, err
	}
	for e, err := range entries {
		if err != nil {
			b.findings.add(findingOf(err))
			continue
		}
		b.add(e)
	}
	if b.findings.Failed() {
		return nil, b.findings, b.findings.err()
	}
	s, err := b.finish()
	if err != nil {
		return nil, b.findings, err
	}
	if version != "" && version != s.version {
		return nil, b.findings, fault.New(fault.Conflict, "the data of the register %s is version %s, not %s as expected", def.ID, s.version, version).
			Mend("load the list again")
	}
	return s, b.findings, nil
}

// With gives a new set with entries added (or exchanged, where the id is there) and others struck. What is
// struck and is not there is a not-found error. The receiver stays as it is.
func (s *Set) With(add []Entry, strike []string) (*Set, error) {
	gone := make(map[string]bool, len(strike)+len(add))
	for _, id := range strike {
		if _, ok := slices.BinarySearch(s.ids, id); !ok {
			return nil, fault.New(fault.NotFound, "the register %s has no entry %s", s.register.ID, clip(id))
		}
		gone[id] = true
	}
	for _, e := range add {
		gone[e.ID] = true
	}
	all := func(yield func(Entry, error) bool) {
		for n, id := range s.ids {
			if !gone[id] && !yield(s.entry(n), nil) {
				return
			}
		}
		for _, e := range add {
			if !yield(e, nil) {
				return
			}
		}
	}
	next, findings, err := Load(s.register, s.record, "", all)
	if err != nil && len(findings.List) > 0 {
		return nil, fault.New(fault.FieldInvalid, "%s", findings.List[0].Message).Mend("%s", findings.List[0].Mend)
	}
	return next, err
}

type builder struct {
	set      *Set
	findings Findings
	check    *agreement.Model
	seen     map[string]struct{}
	keys     map[string]string // id by key
	slots    map[string][]slot
}

func newBuilder(def *agreement.Register, rec *agreement.Record) (*builder, error) {
	if def == nil || rec == nil || def.Record != rec.ID {
		return nil, fault.New(fault.Internal, "a register must be loaded with its own record")
	}
	b := &builder{
		set: &Set{register: def, record: rec, indexes: map[string]*index{}, on: map[string][]agreement.FieldID{}},
		// CheckValue asks the model only for records within records, which no register holds (see fieldsOf).
		check: &agreement.Model{},
		seen:  map[string]struct{}{},
		keys:  map[string]string{},
		slots: map[string][]slot{},
	}
	for i := range rec.Fields {
		if f := &rec.Fields[i]; f.Type == agreement.TypeRecord || f.Of == agreement.TypeRecord {
			return nil, fault.Refuse(fault.Invalid, string(def.Article), "the record %s of the register %s has the field %s, a record of its own", rec.ID, def.ID, f.ID).
				Mend("an entry of a register is flat: give its parts as fields")
		}
	}
	for i := range def.Queries {
		q := &def.Queries[i]
		if q.Match != MatchExact {
			continue
		}
		for _, id := range q.On {
			f := rec.Field(id)
			if f == nil || !Comparable(elementType(f)) {
				return nil, fault.Refuse(fault.Invalid, string(q.Article), "the query %s compares the field %s, which cannot be compared exactly", q.ID, id)
			}
		}
		if len(q.On) > 0 {
			b.set.on[onName(q.On)] = sortedFields(q.On)
		}
	}
	return b, nil
}

func (b *builder) add(e Entry) {
	n := len(b.set.ids)
	if n == math.MaxUint32 {
		b.findings.add(Finding{Message: "a register holds at most 4,294,967,295 entries"})
		return
	}
	if err := checkID(e.ID); err != nil {
		b.findings.add(Finding{Message: err.Message})
		return
	}
	if _, twice := b.seen[e.ID]; twice {
		b.findings.add(Finding{Entry: e.ID, Message: "the id stands for two entries", Mend: "give each entry its own key"})
		return
	}
	b.seen[e.ID] = struct{}{}
	wrong := checkFields(b.check, b.set.record, e.Fields)
	for _, f := range wrong {
		f.Entry = e.ID
		b.findings.add(f)
	}
	if len(wrong) > 0 {
		return
	}
	err := b.unique(e)
	var body []byte
	if err == nil {
		body, err = e.Canonical()
	}
	if err == nil {
		err = b.addKeys(uint32(n), e)
	}
	if err != nil {
		f := findingOf(err)
		f.Entry = e.ID
		b.findings.add(f)
		return
	}
	b.set.bodies = append(b.set.bodies, body...)
	b.set.ends = append(b.set.ends, uint64(len(b.set.bodies)))
	b.set.ids = append(b.set.ids, e.ID)
}

// unique refuses a second entry with the same key: of the two nobody could say which one holds.
func (b *builder) unique(e Entry) error {
	if len(b.set.register.Key) == 0 {
		return nil
	}
	key, err := keyDigest(b.set.register, b.set.record, e.Fields)
	if err != nil {
		return err
	}
	if other, twice := b.keys[key]; twice {
		return fault.New(fault.Invalid, "the entry %s has the same key (%s)", clip(other), names(b.set.register.Key)).
			Mend("keep one of the two")
	}
	b.keys[key] = e.ID
	return nil
}

func (b *builder) addKeys(n uint32, e Entry) error {
	for name, on := range b.set.on {
		keys, err := keysOf(b.set.record, on, e.Fields)
		if err != nil {
			return err
		}
		for _, k := range keys {
			b.slots[name] = append(b.slots[name], slot{hashOf([]byte(k)), n})
		}
	}
	return nil
}

func (b *builder) finish() (*Set, error) {
	s := b.set
	came := slices.Clone(s.ids)
	s.sortByID()
	place := make([]uint32, len(came))
	for i, id := range came {
		n, _ := slices.BinarySearch(s.ids, id)
		place[i] = uint32(n)
	}
	for name := range s.on {
		slots := b.slots[name]
		for i := range slots {
			slots[i].entry = place[slots[i].entry]
		}
		s.indexes[name] = newIndex(slots)
	}
	s.bodies, s.ends, s.ids = slices.Clip(s.bodies), slices.Clip(s.ends), slices.Clip(s.ids)
	s.version = s.versionOf()
	return s, nil
}

// checkFields holds an entry's values against the record.
func checkFields(m *agreement.Model, rec *agreement.Record, fields map[agreement.FieldID]any) []Finding {
	var out []Finding
	for i := range rec.Fields {
		f := &rec.Fields[i]
		v, given := fields[f.ID]
		if !given {
			if f.Required {
				out = append(out, Finding{Field: f.ID, Message: fmt.Sprintf("the field %s is missing", f.ID), Mend: "the record requires it"})
			}
			continue
		}
		if err := m.CheckValue(f, v); err != nil {
			w := findingOf(err)
			w.Field = f.ID
			out = append(out, w)
		}
	}
	if len(out) == 0 && len(fields) == len(rec.Fields) {
		return nil
	}
	for id := range fields {
		if rec.Field(id) == nil {
			out = append(out, Finding{Field: id, Message: fmt.Sprintf("the record %s has no field %s", rec.ID, id)})
		}
	}
	return out
}
