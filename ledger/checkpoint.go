package ledger

import (
	"crypto"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"strconv"
	"strings"
	"time"

	"github.com/transparency-dev/formats/log"
	"golang.org/x/mod/sumdb/note"

	"github.com/entente-net/entente/fault"
)

// Checkpoint is a log's size and root under its origin, as C2SP tlog-checkpoint writes it.
type Checkpoint struct {
	Origin string
	Size   uint64
	Root   [32]byte
}

// Origin names the log that a party keeps for an agreement: "entente/northgate/arland", in an exercise world
// "entente-exercise/northgate/arland". It is also the name of the party's key in notes.
func Origin(world, agreement, party string) string {
	head := "entente"
	if world != "" {
		head += "-" + world
	}
	return head + "/" + agreement + "/" + party
}

// Text is what is signed: origin, size and root in base64, a line each.
func (c Checkpoint) Text() string {
	return string(log.Checkpoint{Origin: c.Origin, Size: c.Size, Hash: c.Root[:]}.Marshal())
}

func parseCheckpoint(text string) (Checkpoint, error) {
	var l log.Checkpoint
	rest, err := l.Unmarshal([]byte(text))
	if err != nil || len(rest) > 0 || len(l.Hash) != 32 || l.Size > maxSize {
		return Checkpoint{}, fault.New(fault.Malformed, "the checkpoint is not an origin, a size and a root").Wrap(err)
	}
	c := Checkpoint{Origin: l.Origin, Size: l.Size, Root: [32]byte(l.Hash)}
	// A size with leading zeros or a root with loose bits would be a second spelling.
	if c.Text() != text {
		return Checkpoint{}, fault.New(fault.Malformed, "the checkpoint is not in its one form")
	}
	return c, nil
}

// Note key types, as C2SP signed-note gives them out.
const (
	noteEd25519     = 1
	noteCosignature = 4
)

func noteHash(name string, typ byte, key ed25519.PublicKey) uint32 {
	h := sha256.New()
	h.Write([]byte(name + "\n"))
	h.Write([]byte{typ})
	h.Write(key)
	return binary.BigEndian.Uint32(h.Sum(nil))
}

// signer signs a note with any Ed25519 key, such as a seal.PrivateKey.
type signer struct {
	name string
	hash uint32
	sign func(msg []byte) ([]byte, error)
}

func (s signer) Name() string                    { return s.name }
func (s signer) KeyHash() uint32                 { return s.hash }
func (s signer) Sign(msg []byte) ([]byte, error) { return s.sign(msg) }

type verifier struct {
	name   string
	hash   uint32
	verify func(msg, sig []byte) bool
}

func (v verifier) Name() string                { return v.name }
func (v verifier) KeyHash() uint32             { return v.hash }
func (v verifier) Verify(msg, sig []byte) bool { return v.verify(msg, sig) }

func public(key crypto.Signer) (ed25519.PublicKey, error) {
	pub, ok := key.Public().(ed25519.PublicKey)
	if !ok || len(pub) != ed25519.PublicKeySize {
		return nil, fault.New(fault.UnknownKey, "a checkpoint is signed with an Ed25519 key")
	}
	return pub, nil
}

// SignCheckpoint gives the checkpoint as a note signed by the log's own key. Errors: malformed, unknown-key.
func SignCheckpoint(c Checkpoint, key crypto.Signer) ([]byte, error) {
	pub, err := public(key)
	if err != nil {
		return nil, err
	}
	if _, err := parseCheckpoint(c.Text()); err != nil {
		return nil, err
	}
	s := signer{c.Origin, noteHash(c.Origin, noteEd25519, pub), func(msg []byte) ([]byte, error) {
		return key.Sign(nil, msg, crypto.Hash(0))
	}}
	b, err := note.Sign(&note.Note{Text: c.Text()}, s)
	if err != nil {
		return nil, fault.New(fault.Malformed, "the checkpoint of %q cannot be signed", c.Origin).Wrap(err)
	}
	return b, nil
}

// maxNote bounds a checkpoint with its cosignatures.
const maxNote = 64 << 10

// OpenCheckpoint verifies a note under the log's key and gives the checkpoint. Cosignatures are passed over: see
// Cosignatures. Errors: too-large, malformed, bad-signature, unknown-key.
func OpenCheckpoint(b []byte, origin string, key ed25519.PublicKey) (Checkpoint, error) {
	n, err := open(b, verifier{origin, noteHash(origin, noteEd25519, key), func(msg, sig []byte) bool {
		return ed25519.Verify(key, msg, sig)
	}})
	if err != nil {
		return Checkpoint{}, err
	}
	c, err := parseCheckpoint(n.Text)
	if err != nil {
		return Checkpoint{}, err
	}
	if c.Origin != origin {
		return Checkpoint{}, fault.New(fault.UnknownKey, "the checkpoint is of the log %.80q, not of %q", c.Origin, origin)
	}
	return c, nil
}

func open(b []byte, v verifier) (*note.Note, error) {
	if len(b) > maxNote {
		return nil, fault.New(fault.TooLarge, "the checkpoint has %d bytes, more than %d", len(b), maxNote)
	}
	n, err := note.Open(b, note.VerifierList(v))
	switch err := err.(type) {
	case nil:
		return n, nil
	case *note.InvalidSignatureError:
		return nil, fault.New(fault.BadSignature, "the signature of %s under the checkpoint does not verify", v.name)
	case *note.UnverifiedNoteError:
		return nil, fault.New(fault.UnknownKey, "the checkpoint carries no signature of %s under its present key", v.name)
	default:
		return nil, fault.New(fault.Malformed, "the checkpoint is not a signed note").Wrap(err)
	}
}

