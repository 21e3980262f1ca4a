package ledger

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/entente-net/entente/fault"
)

var update = flag.Bool("update", false, "write spec/vectors/ledger.json anew")

type leafVector struct {
	Kind       Kind   `json:"kind"`
	Seed       string `json:"seed"`
	Number     uint64 `json:"number"` // in the run
	Salt       string `json:"salt"`
	Commitment string `json:"commitment"`
	Record     string `json:"record"`
	Leaf       string `json:"leaf"`
}

type rootVector struct {
	Size     uint64 `json:"size"`
	Root     string `json:"root"`
	Frontier string `json:"frontier,omitempty"` // base64
}

type consistencyVector struct {
	Old   uint64   `json:"old"`
	New   uint64   `json:"new"`
	Proof []string `json:"proof"`
}

type noteVector struct {
	Name       string    `json:"name"`
	Note       string    `json:"note"`
	Origin     string    `json:"origin"`
	Key        string    `json:"key"` // base64url, 32 bytes
	Cosigner   string    `json:"cosigner,omitempty"`
	Cosigned   time.Time `json:"cosigned,omitzero"`
	CosignerBy string    `json:"cosigner_key,omitempty"`
	Error      string    `json:"error,omitempty"`
}

type proofVector struct {
	Name  string `json:"name"`
	Proof string `json:"proof"`
	Error string `json:"error,omitempty"`
}

// vectors are those of spec/vectors/ledger.json: the leaves of the roots are SHA-256 of their number as 8 bytes.
type vectors struct {
	Leaves      []leafVector        `json:"leaves"`
	Roots       []rootVector        `json:"roots"`
	Consistency []consistencyVector `json:"consistency"`
	Notes       []noteVector        `json:"notes"`
	Proofs      []proofVector       `json:"proofs"`
}

func makeVectors(t *testing.T) vectors {
	var v vectors
	for i, k := range Kinds {
		r := Run{Kind: k, Seed: [16]byte{byte(i), 1, 2, 3}, Commitments: leaves(3)}
		hashes, err := r.LeafHashes()
		if err != nil {
			t.Fatal(err)
		}
		o := r.Opening(2)
		v.Leaves = append(v.Leaves, leafVector{
			k, b64.EncodeToString(r.Seed[:]), 2, b64.EncodeToString(o.Salt[:]), digestText(o.Commitment), digestText(o.Record()), digestText(hashes[2]),
		})
	}
	all, f, set := leaves(600), NewFrontier(), NewTileSet()
	for n := 0; n <= 600; n++ {
		switch n {
		case 0, 1, 2, 3, 4, 5, 255, 256, 257, 600:
			r := rootVector{Size: uint64(n), Root: digestText(f.Root())}
			if n == 3 || n == 257 {
				r.Frontier = base64.StdEncoding.EncodeToString(f.Bytes())
			}
			v.Roots = append(v.Roots, r)
		}
		if n < 600 {
			set.Add(f.Append(all[n : n+1])...)
		}
	}
	p := NewProver(Over(set, f), f.Size(), f.Root())
	for _, s := range [][2]uint64{{0, 600}, {1, 2}, {3, 5}, {255, 257}, {256, 600}, {600, 600}} {
		proof, err := p.Consistency(s[0], s[1])
		if err != nil {
			t.Fatal(err)
		}
		c := consistencyVector{Old: s[0], New: s[1], Proof: []string{}}
		for _, h := range proof {
			c.Proof = append(c.Proof, digestText(h))
		}
		v.Consistency = append(v.Consistency, c)
	}
	file := shown(t)
	good := noteVector{
		Name: "cosigned", Note: file.Checkpoint, Origin: arland, Key: b64.EncodeToString(pub(1)),
		Cosigner: belmark, Cosigned: second, CosignerBy: b64.EncodeToString(pub(2)),
	}
	note := func(name string, change func(*noteVector), code fault.Code) {
		n := good
		n.Name, n.Error = name, string(code)
		change(&n)
		v.Notes = append(v.Notes, n)
	}
	note("cosigned", func(*noteVector) {}, "")
	note("another key", func(n *noteVector) { n.Key = b64.EncodeToString(pub(3)) }, fault.UnknownKey)
	note("another log", func(n *noteVector) { n.Origin = belmark }, fault.UnknownKey)
	note("another size", func(n *noteVector) {
		n.Note = string(bytes.Replace([]byte(n.Note), []byte("\n300\n"), []byte("\n301\n"), 1))
	}, fault.BadSignature)
	note("no note", func(n *noteVector) { n.Note = "entente" }, fault.Malformed)

	proof := func(name string, text []byte, code fault.Code) {
		v.Proofs = append(v.Proofs, proofVector{name, string(text), string(code)})
	}
	text := encoded(t, file)
	proof("an act", text, "")
	proof("another kind", bytes.Replace(text, []byte(`"kind":"act"`), []byte(`"kind":"receipt"`), 1), fault.Forked)
	proof("another place", bytes.Replace(text, []byte(`"index":7`), []byte(`"index":8`), 1), fault.Forked)
	proof("a member in another case", bytes.Replace(text, []byte(`"kind"`), []byte(`"Kind"`), 1), fault.Malformed)
	proof("white space", append(text[:len(text):len(text)], '\n'), fault.Malformed)
	return v
}

