package ledger

import (
	"bytes"
	"testing"

	"golang.org/x/mod/sumdb/tlog"
	"pgregory.net/rapid"

	"github.com/entente-net/entente/fault"
)

// reference keeps every hash, as package tlog does, and computes roots its way.
type reference struct{ stored []tlog.Hash }

func (r *reference) ReadHashes(at []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(at))
	for i, n := range at {
		out[i] = r.stored[n]
	}
	return out, nil
}

func (r *reference) add(t testing.TB, n int, leaf [32]byte) {
	hs, err := tlog.StoredHashesForRecordHash(int64(n), leaf, r)
	if err != nil {
		t.Fatal(err)
	}
	r.stored = append(r.stored, hs...)
}

func (r *reference) root(t testing.TB, n int) [32]byte {
	if n == 0 {
		return EmptyRoot()
	}
	h, err := tlog.TreeHash(int64(n), r)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// TestFrontier appends in pieces of every size, restoring the state from its bytes each time, and compares root, tiles
// and TreeBuilder with the reference; far enough for a full tile of the second level.
func TestFrontier(t *testing.T) {
	const total = 66000
	all := leaves(total)
	ref, f, set := &reference{}, NewFrontier(), NewTileSet()
	build := NewTreeBuilder(0, 1, 255, 256, 257, 65535, 65536, 65537, total, total+1)
	piece := 0
	for n := 0; n < total; {
		piece = piece*2 + 1
		if piece > 9000 {
			piece = 1
		}
		end := min(n+piece, total)
		for i := n; i < end; i++ {
			ref.add(t, i, all[i])
			build.Add(all[i])
		}
		set.Add(f.Append(all[n:end])...)
		n = end
		if f.Size() != uint64(n) || build.Size() != uint64(n) {
			t.Fatalf("size %d after %d", f.Size(), n)
		}
		want := ref.root(t, n)
		if f.Root() != want || build.Root() != want {
			t.Fatalf("root at %d is %x and %x, want %x", n, f.Root(), build.Root(), want)
		}
		restored, err := ParseFrontier(f.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if restored.Root() != want || restored.Size() != f.Size() || !bytes.Equal(restored.Bytes(), f.Bytes()) {
			t.Fatalf("the frontier of %d does not come back", n)
		}
		f = restored
	}
	for _, n := range []int{0, 1, 255, 256, 257, 65535, 65536, 65537, total} {
		if got, ok := build.RootAt(uint64(n)); !ok || got != ref.root(t, n) {
			t.Errorf("root at %d is %x, %v", n, got, ok)
		}
	}
	if _, ok := build.RootAt(total + 1); ok {
		t.Error("a root that was never reached")
	}
	if n := len(set.full); n != 257+1 { // 66000/256 of the first level, one of the second
		t.Errorf("%d full tiles", n)
	}
	// Each tile is what the reference says of it.
	set.SetPartial(f)
	for at := range set.full {
		checkTile(t, ref, set, at.level, at.index, TileWidth)
	}
	for at, h := range set.partial {
		checkTile(t, ref, set, at.level, at.index, len(h))
	}
	if len(set.partial) != 3 { // 66000 = 1·65536 + 1·256 + 208
		t.Errorf("%d partial tiles", len(set.partial))
	}
}

func checkTile(t *testing.T, ref *reference, set *TileSet, level int, index uint64, width int) {
	t.Helper()
	want, err := tlog.ReadTileData(tlog.Tile{H: 8, L: level, N: int64(index), W: width}, ref)
	if err != nil {
		t.Fatal(err)
	}
	hashes, err := set.Tile(level, index)
	if err != nil {
		t.Fatal(err)
	}
	var got []byte
	for _, h := range hashes {
		got = append(got, h[:]...)
	}
	if !bytes.Equal(got, want) {
		t.Fatalf("tile %d/%d is not the reference's", level, index)
	}
}

func TestFrontierClone(t *testing.T) {
	f := NewFrontier()
	f.Append(leaves(300))
	before := f.Bytes()
	c := f.Clone()
	c.Append(leaves(1000))
	if !bytes.Equal(f.Bytes(), before) || c.Size() != 1300 {
		t.Error("appending to the clone changed the original")
	}
	f.Append(leaves(1000))
	if f.Root() != c.Root() {
		t.Error("the clone went another way")
	}
}

func TestParseFrontierRefuses(t *testing.T) {
	f := NewFrontier()
	f.Append(leaves(300))
	b := f.Bytes()
	for name, bad := range map[string][]byte{
		"empty": nil, "cut": b[:len(b)-1], "short": b[:5], "more": append(b[:len(b):len(b)], 0), "mark": append([]byte{9}, b[1:]...),
		"huge": {1, 255, 255, 255, 255, 255, 255, 255, 255},
	} {
		if _, err := ParseFrontier(bad); fault.CodeOf(err) != fault.Malformed {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestProofs draws sizes and places and proves them, from the tiles alone.
func TestProofs(t *testing.T) {
	const total = 1500
	all, ref, f, set := leaves(total), &reference{}, NewFrontier(), NewTileSet()
	roots := [][32]byte{EmptyRoot()}
	for i, l := range all {
		ref.add(t, i, l)
		set.Add(f.Append([][32]byte{l})...)
		roots = append(roots, f.Root())
	}
	p := NewProver(Over(set, f), total, f.Root())
	rapid.Check(t, func(rt *rapid.T) {
		size := rapid.Uint64Range(1, total).Draw(rt, "size")
		index := rapid.Uint64Range(0, size-1).Draw(rt, "index")
		old := rapid.Uint64Range(0, size).Draw(rt, "old")
		path, err := p.Inclusion(index, size)
		if err != nil {
			rt.Fatal(err)
		}
		if err := CheckInclusion(path, size, roots[size], index, all[index]); err != nil {
			rt.Fatal(err)
		}
		if err := CheckInclusion(path, size, roots[size], index, leaf(total)); fault.CodeOf(err) != fault.Forked {
			rt.Fatalf("another leaf: %v", err)
		}
		if err := CheckInclusion(append(path, leaf(1)), size, roots[size], index, all[index]); fault.CodeOf(err) != fault.Forked {
			rt.Fatalf("a longer path: %v", err)
		}
		if err := CheckInclusion(path, size, leaf(2), index, all[index]); fault.CodeOf(err) != fault.Forked {
			rt.Fatalf("another root: %v", err)
		}
		proof, err := p.Consistency(old, size)
		if err != nil {
			rt.Fatal(err)
		}
		if err := CheckConsistency(proof, old, roots[old], size, roots[size]); err != nil {
			rt.Fatal(err)
		}
		if err := CheckConsistency(proof, old, leaf(3), size, roots[size]); fault.CodeOf(err) != fault.Forked {
			rt.Fatalf("another old root: %v", err)
		}
		if old > 0 {
			if err := CheckConsistency(proof, old, roots[old], size, leaf(4)); fault.CodeOf(err) != fault.Forked {
				rt.Fatalf("another new root: %v", err)
			}
		}
		if got, err := p.RootAt(old); err != nil || got != roots[old] {
			rt.Fatalf("root at %d is %x, %v", old, got, err)
		}
	})
	for _, bad := range [][2]uint64{{5, 5}, {0, total + 1}, {total, total}} {
		_, err := p.Inclusion(bad[0], bad[1])
		wantCode(t, err, fault.NotFound)
	}
	_, err := p.Consistency(6, 5)
	wantCode(t, err, fault.NotFound)
	_, err = p.RootAt(total + 1)
	wantCode(t, err, fault.NotFound)
	wantCode(t, CheckConsistency(nil, 6, roots[6], 5, roots[5]), fault.Forked)
	wantCode(t, CheckConsistency([][32]byte{leaf(1)}, 5, roots[5], 5, roots[5]), fault.Forked)
	wantCode(t, CheckConsistency([][32]byte{leaf(1)}, 0, roots[0], 5, roots[5]), fault.Forked)
	wantCode(t, CheckInclusion(nil, 5, roots[5], 5, all[5]), fault.Malformed)
}

// badTiles spoils or loses tiles.
type badTiles struct {
	Tiles
	spoil func(level int, index uint64, h [][32]byte) ([][32]byte, error)
}

func (b badTiles) Tile(level int, index uint64) ([][32]byte, error) {
	h, err := b.Tiles.Tile(level, index)
	if err != nil {
		return nil, err
	}
	return b.spoil(level, index, append([][32]byte(nil), h...))
}

func TestProverTrustsNoTile(t *testing.T) {
	f, set := NewFrontier(), NewTileSet()
	set.Add(f.Append(leaves(1000))...)
	set.SetPartial(f)
	for name, x := range map[string]struct {
		spoil func(int, uint64, [][32]byte) ([][32]byte, error)
		code  fault.Code
	}{
		"a hash changed": {func(l int, i uint64, h [][32]byte) ([][32]byte, error) { h[0][0] ^= 1; return h, nil }, fault.Forked},
		"a tile cut":     {func(l int, i uint64, h [][32]byte) ([][32]byte, error) { return h[:1], nil }, fault.NotFound},
		"a tile gone": {func(l int, i uint64, h [][32]byte) ([][32]byte, error) {
			return nil, fault.New(fault.NotFound, "gone")
		}, fault.NotFound},
		"a broken disk": {func(l int, i uint64, h [][32]byte) ([][32]byte, error) { return nil, bytes.ErrTooLarge }, fault.Internal},
	} {
		p := NewProver(badTiles{set, x.spoil}, 1000, f.Root())
		if _, err := p.Inclusion(3, 1000); fault.CodeOf(err) != x.code {
			t.Errorf("%s: %v, want %s", name, err, x.code)
		}
		if _, err := p.Consistency(300, 1000); fault.CodeOf(err) != x.code {
			t.Errorf("%s: %v, want %s", name, err, x.code)
		}
	}
	if _, err := set.Tile(5, 0); fault.CodeOf(err) != fault.NotFound {
		t.Error(err)
	}
}

func BenchmarkAppend(b *testing.B) {
	all := leaves(4096)
	f := NewFrontier()
	n := 0
	for b.Loop() {
		f.Append(all[n%4096 : n%4096+1])
		n++
	}
}

func BenchmarkRun(b *testing.B) {
	r := Run{Kind: KindQuestion, Commitments: leaves(200)}
	for b.Loop() {
		if _, err := r.LeafHashes(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*200), "ns/leaf")
}
