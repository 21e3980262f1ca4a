package ledger

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"

	"github.com/entente-net/entente/fault"
)

func key(seed byte) ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(bytes.Repeat([]byte{seed}, 32))
}

func pub(seed byte) ed25519.PublicKey { return key(seed).Public().(ed25519.PublicKey) }

var (
	arland  = Origin("exercise", "northgate", "arland")
	belmark = Origin("exercise", "northgate", "belmark")
	second  = time.Date(2026, 4, 1, 12, 0, 0, 0, time.UTC)
)

func signedNote(t testing.TB, n int) ([]byte, *Frontier) {
	t.Helper()
	f := NewFrontier()
	f.Append(leaves(n))
	b, err := SignCheckpoint(Checkpoint{Origin: arland, Size: f.Size(), Root: f.Root()}, key(1))
	if err != nil {
		t.Fatal(err)
	}
	return b, f
}

func TestOrigin(t *testing.T) {
	if arland != "entente-exercise/northgate/arland" || Origin("", "northgate", "arland") != "entente/northgate/arland" {
		t.Errorf("origins %q", arland)
	}
}

func TestCheckpoint(t *testing.T) {
	b, f := signedNote(t, 300)
	c, err := OpenCheckpoint(b, arland, pub(1))
	if err != nil || c.Size != 300 || c.Root != f.Root() || c.Origin != arland {
		t.Fatalf("%+v, %v", c, err)
	}
	if r, err := ReadCheckpoint(b); err != nil || r != c {
		t.Fatalf("read %+v, %v", r, err)
	}
	// The library's own verifier, made of the key alone, takes the note.
	vkey, err := note.NewEd25519VerifierKey(arland, pub(1))
	if err != nil {
		t.Fatal(err)
	}
	v, err := note.NewVerifier(vkey)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := note.Open(b, note.VerifierList(v)); err != nil || n.Text != c.Text() {
		t.Fatalf("the library reads %+v, %v", n, err)
	}
	s := string(b)
	for name, x := range map[string]struct {
		note   string
		origin string
		key    ed25519.PublicKey
		code   fault.Code
	}{
		"another key":    {s, arland, pub(2), fault.UnknownKey},
		"another origin": {s, belmark, pub(1), fault.UnknownKey},
		"size changed":   {strings.Replace(s, "\n300\n", "\n301\n", 1), arland, pub(1), fault.BadSignature},
		"no note":        {"hello", arland, pub(1), fault.Malformed},
		"empty":          {"", arland, pub(1), fault.Malformed},
		"long":           {s + strings.Repeat("x", maxNote), arland, pub(1), fault.TooLarge},
		"cut":            {s[:len(s)-1], arland, pub(1), fault.Malformed},
	} {
		if _, err := OpenCheckpoint([]byte(x.note), x.origin, x.key); fault.CodeOf(err) != x.code {
			t.Errorf("%s: %v, want %s", name, err, x.code)
		}
	}
	// Texts that are signed rightly but are no checkpoint in its one form.
	root := base64.StdEncoding.EncodeToString(c.Root[:])
	for _, text := range []string{
		arland + "\n300\n", arland + "\n0300\n" + root + "\n", arland + "\n+300\n" + root + "\n", arland + "\n300\n" + root + "\nmore\n",
		arland + "\n300\nAAAA\n", arland + "\n18446744073709551615\n" + root + "\n", arland + "\n-1\n" + root + "\n",
		arland + "\n300\n" + root[:42] + "B=\n",
	} {
		s := signer{arland, noteHash(arland, noteEd25519, pub(1)), func(m []byte) ([]byte, error) { return ed25519.Sign(key(1), m), nil }}
		b, err := note.Sign(&note.Note{Text: text}, s)
		if err != nil {
			t.Fatal(err)
		}
		if c, err := OpenCheckpoint(b, arland, pub(1)); fault.CodeOf(err) != fault.Malformed {
			t.Errorf("%q reads as %+v, %v", text, c, err)
		}
		if _, err := ReadCheckpoint(b); fault.CodeOf(err) != fault.Malformed {
			t.Errorf("%q reads, %v", text, err)
		}
	}
	_, err = SignCheckpoint(Checkpoint{Origin: "a b", Size: 1}, key(1))
	wantCode(t, err, fault.Malformed)
	_, err = SignCheckpoint(Checkpoint{Origin: "", Size: 1}, key(1))
	wantCode(t, err, fault.Malformed)
	_, err = SignCheckpoint(Checkpoint{Origin: arland, Size: 1 << 60}, key(1))
	wantCode(t, err, fault.Malformed)
}

