package register

import (
	"cmp"
	"math/bits"
	"slices"
)

// slot is one key of one entry while an index is built.
type slot struct {
	hash  uint64
	entry uint32
}

// index finds the entries that may have a key: sorted hashes with their entries, and a directory over the
// leading bits that leads to the few that begin alike. Twelve bytes a key, and one more for the directory;
// a question that hits nothing touches two or three lines of cache.
type index struct {
	hashes  []uint64
	entries []uint32
	starts  []uint32 // of each value of the leading bits; one more at the end
	shift   uint
}

func newIndex(slots []slot) *index {
	slices.SortFunc(slots, func(a, b slot) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.entry, b.entry))
	})
	slots = slices.Compact(slots)
	// About four keys to a place of the directory.
	width := max(bits.Len(uint(len(slots)))-3, 0)
	x := &index{
		hashes:  make([]uint64, len(slots)),
		entries: make([]uint32, len(slots)),
		starts:  make([]uint32, 1<<width+1),
		shift:   uint(64 - width),
	}
	for i, s := range slots {
		x.hashes[i], x.entries[i] = s.hash, s.entry
		x.starts[s.hash>>x.shift+1]++
	}
	for i := 1; i < len(x.starts); i++ {
		x.starts[i] += x.starts[i-1]
	}
	return x
}

// find gives the entries whose key has this hash, in order.
func (x *index) find(hash uint64) []uint32 {
	place := hash >> x.shift
	lo, hi := x.starts[place], x.starts[place+1]
	from, found := slices.BinarySearch(x.hashes[lo:hi], hash)
	if !found {
		return nil
	}
	first := int(lo) + from
	end := first
	for end < len(x.hashes) && x.hashes[end] == hash {
		end++
	}
	return x.entries[first:end]
}
