package audit

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// Kinds of file that Examine tells apart.
const (
	FileFiling     = "proof-of-filing"
	FileContent    = "content-of-filing"
	FileAct        = "act"   // the log's entry of an act
	FileEntry      = "entry" // of anything else
	FileCheckpoint = "checkpoint"
	FileAgreement  = "agreement"
)

// Known is an agreement that whoever examines a file trusts to be what was signed, with the keys that are known under it.
type Known struct {
	Text  []byte
	Model *agreement.Model
	Ring  *seal.KeyRing
	// Signed says which parties' signatures under the text are known; nil: whoever asks does not know.
	Signed map[agreement.PartyID]time.Time
}

// Examined is what a file proves. What of it does not hold is the error beside it.
type Examined struct {
	Kind      string
	Agreement *agreement.Model
	Party     agreement.PartyID // whose log, or whose node
	Digest    seal.Digest       // of what the entry is about; of the text
	Log       string            // origin
	Index     uint64
	Entry     ledger.Kind
	Size      uint64    // of the log at the checkpoint
	Received  time.Time // of a filing
	Made      time.Time // of a proof of filing
	Cosigned  []CosignedBy
	Unknown   []string // lines of cosigners whose key is not known
	Signed    map[agreement.PartyID]time.Time
	Act       *seal.Act      // of a content
	Values    map[string]any // of a content
}

// CosignedBy is a counterparty's word that the log, as of the checkpoint, extends all that it saw of it before.
type CosignedBy struct {
	Party agreement.PartyID
	At    time.Time
}

// MaxFile is the size beyond which Examine reads nothing, in bytes.
const MaxFile = 8 << 20

// KindOf says what a file claims to be, "" where it is nothing that is known here.
func KindOf(file []byte) string {
	b := bytes.TrimSpace(file)
	if len(b) > 0 && b[0] == '{' {
		var head struct {
			Type  string `json:"type"`
			Kind  string `json:"kind"`
			Proof struct {
				Type string `json:"type"`
			} `json:"proof"`
		}
		if json.Unmarshal(b, &head) != nil {
			return ""
		}
		switch {
		case head.Proof.Type == seal.TypeFilingProof:
			return FileFiling
		case head.Type == seal.TypeFilingContent:
			return FileContent
		case head.Type == ledger.TypeProof && head.Kind == string(ledger.KindAct):
			return FileAct
		case head.Type == ledger.TypeProof:
			return FileEntry
		}
		return ""
	}
	if first, _, _ := strings.Cut(string(b), "\n"); strings.HasPrefix(first, "entente/") || strings.HasPrefix(first, "entente-exercise/") {
		return FileCheckpoint
	}
	if bytes.Contains(b, []byte("```hcl")) {
		return FileAgreement
	}
	return ""
}

// Examine verifies a file that somebody holds: offline, under the agreements that are known and the keys that those name.
// at is when it is looked at: a log's key must count then, but for a proof of filing, whose keys must have counted when it
// was written. The error says why it does not hold; what was found so far stands beside it.
func Examine(file []byte, known []Known, at time.Time) (*Examined, error) {
	x := &Examined{Kind: KindOf(file)}
	if len(file) > MaxFile {
		return x, fault.New(fault.TooLarge, "the file has more than %d MiB", MaxFile>>20)
	}
	if x.Kind != FileAgreement {
		file = bytes.TrimSpace(file)
	}
	switch x.Kind {
	case FileFiling:
		return x, x.filing(file, known)
	case FileContent:
		return x, x.content(file, known)
	case FileAct, FileEntry:
		return x, x.entry(file, known, at)
	case FileCheckpoint:
		return x, x.checkpoint(append(file, '\n'), known, at)
	case FileAgreement:
		return x, x.text(file, known)
	}
	return x, fault.New(fault.Malformed, "this is no file that can be verified here").
		Mend("bring a proof of filing, the proof of an act or of an entry, a checkpoint, or the text of an agreement, as it was downloaded")
}

func knownText(known []Known, text seal.Digest) *Known {
	for i := range known {
		if seal.DigestFrom(agreement.TextHash(known[i].Text)) == text {
			return &known[i]
		}
	}
	return nil
}

func unknownText() *fault.Error {
	return fault.New(fault.WrongModel, "the file is under an agreement that is not known here").
		Mend("verify it where that agreement is kept, or with its text: entente verify --agreement TEXT")
}

// ofOrigin finds whose log an origin names.
func ofOrigin(known []Known, origin string) (*Known, agreement.PartyID) {
	for i := range known {
		m := known[i].Model
		for j := range m.Parties {
			if ledger.Origin(m.World, m.LogName(), string(m.Parties[j].ID)) == origin {
				return &known[i], m.Parties[j].ID
			}
		}
	}
	return nil, ""
}

