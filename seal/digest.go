package seal

import (
	"crypto/sha256"
	"io"
	"strings"

	"github.com/entente-net/entente/fault"
)

const digestPrefix = "sha256:"

// DigestOf gives the digest of bytes.
func DigestOf(b []byte) Digest { return DigestFrom(sha256.Sum256(b)) }

// DigestFrom writes a SHA-256 as text.
func DigestFrom(sum [32]byte) Digest { return Digest(digestPrefix + b64.EncodeToString(sum[:])) }

// Valid says whether d is well formed; the empty digest is not.
func (d Digest) Valid() bool {
	rest, ok := strings.CutPrefix(string(d), digestPrefix)
	return ok && isBase64(rest, sha256.Size)
}

// Sum gives the 32 bytes. Error: malformed.
func (d Digest) Sum() (sum [32]byte, err error) {
	if !d.Valid() {
		return sum, fault.New(fault.Malformed, "%.60q is not a digest", string(d))
	}
	_, _ = b64.Decode(sum[:], []byte(d[len(digestPrefix):])) // Valid has read every character
	return sum, nil
}

// NewNonce draws 16 bytes, as text.
func NewNonce(rand io.Reader) (string, error) {
	var b [16]byte
	if _, err := io.ReadFull(rand, b[:]); err != nil {
		return "", fault.New(fault.Internal, "no random bytes are to be had").Wrap(err)
	}
	return b64.EncodeToString(b[:]), nil
}

// message is what a signature covers: the canonical bytes behind a head that names the format, the type
// and the world, so that a signature of one kind or world is never one of another.
func message(typ, world string, canonical []byte) []byte {
	m := make([]byte, 0, len(domain)+len(typ)+len(world)+2+len(canonical))
	m = append(m, domain...)
	m = append(m, typ...)
	m = append(m, '\n')
	m = append(m, world...)
	m = append(m, '\n')
	return append(m, canonical...)
}

const domain = "entente/v1\n"

// The worlds, as package agreement names them.
const (
	WorldReal     = ""
	WorldExercise = "exercise"
)

// The types, as they stand in signed bytes.
const (
	TypeAct             = "entente/act/1"
	TypePersonal        = "entente/personal/1"
	TypeReceipt         = "entente/receipt/1"
	TypeRefusal         = "entente/refusal/1"
	TypeRelay           = "entente/relay/1"
	TypeBundle          = "entente/bundle/1"
	TypeSealed          = "entente/sealed/1"
	TypeEnvelope        = "entente/envelope/1"
	TypePost            = "entente/post/1"
	TypeExcerpt         = "entente/excerpt/1"
	TypeNodeCertificate = "entente/node-certificate/1"
	TypeRoleCertificate = "entente/role-certificate/1"
	TypeRatification    = "entente/ratification/1"
	TypeRevocation      = "entente/revocation/1"
	TypeSealing         = "entente/sealing-certificate/1"
	TypeFilingProof     = "entente/filing-proof/1"
	TypeFilingContent   = "entente/filing-content/1"
)

// Kinds of act.
const (
	KindStep      = "step"
	KindLapse     = "lapse"
	KindErased    = "erased"
	KindStatement = "statement"
	KindFound     = "found" // what the depositary found on a day of renewal, or of a phase
)

// Kinds of letter.
const (
	LetterQuestions = "questions"
	LetterAnswers   = "answers"
	LetterPost      = "post"
	LetterAck       = "ack"
	LetterDraft     = "draft" // dispatches; its agreement is the negotiation
)

// Sizes beyond which nothing is read, in bytes.
const (
	MaxAct        = 256 << 10
	MaxReceipt    = 16 << 10
	MaxDisclosure = 3 << 20
	MaxBundle     = 4 << 20
	MaxSealed     = 6 << 20
	MaxEnvelope   = 4 << 10
	MaxLetter     = 8 << 20
	MaxItems      = 1000
	MaxQuestion   = 16 << 10
	MaxAnswer     = 1 << 20
	MaxPost       = 7 << 20
	MaxStatement  = 16 << 10
	MaxExcerpt    = MaxPost + 64<<10
	MaxFiling     = 1 << 20
)
