package register

import (
	"crypto/sha256"
	"encoding/base64"
	"iter"
	"slices"
	"sort"
	"sync/atomic"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/seal"
)

// MatchExact is the one way of matching that a Set answers.
const MatchExact = "exact"

// Set is one version of a holder's data, immutable. Entries lie one after the other in their canonical
// form and are read only when something matches them: ten million entries are one allocation, not a
// hundred million.
type Set struct {
	register *agreement.Register
	record   *agreement.Record
	version  string
	bodies   []byte
	ends     []uint64 // end of each entry in bodies, by number
	ids      []string // by number, ascending
	indexes  map[string]*index
	on       map[string][]agreement.FieldID
}

// Version names the content: "sha256:" and a digest, the same for the same entries wherever and in whatever
// order they were loaded.
func (s *Set) Version() string { return s.version }

// Len is the number of entries.
func (s *Set) Len() int { return len(s.ids) }

// Register is the register whose data this is.
func (s *Set) Register() *agreement.Register { return s.register }

// Body gives the canonical form of the entry with this number, from 0, in the order of ids. The caller
// must not change it.
func (s *Set) body(n int) []byte {
	from := uint64(0)
	if n > 0 {
		from = s.ends[n-1]
	}
	return s.bodies[from:s.ends[n]:s.ends[n]]
}

// Bodies gives all entries by id, in order, as ids and canonical forms, for a store. The bytes must not be changed.
func (s *Set) Bodies() iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		for n, id := range s.ids {
			if !yield(id, s.body(n)) {
				return
			}
		}
	}
}

// All gives all entries in the order of their ids.
func (s *Set) All() iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for n := range s.ids {
			if !yield(s.entry(n)) {
				return
			}
		}
	}
}

// Entry gives one entry by its id.
func (s *Set) Entry(id string) (Entry, bool) {
	n, ok := slices.BinarySearch(s.ids, id)
	if !ok {
		return Entry{}, false
	}
	return s.entry(n), true
}

func (s *Set) entry(n int) Entry {
	// The bytes were written by Canonical in this process: they need no second proof of their form.
	v, err := seal.ParseJSON(s.body(n))
	var e Entry
	if err == nil {
		e, err = entryOf(v)
	}
	if err != nil {
		panic("register: an entry that cannot be read back: " + err.Error())
	}
	return e
}

// Lookup gives the entries that a question matches exactly, in the order of their ids. A question that
// lacks a field, or says nothing in one, matches nothing. Any number of goroutines may ask at once.
func (s *Set) Lookup(q *agreement.Query, match []seal.Match) []Entry {
	if q == nil || q.Match != MatchExact {
		return nil
	}
	name := onName(q.On)
	x := s.indexes[name]
	if x == nil {
		return nil
	}
	on := s.on[name]
	key, ok := questionKey(s.record, on, match)
	if !ok {
		return nil
	}
	var hits []Entry
	for _, n := range x.find(hashOf(key)) {
		e := s.entry(int(n))
		// Two keys may have one hash; only the entry's own values decide.
		keys, err := keysOf(s.record, on, e.Fields)
		if err == nil && slices.Contains(keys, string(key)) {
			hits = append(hits, e)
		}
	}
	return hits
}

// versionOf hashes the digests of the entries, in the order of their ids.
func (s *Set) versionOf() string {
	h := sha256.New()
	h.Write([]byte("entente/register/1\n"))
	for n := range s.ids {
		d := sha256.Sum256(s.body(n))
		h.Write(d[:])
	}
	return "sha256:" + base64.RawURLEncoding.EncodeToString(h.Sum(nil))
}

// sortByID puts the bodies, as they came, into the order of their ids.
func (s *Set) sortByID() {
	order := make([]int, len(s.ids))
	for i := range order {
		order[i] = i
	}
	if sort.SliceIsSorted(order, func(a, b int) bool { return s.ids[order[a]] < s.ids[order[b]] }) {
		return
	}
	slices.SortFunc(order, func(a, b int) int {
		if s.ids[a] < s.ids[b] {
			return -1
		}
		return 1 // ids are unique
	})
	bodies := make([]byte, 0, len(s.bodies))
	ends := make([]uint64, 0, len(s.ends))
	ids := make([]string, 0, len(s.ids))
	for _, n := range order {
		bodies = append(bodies, s.body(n)...)
		ends = append(ends, uint64(len(bodies)))
		ids = append(ids, s.ids[n])
	}
	s.bodies, s.ends, s.ids = bodies, ends, ids
}

// Live holds the set in force. Its zero value holds none.
type Live struct{ set atomic.Pointer[Set] }

// Set gives the set in force, or nil. Whoever has it may go on reading it after a Swap.
func (l *Live) Set() *Set { return l.set.Load() }

// Swap puts another set in force, for every question from now on, and gives the one before.
func (l *Live) Swap(s *Set) *Set { return l.set.Swap(s) }

// Replace puts next in force only if before still is: false means that somebody else was first, and that
// a change computed from before would undo theirs.
func (l *Live) Replace(before, next *Set) bool { return l.set.CompareAndSwap(before, next) }
