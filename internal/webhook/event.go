package webhook

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"strconv"
	"strings"
	"time"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// Kinds of events.
const (
	Waits  = "waits"  // something came to wait for somebody of the node
	Near   = "near"   // its time is over within a day
	Over   = "over"   // a clock ran out, or something waits beyond its time
	Opened = "opened" // a case opened
	Moved  = "moved"  // an act was taken in a case
)

// Kinds lists them, in the order in which they are shown.
var Kinds = []string{Waits, Near, Over, Opened, Moved}

// Event is what is told. Text that says nothing is "".
type Event struct {
	ID          string    // the same however often it is sent
	Time        time.Time // by the node's clock
	Node        string    // its name
	World       string    // seal.WorldReal, or the exercise's
	Event       string    // one of Kinds
	Agreement   string
	Article     string
	Case        string
	Negotiation string // where what waits is a negotiation
	State       string // of the case, after what happened
	Due         time.Time
}

// EventID names what happened on a node: the same thing always has the same name.
func EventID(world, node, mark string) string {
	sum := sha256.Sum256([]byte("entente/event/1\n" + world + "\n" + node + "\n" + mark))
	return hex.EncodeToString(sum[:16])
}

// Encode gives the body: canonical JSON with every member, all of them text.
func (e Event) Encode() []byte {
	at := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return t.UTC().Format("2006-01-02T15:04:05.000000Z")
	}
	b, err := seal.Canonical(map[string]any{
		"agreement": e.Agreement, "article": e.Article, "case": e.Case, "due": at(e.Due), "event": e.Event, "id": e.ID,
		"negotiation": e.Negotiation, "node": e.Node, "state": e.State, "time": at(e.Time), "type": "entente/event/1", "world": e.World,
	})
	if err != nil {
		panic("an event of text cannot be written: " + err.Error()) // identifiers are valid UTF-8 by their own rules
	}
	return b
}

// Header is the name of the header with the signature.
const Header = "Entente-Signature"

// message is what the signature covers. It begins with a digit, and nothing else that a node signs does.
func message(at int64, body []byte) []byte {
	return append([]byte(strconv.FormatInt(at, 10)+"."), body...)
}

// Sign gives the header's value. at is the sender's real time: an exercise's clock may be far from the receiver's.
func Sign(key seal.PrivateKey, at time.Time, body []byte) (string, error) {
	sig, err := key.Sign(nil, message(at.Unix(), body), noHash)
	if err != nil {
		return "", err
	}
	return "t=" + strconv.FormatInt(at.Unix(), 10) + ",key=" + string(key.ID()) + ",ed25519=" + base64.RawURLEncoding.EncodeToString(sig), nil
}

// Verify is what a receiver does: it takes the header's value for the body if the key signed both, at an instant at most so far
// from now. Errors: malformed, unknown-key, bad-signature, clock-skew.
func Verify(key seal.PublicKey, header string, body []byte, now time.Time, within time.Duration) error {
	parts := strings.Split(header, ",")
	if len(parts) != 3 || !strings.HasPrefix(parts[0], "t=") || !strings.HasPrefix(parts[1], "key=") || !strings.HasPrefix(parts[2], "ed25519=") {
		return fault.New(fault.Malformed, "the header is not of the form t=…,key=…,ed25519=…")
	}
	at, err := strconv.ParseInt(parts[0][len("t="):], 10, 64)
	if err != nil || strconv.FormatInt(at, 10) != parts[0][len("t="):] {
		return fault.New(fault.Malformed, "the header's time is no number of seconds since 1970").Wrap(err)
	}
	sig, err := base64.RawURLEncoding.Strict().DecodeString(parts[2][len("ed25519="):])
	if err != nil {
		return fault.New(fault.Malformed, "the header's signature is no base64url without padding").Wrap(err)
	}
	if parts[1][len("key="):] != string(key.ID()) {
		return fault.New(fault.UnknownKey, "another key signed this").Mend("take the node's key from its card")
	}
	if !key.Verify(message(at, body), sig) {
		return fault.New(fault.BadSignature, "the signature is not over these bytes")
	}
	if d := now.Sub(time.Unix(at, 0)).Abs(); d > within {
		return fault.New(fault.ClockSkew, "it was signed %s from now", d.Truncate(time.Second))
	}
	return nil
}

// Life is how long an event is sent for before it is given up.
const Life = 24 * time.Hour

// Wait is how long an event waits after so many tries that failed.
func Wait(tries int64) time.Duration {
	return min(time.Minute<<min(tries, 10), 3*time.Hour)
}
