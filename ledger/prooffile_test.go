package ledger

import (
	"bytes"
	"strings"
	"testing"

	"github.com/entente-net/entente/fault"
)

// shown makes a proof file of entry 7 of a run of 300 acts.
func shown(t testing.TB) *Proof {
	t.Helper()
	r := Run{Kind: KindAct, Seed: [16]byte{1}, Commitments: leaves(300)}
	hashes, err := r.LeafHashes()
	if err != nil {
		t.Fatal(err)
	}
	f, set := NewFrontier(), NewTileSet()
	set.Add(f.Append(hashes)...)
	note, err := SignCheckpoint(Checkpoint{arland, f.Size(), f.Root()}, key(1))
	if err != nil {
		t.Fatal(err)
	}
	line, err := Cosign(note, belmark, key(2), second)
	if err != nil {
		t.Fatal(err)
	}
	if note, err = AddCosignature(note, line, belmark, pub(2)); err != nil {
		t.Fatal(err)
	}
	path, err := NewProver(Over(set, f), f.Size(), f.Root()).Inclusion(7, 300)
	if err != nil {
		t.Fatal(err)
	}
	return NewProof(r.Opening(7), 7, path, note)
}

func encoded(t testing.TB, p *Proof) []byte {
	t.Helper()
	b, err := p.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestProofFile(t *testing.T) {
	b := encoded(t, shown(t))
	p, err := DecodeProof(b)
	if err != nil {
		t.Fatal(err)
	}
	o, c, err := p.Verify(arland, pub(1))
	if err != nil || o.Kind != KindAct || o.Commitment != leaf(7) || c.Size != 300 {
		t.Fatalf("%+v, %+v, %v", o, c, err)
	}
	if at, err := VerifyCosignature([]byte(p.Checkpoint), belmark, pub(2)); err != nil || !at.Equal(second) {
		t.Fatalf("cosigned at %v, %v", at, err)
	}
	for name, x := range map[string]struct {
		change func(*Proof)
		code   fault.Code
	}{
		"another kind":       {func(p *Proof) { p.Kind = KindReceipt }, fault.Forked},
		"another commitment": {func(p *Proof) { p.Commitment = digestText(leaf(8)) }, fault.Forked},
		"another salt":       {func(p *Proof) { p.Salt = b64.EncodeToString(make([]byte, 16)) }, fault.Forked},
		"another place":      {func(p *Proof) { p.Index = 8 }, fault.Forked},
		"place beyond":       {func(p *Proof) { p.Index = 300 }, fault.Malformed},
		"path cut":           {func(p *Proof) { p.Inclusion = p.Inclusion[1:] }, fault.Forked},
		"size changed":       {func(p *Proof) { p.Checkpoint = strings.Replace(p.Checkpoint, "\n300\n", "\n299\n", 1) }, fault.BadSignature},
		"short salt":         {func(p *Proof) { p.Salt = "AA" }, fault.Malformed},
		"no commitment":      {func(p *Proof) { p.Commitment = "" }, fault.Malformed},
		"broken path":        {func(p *Proof) { p.Inclusion[0] = "sha256:xyz" }, fault.Malformed},
	} {
		bad, err := DecodeProof(b)
		if err != nil {
			t.Fatal(err)
		}
		x.change(bad)
		if _, _, err := bad.Verify(arland, pub(1)); fault.CodeOf(err) != x.code {
			t.Errorf("%s: %v, want %s", name, err, x.code)
		}
	}
	_, _, err = p.Verify(belmark, pub(2))
	wantCode(t, err, fault.UnknownKey)
}

func TestDecodeProofRefuses(t *testing.T) {
	s := string(encoded(t, shown(t)))
	for name, bad := range map[string]string{
		"empty": "", "space": s + " ", "trailing": s + "{}", "list": "[" + s + "]", "null": "null",
		"unknown": `{"a":1,` + s[1:], "twice": s[:len(s)-1] + `,"type":"entente/proof/1"}`, "other case": strings.Replace(s, `"kind"`, `"Kind"`, 1),
		"float": strings.Replace(s, `"index":7`, `"index":7.0`, 1), "great": strings.Replace(s, `"index":7`, `"index":9007199254740993`, 1),
		"kind": strings.Replace(s, `"kind":"act"`, `"kind":"gossip"`, 1), "type": strings.Replace(s, "proof/1", "proof/2", 1),
		"null path": s[:strings.Index(s, `"inclusion":[`)] + `"inclusion":null` + s[strings.Index(s, `],"index"`)+1:],
		"UTF-8":     strings.Replace(s, "act", "\xff", 1), "note": strings.Replace(s, `\n300\n`, `\n0300\n`, 1),
		"deep": strings.Repeat("[", 1000), "missing": strings.Replace(s, `"index":7,`, "", 1),
	} {
		if bad == s {
			t.Fatalf("%s changes nothing", name)
		}
		if p, err := DecodeProof([]byte(bad)); fault.CodeOf(err) != fault.Malformed {
			t.Errorf("%s: %+v, %v", name, p, err)
		}
	}
	_, err := DecodeProof(make([]byte, MaxProof+1))
	wantCode(t, err, fault.TooLarge)
}

func FuzzProof(f *testing.F) {
	f.Add(encoded(f, shown(f)))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := DecodeProof(b)
		if err != nil {
			return
		}
		if again, err := p.Encode(); err != nil || !bytes.Equal(again, b) {
			t.Fatalf("%q comes back as %q, %v", b, again, err)
		}
		if _, _, err := p.Verify(arland, pub(3)); err == nil {
			t.Fatal("verified under a key that signed nothing")
		}
	})
}

func FuzzCheckpoint(f *testing.F) {
	b, _ := signedNote(f, 3)
	f.Add(b)
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := ReadCheckpoint(b)
		if err != nil {
			return
		}
		if !bytes.HasPrefix(b, []byte(c.Text()+"\n")) {
			t.Fatalf("%q reads as %q", b, c.Text())
		}
		if _, err := OpenCheckpoint(b, c.Origin, pub(3)); err == nil {
			t.Fatal("opened under a key that signed nothing")
		}
	})
}

func FuzzFrontier(f *testing.F) {
	front := NewFrontier()
	front.Append(leaves(300))
	f.Add(front.Bytes())
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := ParseFrontier(b)
		if err != nil {
			return
		}
		if !bytes.Equal(p.Bytes(), b) {
			t.Fatalf("%x comes back as %x", b, p.Bytes())
		}
		p.Append(leaves(3))
	})
}
