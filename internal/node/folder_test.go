package node_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/peer"
	"github.com/entente-net/entente/seal"
)

func settings() node.Settings {
	return node.Settings{Party: "arland", Name: "arland", World: agreement.WorldExercise, Peer: "127.0.0.1:7001", Desk: "127.0.0.1:8001"}
}

func initHome(t *testing.T, dir string, s node.Settings) *node.Home {
	t.Helper()
	h, err := node.InitHome(dir, s, []agreement.AuthorityID{"court-registry"}, time.Now(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestANodeIsMadeOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "arland")
	h := initHome(t, dir, settings())
	if _, err := node.InitHome(dir, settings(), nil, time.Now(), nil); fault.CodeOf(err) != fault.Conflict {
		t.Fatalf("made twice: %v", err)
	}
	again, err := node.OpenHome(dir)
	if err != nil {
		t.Fatal(err)
	}
	if again.Sign.ID() != h.Sign.ID() || again.Seal.ID() != h.Seal.ID() || !reflect.DeepEqual(again.Settings, h.Settings) || again.Card != h.Card {
		t.Fatal("what was opened is not what was made")
	}
	if peer.PinOf(again.Certificate.Leaf) != peer.PinOf(h.Certificate.Leaf) {
		t.Fatal("the TLS key is another one")
	}
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		secret := strings.HasSuffix(path, ".key") || strings.HasSuffix(path, ".seed") || strings.HasSuffix(path, ".secret")
		if err == nil && secret && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s may be read by others: %s", filepath.Base(path), info.Mode())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := node.OpenHome(t.TempDir()); fault.CodeOf(err) != fault.NotFound {
		t.Fatalf("an empty folder: %v", err)
	}
	if _, err := node.InitHome(filepath.Join(dir, "node.json", "below"), settings(), nil, time.Now(), nil); err == nil {
		t.Fatal("a folder below a file")
	}
}