func TestCosign(t *testing.T) {
	b, _ := signedNote(t, 300)
	line, err := Cosign(b, belmark, key(2), second)
	if err != nil {
		t.Fatal(err)
	}
	// What C2SP tlog-cosignature says, written out.
	text, _, _ := strings.Cut(string(b), "\n\n")
	raw, err := base64.StdEncoding.DecodeString(strings.TrimSpace(strings.TrimPrefix(line, "— "+belmark+" ")))
	if err != nil || len(raw) != 4+8+64 {
		t.Fatalf("line %q, %v", line, err)
	}
	if !ed25519.Verify(pub(2), []byte("cosignature/v1\ntime 1775044800\n"+text+"\n"), raw[12:]) {
		t.Fatal("the cosignature is over something else")
	}
	both, err := AddCosignature(b, line, belmark, pub(2))
	if err != nil {
		t.Fatal(err)
	}
	if at, err := VerifyCosignature(both, belmark, pub(2)); err != nil || !at.Equal(second) {
		t.Fatalf("cosigned at %v, %v", at, err)
	}
	if _, err := OpenCheckpoint(both, arland, pub(1)); err != nil {
		t.Fatal(err)
	}
	if names, err := Cosigners(both); err != nil || len(names) != 2 || names[0] != arland || names[1] != belmark {
		t.Fatalf("signed by %q, %v", names, err)
	}
	later, err := Cosign(b, belmark, key(2), second.Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	if again, err := AddCosignature(both, later, belmark, pub(2)); err != nil || !bytes.Equal(again, both) {
		t.Fatalf("the earlier word does not stay: %v", err)
	}
	other, _ := signedNote(t, 301)
	forged := []byte(line)
	if i := len(forged) - 12; forged[i] == 'A' {
		forged[i] = 'B'
	} else {
		forged[i] = 'A'
	}
	for name, x := range map[string]struct {
		note []byte
		line string
		name string
		key  ed25519.PublicKey
		code fault.Code
	}{
		"of another checkpoint": {other, line, belmark, pub(2), fault.BadSignature},
		"another key":           {b, line, belmark, pub(3), fault.UnknownKey},
		"another name":          {b, line, arland, pub(2), fault.Malformed},
		"two lines":             {b, line + line, belmark, pub(2), fault.Malformed},
		"no line":               {b, "", belmark, pub(2), fault.Malformed},
		"text smuggled in":      {b, "x\n", belmark, pub(2), fault.Malformed},
		"forged":                {both, string(forged), belmark, pub(2), fault.BadSignature},
	} {
		_, err := AddCosignature(x.note, x.line, x.name, x.key)
		if fault.CodeOf(err) != x.code {
			t.Errorf("%s: %v, want %q", name, err, x.code)
		}
	}
	// A log's plain signature never passes for a cosignature, nor the other way round.
	_, err = VerifyCosignature(b, arland, pub(1))
	wantCode(t, err, fault.UnknownKey)
	_, err = OpenCheckpoint(both, belmark, pub(2))
	wantCode(t, err, fault.UnknownKey)
	_, err = Cosign([]byte("x"), belmark, key(2), second)
	wantCode(t, err, fault.Malformed)
	_, err = Cosign(b, belmark, key(2), time.Time{})
	wantCode(t, err, fault.Malformed)
}

func TestExtends(t *testing.T) {
	set, f := NewTileSet(), NewFrontier()
	set.Add(f.Append(leaves(300))...)
	old := Checkpoint{arland, f.Size(), f.Root()}
	set.Add(f.Append(leaves(200))...)
	now := Checkpoint{arland, f.Size(), f.Root()}
	proof, err := NewProver(Over(set, f), f.Size(), f.Root()).Consistency(300, 500)
	if err != nil {
		t.Fatal(err)
	}
	if err := Extends(old, now, proof); err != nil {
		t.Fatal(err)
	}
	if err := Extends(old, old, nil); err != nil {
		t.Fatal(err)
	}
	fork := NewFrontier()
	fork.Append(leaves(299))
	fork.Append(leaves(201))
	wantCode(t, Extends(old, Checkpoint{arland, 500, fork.Root()}, proof), fault.Forked)
	wantCode(t, Extends(old, Checkpoint{arland, 300, leaf(1)}, nil), fault.Forked)
	wantCode(t, Extends(now, old, proof), fault.Conflict)
	wantCode(t, Extends(old, Checkpoint{belmark, 500, f.Root()}, proof), fault.UnknownKey)
}