func TestVectors(t *testing.T) {
	path := filepath.Join("..", "spec", "vectors", "ledger.json")
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(makeVectors(t)); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(path, buf.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	stored, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(stored, buf.Bytes()) {
		t.Error("the vectors are not what the code makes: a format has changed, or run go test ./ledger -update")
	}
	var v vectors
	if err := json.Unmarshal(stored, &v); err != nil {
		t.Fatal(err)
	}
	checkVectors(t, v)
}

// checkVectors reads the vectors as another implementation would: from the file alone.
func checkVectors(t *testing.T, v vectors) {
	digest := func(s string) [32]byte {
		h, err := parseDigest("vector", s)
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	raw := func(s string) []byte {
		b, err := b64.DecodeString(s)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	for _, l := range v.Leaves {
		o := Opening{Kind: l.Kind, Salt: Salt([16]byte(raw(l.Seed)), l.Number), Commitment: digest(l.Commitment)}
		if !bytes.Equal(o.Salt[:], raw(l.Salt)) || o.Record() != digest(l.Record) || o.LeafHash() != digest(l.Leaf) {
			t.Errorf("leaf of kind %s", l.Kind)
		}
	}
	roots := map[uint64][32]byte{}
	build := NewTreeBuilder()
	for _, r := range v.Roots {
		for build.Size() < r.Size {
			build.Add(leaf(int(build.Size())))
		}
		roots[r.Size] = digest(r.Root)
		if build.Root() != roots[r.Size] {
			t.Errorf("root at %d", r.Size)
		}
		if b, err := base64.StdEncoding.DecodeString(r.Frontier); err != nil {
			t.Error(err)
		} else if len(b) > 0 {
			if f, err := ParseFrontier(b); err != nil || f.Root() != roots[r.Size] {
				t.Errorf("frontier at %d: %v", r.Size, err)
			}
		}
	}
	for _, c := range v.Consistency {
		var proof [][32]byte
		for _, h := range c.Proof {
			proof = append(proof, digest(h))
		}
		if err := CheckConsistency(proof, c.Old, roots[c.Old], c.New, roots[c.New]); err != nil {
			t.Error(err)
		}
	}
	for _, n := range v.Notes {
		_, err := OpenCheckpoint([]byte(n.Note), n.Origin, raw(n.Key))
		if string(fault.CodeOf(err)) != n.Error {
			t.Errorf("note %s: %v, want %q", n.Name, err, n.Error)
		}
		if n.Error != "" {
			continue
		}
		if at, err := VerifyCosignature([]byte(n.Note), n.Cosigner, raw(n.CosignerBy)); err != nil || !at.Equal(n.Cosigned) {
			t.Errorf("note %s: cosigned at %v, %v", n.Name, at, err)
		}
	}
	for _, x := range v.Proofs {
		p, err := DecodeProof([]byte(x.Proof))
		if err == nil {
			_, _, err = p.Verify(arland, pub(1))
		}
		if string(fault.CodeOf(err)) != x.Error {
			t.Errorf("proof %s: %v, want %q", x.Name, err, x.Error)
		}
	}
}