// Killed between any two files, the making can be begun again.
func TestAnInterruptedStartBeginsAgain(t *testing.T) {
	whole := filepath.Join(t.TempDir(), "whole")
	initHome(t, whole, settings())
	files := []string{"offline/party.key", "offline/court-registry.key", "keys/node-sign.key", "keys/node-seal.key", "keys/tls.seed", "keys/pseudonym.secret", "card.json"}
	for cut := range len(files) + 1 {
		dir := filepath.Join(t.TempDir(), "cut")
		for _, name := range files[:cut] {
			b, err := os.ReadFile(filepath.Join(whole, name))
			if err != nil {
				t.Fatal(err)
			}
			if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if cut < len(files) { // and the next one was being written
			next := filepath.Join(dir, files[cut]+".new")
			if err := os.MkdirAll(filepath.Dir(next), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(next, []byte("ha"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := node.OpenHome(dir); cut > 0 && fault.CodeOf(err) != fault.NotFound {
			t.Fatalf("cut after %d files it is no node yet: %v", cut, err)
		}
		h := initHome(t, dir, settings())
		if _, err := h.PartyKey(); err != nil {
			t.Fatalf("cut after %d files: %v", cut, err)
		}
		certificateOf(t, h.Card).fits(t, h)
	}
}

// certified is what a card's certificate says.
type certified struct{ *seal.NodeCertificate }

func certificateOf(t *testing.T, c node.Card) certified {
	t.Helper()
	st, err := seal.DecodeSignedStatement([]byte(c.Certificate))
	if err != nil {
		t.Fatal(err)
	}
	said, err := seal.DecodeStatement([]byte(st.Statement))
	if err != nil {
		t.Fatal(err)
	}
	cert, ok := said.(*seal.NodeCertificate)
	if !ok {
		t.Fatalf("a card with a %T", said)
	}
	return certified{cert}
}

func (c certified) fits(t *testing.T, h *node.Home) {
	t.Helper()
	if c.Party != string(h.Party) || c.World != h.World || c.Sign != h.Sign.PublicKey().String() || c.Seal != h.Seal.PublicKey().String() ||
		c.TLS != string(peer.PinOf(h.Certificate.Leaf)) {
		t.Fatalf("the certificate names other keys than the folder has: %+v", c.NodeCertificate)
	}
}

func TestACardTravels(t *testing.T) {
	h := initHome(t, filepath.Join(t.TempDir(), "arland"), settings())
	b, err := json.Marshal(h.Card)
	if err != nil {
		t.Fatal(err)
	}
	var c node.Card
	if err := json.Unmarshal(b, &c); err != nil || c != h.Card {
		t.Fatalf("%v: %+v", err, c)
	}
	if c.Party != "arland" || c.Address != "127.0.0.1:7001" {
		t.Fatalf("%+v", c)
	}
	certificateOf(t, c).fits(t, h)

	// Moved to another address, the card says so, and its certificate is the same.
	s := settings()
	s.Peer = "127.0.0.1:7999"
	writeJSON(t, filepath.Join(h.Dir, "node.json"), s)
	moved, err := node.OpenHome(h.Dir)
	if err != nil || moved.Card.Address != "127.0.0.1:7999" || moved.Card.Certificate != c.Certificate {
		t.Fatalf("%v: %+v", err, moved)
	}
}

func writeJSON(t *testing.T, path string, v any) {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestDamagedFolders(t *testing.T) {
	dir := t.TempDir()
	initHome(t, filepath.Join(dir, "one"), settings())
	initHome(t, filepath.Join(dir, "other"), settings())
	serious := settings()
	serious.World = agreement.WorldReal
	initHome(t, filepath.Join(dir, "real"), serious)
	read := func(parts ...string) []byte {
		b, err := os.ReadFile(filepath.Join(append([]string{dir}, parts...)...))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	sign := read("one", "keys", "node-sign.key")
	flipped := append([]byte{}, sign...)
	flipped[len(flipped)-6] ^= 1
	for _, x := range []struct {
		name, file string
		text       []byte // nil: removed
	}{
		{"no signing key", "keys/node-sign.key", nil},
		{"an empty signing key", "keys/node-sign.key", []byte{}},
		{"half a signing key", "keys/node-sign.key", sign[:len(sign)/2]},
		{"a signing key with a flipped letter", "keys/node-sign.key", flipped},
		{"a signing key that is for sealing", "keys/node-sign.key", read("one", "keys", "node-seal.key")},
		{"a signing key that is the party's", "keys/node-sign.key", read("one", "offline", "party.key")},
		{"a signing key of the real world", "keys/node-sign.key", read("real", "keys", "node-sign.key")},
		{"another node's signing key", "keys/node-sign.key", read("other", "keys", "node-sign.key")},
		{"a sealing key that is for signing", "keys/node-seal.key", sign},
		{"another node's sealing key", "keys/node-seal.key", read("other", "keys", "node-seal.key")},
		{"no TLS seed", "keys/tls.seed", nil},
		{"a TLS seed that is too short", "keys/tls.seed", []byte("00ff")},
		{"a TLS seed that is none", "keys/tls.seed", []byte(strings.Repeat("zz", 32))},
		{"another node's TLS seed", "keys/tls.seed", read("other", "keys", "tls.seed")},
		{"no secret of pseudonyms", "keys/pseudonym.secret", nil},
		{"a secret of pseudonyms that is cut off", "keys/pseudonym.secret", read("one", "keys", "pseudonym.secret")[:20]},
		{"no card", "card.json", nil},
		{"a card that is none", "card.json", []byte("{")},
		{"a card without a certificate", "card.json", []byte("{}")},
		{"another node's card", "card.json", read("other", "card.json")},
		{"settings that are none", "node.json", []byte("party: arland")},
		{"settings of another world", "node.json", read("real", "node.json")},
	} {
		copied := filepath.Join(t.TempDir(), "copy")
		if err := os.CopyFS(copied, os.DirFS(filepath.Join(dir, "one"))); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(copied, x.file)
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		if x.text != nil {
			if err := os.WriteFile(path, x.text, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		_, err := node.OpenHome(copied)
		if err == nil {
			t.Errorf("%s: the folder opens", x.name)
			continue
		}
		if code := fault.CodeOf(err); code == fault.Internal || strings.Contains(err.Error(), string(sign[:len(sign)-1])) || strings.Contains(err.Error(), copied) {
			t.Errorf("%s: %s %v", x.name, code, err)
		}
	}
}

func TestOfflineKeysMayBeElsewhere(t *testing.T) {
	h := initHome(t, filepath.Join(t.TempDir(), "arland"), settings())
	if _, err := h.PartyKey(); err != nil {
		t.Fatal(err)
	}
	if _, err := h.AuthorityKey("court-registry"); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(h.Dir, "offline")); err != nil {
		t.Fatal(err)
	}
	h, err := node.OpenHome(h.Dir)
	if err != nil {
		t.Fatalf("the node needs its party key: %v", err)
	}
	if _, err := h.PartyKey(); fault.CodeOf(err) != fault.NotFound {
		t.Fatalf("%v", err)
	}
	if _, err := h.AuthorityKey("court-registry"); fault.CodeOf(err) != fault.NotFound {
		t.Fatalf("%v", err)
	}
	if _, err := h.RoleKey("vantor", "judge"); fault.CodeOf(err) != fault.NotFound {
		t.Fatalf("%v", err)
	}
}

func TestSettingsThatNoNodeCanHave(t *testing.T) {
	for name, change := range map[string]func(*node.Settings){
		"no party":      func(s *node.Settings) { s.Party = "" },
		"no name":       func(s *node.Settings) { s.Name = "" },
		"a long party":  func(s *node.Settings) { s.Party = agreement.PartyID(strings.Repeat("a", 1000)) },
		"a bad name":    func(s *node.Settings) { s.Name = "Arland's node" }, // no cookie could bear it
		"a bad party":   func(s *node.Settings) { s.Party = "Republic of\nArland" },
		"another world": func(s *node.Settings) { s.World = "drill" },
	} {
		s := settings()
		change(&s)
		dir := filepath.Join(t.TempDir(), "node")
		if _, err := node.InitHome(dir, s, nil, time.Now(), nil); err == nil {
			t.Errorf("%s: made", name)
		}
		if _, err := os.Stat(filepath.Join(dir, "node.json")); err == nil {
			t.Errorf("%s: what is refused is a node", name)
		}
	}
}
