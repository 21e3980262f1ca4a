package ledger

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"testing"
	"testing/iotest"

	"golang.org/x/mod/sumdb/tlog"

	"github.com/entente-net/entente/fault"
)

func wantCode(t testing.TB, err error, code fault.Code) {
	t.Helper()
	if fault.CodeOf(err) != code {
		t.Fatalf("error %v has the code %q, want %q", err, fault.CodeOf(err), code)
	}
}

func leaf(i int) [32]byte { return sha256.Sum256(binary.BigEndian.AppendUint64(nil, uint64(i))) }

func leaves(n int) [][32]byte {
	out := make([][32]byte, n)
	for i := range out {
		out[i] = leaf(i)
	}
	return out
}

// TestRun writes the definition out in the plainest way and holds the fast way to it.
func TestRun(t *testing.T) {
	seed, err := NewSeed(rand.NewChaCha8([32]byte{1}))
	if err != nil {
		t.Fatal(err)
	}
	r := Run{Kind: KindQuestion, Seed: seed, Commitments: leaves(300)}
	got, err := r.LeafHashes()
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range r.Commitments {
		m := hmac.New(sha256.New, seed[:])
		m.Write(binary.BigEndian.AppendUint64(nil, uint64(i)))
		record := sha256.Sum256([]byte("entente/leaf/1\nquestion\n" + string(m.Sum(nil)[:16]) + string(c[:])))
		if want := tlog.RecordHash(record[:]); got[i] != want {
			t.Fatalf("leaf %d is %x, want %x", i, got[i], want)
		}
		if o := r.Opening(i); o.LeafHash() != got[i] || o.Record() != record || o.Salt != Salt(seed, uint64(i)) {
			t.Fatalf("opening %d does not open the leaf", i)
		}
	}
	other := r
	other.Kind = KindAnswer
	if again, _ := other.LeafHashes(); again[0] == got[0] {
		t.Error("the kind is not in the leaf")
	}
	other.Kind = "gossip"
	_, err = other.LeafHashes()
	wantCode(t, err, fault.Malformed)
	_, err = NewSeed(iotest.ErrReader(errors.New("no luck")))
	wantCode(t, err, fault.Internal)
	for _, k := range Kinds {
		if !k.Valid() || len(k) > 32 {
			t.Errorf("%q is not valid, or too long for a leaf", k)
		}
	}
}
