package synth

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"math/rand/v2"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

//go:embed agreement.md
var agreementText []byte

// The parties of the agreement.
const (
	Arland      agreement.PartyID = "arland"
	Belmark     agreement.PartyID = "belmark"
	Secretariat agreement.PartyID = "secretariat"
)

// Parties lists them in the order of the text.
var Parties = []agreement.PartyID{Arland, Belmark, Secretariat}

// World is an exercise world with its parties, their keys and what they have done so far.
type World struct {
	Text    []byte
	Name    string
	Digest  seal.Digest // of the text
	Hash    seal.Digest // of the model
	Model   *agreement.Model
	Ring    *seal.KeyRing
	Nodes   map[agreement.PartyID]*Node
	Now     time.Time
	Cases   []*Case
	Own     *Case // the agreement's own
	Queries []*Query

	statements [][]byte
	random     io.Reader
}

// Node is one party with its keys and its log.
type Node struct {
	ID       agreement.PartyID
	Party    seal.PrivateKey
	Registry seal.PrivateKey // enrols judges
	Sign     seal.PrivateKey
	Seal     seal.PrivateKey
	Judge    seal.PrivateKey // a judge's role key; zero for the secretariat
	Log      *Log
}

// Start is the instant at which every world begins.
var Start = time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC)

// seeded is a reader of random bytes that follow from a number.
func seeded(seed uint64) io.Reader {
	var key [32]byte
	binary.LittleEndian.PutUint64(key[:], seed)
	return rand.NewChaCha8(key)
}

// New makes a world from a number, with the agreement signed by all and every key certified.
func New(seed uint64) (*World, error) {
	w := &World{Name: "synthetic.md", Nodes: map[agreement.PartyID]*Node{}, Now: Start, random: seeded(seed)}
	w.Text = bytes.Clone(agreementText)
	for _, id := range Parties {
		n := &Node{ID: id}
		for _, k := range []struct {
			to   *seal.PrivateKey
			kind seal.KeyKind
		}{{&n.Party, seal.KeyParty}, {&n.Registry, seal.KeyAuthority}, {&n.Sign, seal.KeyNode}, {&n.Seal, seal.KeySeal}, {&n.Judge, seal.KeyRole}} {
			var err error
			if *k.to, err = seal.GenerateKey(k.kind, agreement.WorldExercise, w.random); err != nil {
				return nil, err
			}
		}
		w.Text = bytes.Replace(w.Text, []byte("KEY-"+string(id)+"-court-registry"), []byte(n.Registry.PublicKey().String()), 1)
		w.Text = bytes.Replace(w.Text, []byte("KEY-"+string(id)), []byte(n.Party.PublicKey().String()), 1)
		w.Nodes[id] = n
	}
	m, findings := agreement.Compile(w.Name, w.Text)
	if m == nil {
		return nil, fmt.Errorf("the synthetic agreement has findings: %s", findings)
	}
	w.Model = m
	w.Digest, w.Hash = seal.DigestFrom(agreement.TextHash(w.Text)), seal.DigestFrom(m.Hash())
	for _, id := range Parties {
		w.Nodes[id].Log = newLog(ledger.Origin(m.World, m.LogName(), string(id)))
	}
	return w, w.found()
}

// found certifies keys and ratifies the agreement, in its own case.
func (w *World) found() error {
	w.Ring = seal.NewKeyRing(w.Model.World, string(w.Model.ID))
	w.Ring.Enrols("judge", "court-registry")
	from, until := seal.TimeOf(Start.AddDate(0, -1, 0)), seal.TimeOf(Start.AddDate(10, 0, 0))
	var all []*seal.SignedStatement
	say := func(st seal.Statement, key seal.PrivateKey) error {
		s, err := seal.SignStatement(st, key)
		if err == nil {
			_, err = w.Ring.Add(s)
		}
		all = append(all, s)
		return err
	}
	for _, id := range Parties {
		n := w.Nodes[id]
		if err := w.Ring.AddParty(string(id), n.Party.PublicKey().String()); err != nil {
			return err
		}
		if id != Secretariat {
			if err := w.Ring.AddAuthority(string(id), "court-registry", n.Registry.PublicKey().String()); err != nil {
				return err
			}
		}
		if err := say(&seal.NodeCertificate{
			Epoch: 1, From: from, Party: string(id), Scope: []string{seal.ScopeSeal, seal.ScopeSign}, Seal: n.Seal.PublicKey().String(),
			Sign: n.Sign.PublicKey().String(), Type: seal.TypeNodeCertificate, Until: until, World: w.Model.World,
		}, n.Party); err != nil {
			return err
		}
		if err := say(&seal.Ratification{
			Agreement: w.Digest, ID: string(w.Model.ID), Model: w.Hash, Party: string(id), Signed: seal.TimeOf(Start),
			Type: seal.TypeRatification, World: w.Model.World,
		}, n.Party); err != nil {
			return err
		}
		if id == Secretariat {
			continue
		}
		if err := say(w.Enrolment(id, n.Judge.PublicKey(), "court-registry"), n.Registry); err != nil {
			return err
		}
	}
	w.Own = w.newCase(agreementCase(w.Digest))
	w.Own.home = Secretariat
	for _, s := range all {
		w.statements = append(w.statements, s.Encode())
		if err := w.declare(s); err != nil {
			return err
		}
	}
	return nil
}

// Enrolment is an authority's certificate for a judge's key.
func (w *World) Enrolment(party agreement.PartyID, key seal.PublicKey, authority string) *seal.RoleCertificate {
	return &seal.RoleCertificate{
		Agreement: string(w.Model.ID), Algorithm: seal.AlgorithmEd25519, Authority: authority, Custody: seal.CustodyPerson,
		From: seal.TimeOf(Start.AddDate(0, -1, 0)), Key: key.String(), Party: string(party), Role: "judge", Type: seal.TypeRoleCertificate,
		Until: seal.TimeOf(Start.AddDate(10, 0, 0)), World: w.Model.World,
	}
}

// Tick lets time pass.
func (w *World) Tick(d time.Duration) { w.Now = w.Now.Add(d).Truncate(time.Microsecond) }

func (w *World) nonce() string {
	n, err := seal.NewNonce(w.random)
	if err != nil {
		panic(err) // a seeded reader has no end
	}
	return n
}