func (x *Examined) filing(file []byte, known []Known) error {
	s, err := seal.DecodeFilingProof(file)
	if err != nil {
		return err
	}
	p := &s.Proof
	x.Party, x.Digest, x.Received, x.Made = agreement.PartyID(p.Party), p.Digest, p.Received.Time, p.Made.Time
	k := knownText(known, p.Agreement)
	if k == nil {
		return unknownText()
	}
	x.Agreement = k.Model
	with := *k
	with.Ring = k.Ring.Clone()
	for _, text := range p.Certificates {
		st, err := seal.DecodeSignedStatement([]byte(text))
		if err != nil {
			return err
		}
		if _, err := with.Ring.Add(st); err != nil {
			return err
		}
	}
	if _, err := s.Verify(with.Ring); err != nil {
		return err
	}
	proof, err := ledger.DecodeProof([]byte(p.Entry))
	if err != nil {
		return err
	}
	if proof.Kind != ledger.KindAct || proof.Commitment != string(p.Digest) {
		return fault.New(fault.Commitment, "the entry that it shows is about something else")
	}
	if err := x.proved(proof, []Known{with}, p.Made.Time); err != nil {
		return err
	}
	if x.Party != agreement.PartyID(p.Party) {
		return fault.New(fault.Commitment, "the entry stands in the log of %s, and not of %s, who signs it", x.Party, p.Party)
	}
	return nil
}

func (x *Examined) content(file []byte, known []Known) error {
	f, err := seal.DecodeFilingContent(file)
	if err != nil {
		return err
	}
	s, values, err := f.Open()
	if err != nil {
		return err
	}
	x.Act, x.Values, x.Digest, x.Party, x.Received = &s.Act, values, s.Digest(), agreement.PartyID(s.Act.Party), s.Act.Made.Time
	k := knownText(known, s.Act.Agreement)
	if k == nil {
		return unknownText()
	}
	x.Agreement = k.Model
	_, err = seal.VerifyAct(s, k.Ring, s.Act.Made.Time)
	return err
}

func (x *Examined) entry(file []byte, known []Known, at time.Time) error {
	proof, err := ledger.DecodeProof(file)
	if err != nil {
		return err
	}
	return x.proved(proof, known, at)
}

func (x *Examined) proved(proof *ledger.Proof, known []Known, at time.Time) error {
	x.Digest, x.Index, x.Entry = seal.Digest(proof.Commitment), proof.Index, proof.Kind
	k, key, err := x.logOf([]byte(proof.Checkpoint), known, at)
	if err != nil {
		return err
	}
	_, c, err := proof.Verify(x.Log, key.Ed25519())
	if err != nil {
		return err
	}
	x.Size = c.Size
	return x.cosigners([]byte(proof.Checkpoint), k, at)
}

func (x *Examined) checkpoint(note []byte, known []Known, at time.Time) error {
	k, key, err := x.logOf(note, known, at)
	if err != nil {
		return err
	}
	c, err := ledger.OpenCheckpoint(note, x.Log, key.Ed25519())
	if err != nil {
		return err
	}
	x.Size, x.Digest = c.Size, seal.DigestFrom(c.Root)
	return x.cosigners(note, k, at)
}

// logOf finds whose log a checkpoint is of, and that node's key.
func (x *Examined) logOf(note []byte, known []Known, at time.Time) (*Known, seal.PublicKey, error) {
	c, err := ledger.ReadCheckpoint(note)
	if err != nil {
		return nil, seal.PublicKey{}, err
	}
	x.Log, x.Size = c.Origin, c.Size
	k, party := ofOrigin(known, c.Origin)
	if k == nil {
		return nil, seal.PublicKey{}, unknownText()
	}
	x.Agreement, x.Party = k.Model, party
	key, err := k.Ring.SignKey(string(party), at)
	return k, key, err
}

func (x *Examined) cosigners(note []byte, k *Known, at time.Time) error {
	names, err := ledger.Cosigners(note)
	if err != nil {
		return err
	}
	for _, name := range names {
		_, party := ofOrigin([]Known{*k}, name)
		if name == x.Log {
			continue
		}
		key, err := k.Ring.SignKey(string(party), at)
		if party == "" || err != nil {
			x.Unknown = append(x.Unknown, name)
			continue
		}
		when, err := ledger.VerifyCosignature(note, name, key.Ed25519())
		if err != nil {
			return err
		}
		x.Cosigned = append(x.Cosigned, CosignedBy{Party: party, At: when})
	}
	slices.SortFunc(x.Cosigned, func(a, b CosignedBy) int { return a.At.Compare(b.At) })
	return nil
}

func (x *Examined) text(file []byte, known []Known) error {
	x.Digest = seal.DigestFrom(agreement.TextHash(file))
	k := knownText(known, x.Digest)
	if k == nil {
		return fault.New(fault.WrongModel, "no agreement that is known here has this text").
			Mend("compare the hash; a single changed letter gives another. A translation, or a page that was saved, is not the text that was signed")
	}
	x.Agreement, x.Signed = k.Model, k.Signed
	return nil
}