// ReadCheckpoint reads a note without verifying it: to see of which log and size it speaks. Error: malformed, too-large.
func ReadCheckpoint(b []byte) (Checkpoint, error) {
	if len(b) > maxNote {
		return Checkpoint{}, fault.New(fault.TooLarge, "the checkpoint has %d bytes, more than %d", len(b), maxNote)
	}
	text, err := noteText(b)
	if err != nil {
		return Checkpoint{}, err
	}
	return parseCheckpoint(text)
}

// noteText takes a note apart with the library's own reader, which gives the note even where it knows no key.
func noteText(b []byte) (string, error) {
	_, err := note.Open(b, note.VerifierList())
	if u, ok := err.(*note.UnverifiedNoteError); ok {
		return u.Note.Text, nil
	}
	return "", fault.New(fault.Malformed, "the checkpoint is not a signed note").Wrap(err)
}

// cosigned is the message of C2SP tlog-cosignature, Ed25519.
func cosigned(text string, at uint64) []byte {
	b := []byte("cosignature/v1\ntime ")
	b = strconv.AppendUint(b, at, 10)
	return append(append(b, '\n'), text...)
}

// Cosign gives the line that a counterparty adds to a checkpoint that it has checked (Extends): its word that at this second
// it had seen no other. name is the cosigner's Origin for the same agreement. Errors: malformed, unknown-key.
func Cosign(b []byte, name string, key crypto.Signer, at time.Time) (string, error) {
	c, err := ReadCheckpoint(b)
	if err != nil {
		return "", err
	}
	pub, err := public(key)
	if err != nil {
		return "", err
	}
	if at.Unix() <= 0 {
		return "", fault.New(fault.Malformed, "a cosignature needs a time")
	}
	stamp := uint64(at.Unix())
	sig, err := key.Sign(nil, cosigned(c.Text(), stamp), crypto.Hash(0))
	if err != nil {
		return "", fault.New(fault.Internal, "the checkpoint cannot be cosigned").Wrap(err)
	}
	raw := binary.BigEndian.AppendUint32(nil, noteHash(name, noteCosignature, pub))
	raw = binary.BigEndian.AppendUint64(raw, stamp)
	return "— " + name + " " + base64.StdEncoding.EncodeToString(append(raw, sig...)) + "\n", nil
}

// AddCosignature verifies a cosigner's line and adds it to the note, unless that name has cosigned already: the earliest
// word stays. Errors as VerifyCosignature.
func AddCosignature(b []byte, line, name string, key ed25519.PublicKey) ([]byte, error) {
	text, err := noteText(b)
	if err != nil {
		return nil, err
	}
	if strings.Count(line, "\n") != 1 || !strings.HasSuffix(line, "\n") || !strings.HasPrefix(line, "— "+name+" ") {
		return nil, fault.New(fault.Malformed, "the cosignature is not one line of %s", name)
	}
	// Alone under the text, lest a line of the same name that stands there already be the one that is verified.
	if _, err := VerifyCosignature([]byte(text+"\n"+line), name, key); err != nil {
		return nil, err
	}
	if _, err := VerifyCosignature(b, name, key); err == nil {
		return b, nil
	}
	return append(append(make([]byte, 0, len(b)+len(line)), b...), line...), nil
}

// VerifyCosignature verifies the cosignature of a name under a note and gives its time. The log's own signature is not
// looked at. Errors: too-large, malformed, bad-signature, unknown-key (no such cosignature).
func VerifyCosignature(b []byte, name string, key ed25519.PublicKey) (time.Time, error) {
	var at time.Time
	n, err := open(b, verifier{name, noteHash(name, noteCosignature, key), func(msg, sig []byte) bool {
		if len(sig) != 8+ed25519.SignatureSize {
			return false
		}
		stamp := binary.BigEndian.Uint64(sig)
		if stamp > 1<<40 || !ed25519.Verify(key, cosigned(string(msg), stamp), sig[8:]) {
			return false
		}
		at = time.Unix(int64(stamp), 0).UTC()
		return true
	}})
	if err != nil {
		return time.Time{}, err
	}
	if _, err := parseCheckpoint(n.Text); err != nil {
		return time.Time{}, err
	}
	return at, nil
}

// Cosigners names those who signed or cosigned a note, unverified, in order.
func Cosigners(b []byte) ([]string, error) {
	_, err := note.Open(b, note.VerifierList())
	u, ok := err.(*note.UnverifiedNoteError)
	if !ok {
		return nil, fault.New(fault.Malformed, "the checkpoint is not a signed note").Wrap(err)
	}
	var out []string
	for _, s := range u.Note.UnverifiedSigs {
		out = append(out, s.Name)
	}
	return out, nil
}

// Extends refuses a checkpoint that is not a continuation of the one seen before: whoever cosigns asks this first.
// Errors: unknown-key (another log), conflict (older than what was seen, and proved so by nothing), forked.
func Extends(seen, offered Checkpoint, proof [][32]byte) error {
	if seen.Origin != offered.Origin {
		return fault.New(fault.UnknownKey, "the checkpoints are of two logs, %q and %q", seen.Origin, offered.Origin)
	}
	if offered.Size < seen.Size {
		return fault.New(fault.Conflict, "the checkpoint has %d entries, but one with %d was seen before", offered.Size, seen.Size).
			Mend("send a newer checkpoint; a node that has lost entries must catch up first")
	}
	return CheckConsistency(proof, seen.Size, seen.Root, offered.Size, offered.Root)
}
