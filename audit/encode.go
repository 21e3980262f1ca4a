package audit

import (
	"encoding/base64"
	"strconv"
	"time"
	"unicode/utf8"

	"github.com/entente-net/entente/seal"
)

// timeForm is the one form of an instant: RFC 3339, UTC, exactly six decimals.
const timeForm = "2006-01-02T15:04:05.000000Z"

func formatTime(t time.Time) string { return t.UTC().Format(timeForm) }

const hexDigits = "0123456789abcdef"

// appendString writes a string as RFC 8785 demands: short escapes where JSON has them, \u00xx for
// the other control characters, all else as it is (encoding/json would escape <, > and & as well).
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x20 && c != '"' && c != '\\' {
			continue
		}
		b = append(b, s[from:i]...)
		from = i + 1
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\b':
			b = append(b, '\\', 'b')
		case '\t':
			b = append(b, '\\', 't')
		case '\n':
			b = append(b, '\\', 'n')
		case '\f':
			b = append(b, '\\', 'f')
		case '\r':
			b = append(b, '\\', 'r')
		default:
			b = append(b, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
		}
	}
	return append(append(b, s[from:]...), '"')
}

func validText(s string) bool { return utf8.ValidString(s) }

// The appenders of members. Each writes the comma before itself: "kind" always comes first.

func appendKind(b []byte, k Kind) []byte {
	return append(append(append(b, `{"kind":"`...), k...), '"')
}

func appendName(b []byte, name string) []byte {
	return append(append(append(b, ',', '"'), name...), '"', ':')
}

func appendText(b []byte, name, value string) []byte {
	return appendString(appendName(b, name), value)
}

func appendNumber(b []byte, name string, n uint64) []byte {
	return strconv.AppendUint(appendName(b, name), n, 10)
}

func appendTime(b []byte, name string, t time.Time) []byte {
	return appendText(b, name, formatTime(t))
}

// appendRaw writes canonical bytes, or null where there are none.
func appendRaw(b []byte, name string, raw []byte) []byte {
	b = appendName(b, name)
	if raw == nil {
		return append(b, "null"...)
	}
	return append(b, raw...)
}

func appendDigests(b []byte, name string, list []seal.Digest) []byte {
	b = append(appendName(b, name), '[')
	for i, d := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(b, string(d))
	}
	return append(b, ']')
}

func appendStrings(b []byte, name string, list []string) []byte {
	b = append(appendName(b, name), '[')
	for i, s := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendString(b, s)
	}
	return append(b, ']')
}

func appendOpened(b []byte, opened []Opening) []byte {
	b = append(appendName(b, "opened"), '[')
	for i, o := range opened {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, `{"index":`...)
		b = strconv.AppendUint(b, o.Index, 10)
		b = append(b, `,"log":`...)
		b = appendString(b, o.Log)
		b = append(b, `,"nth":`...)
		b = strconv.AppendUint(b, o.Nth, 10)
		b = append(b, `,"salt":"`...)
		b = base64.RawURLEncoding.AppendEncode(b, o.Salt[:])
		b = append(b, `","what":`...)
		b = appendString(b, o.What)
		b = append(b, '}')
	}
	return append(b, ']')
}

func appendLetter(b []byte, name string, l *Letter) []byte {
	b = appendName(b, name)
	if l == nil {
		return append(b, "null"...)
	}
	b = append(append(b, `{"envelope":`...), l.Envelope...)
	b = append(b, `,"items":`...)
	if l.Items == nil {
		b = append(b, "null"...)
	} else {
		b = append(b, '[')
		for i, item := range l.Items {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(b, item...)
		}
		b = append(b, ']')
	}
	b = append(b, `,"signature":`...)
	b = appendString(b, l.Signature)
	return append(b, '}')
}

// appendVerdict writes a verdict's canonical form; its SHA-256 is what the log's leaf commits to.
func appendVerdict(b []byte, v *Verdict) []byte {
	b = append(b, `{"agreement":`...)
	b = appendString(b, string(v.Agreement))
	b = appendText(b, "case", string(v.Case))
	b = appendText(b, "head", string(v.Head))
	b = appendTime(b, "made", v.Made)
	b = appendText(b, "model", string(v.Model))
	b = appendNumber(b, "number", v.Number)
	b = appendText(b, "party", string(v.Party))
	b = appendText(b, "result", v.Result)
	b = appendText(b, "type", FormatVerdict)
	return append(b, '}')
}

// FormatVerdict names the form of a verdict.
const FormatVerdict = "entente/verdict/1"

// Encode gives the canonical bytes of a verdict, which a node logs under the kind "verdict".
func (v *Verdict) Encode() []byte { return appendVerdict(nil, v) }
