package agreement

import (
	"encoding/base64"
	"strings"

	"github.com/entente-net/entente/fault"
)

// The armor of an age file: https://age-encryption.org/v1, "ASCII armor", a strict form of RFC 7468.
const (
	sealHead  = "-----BEGIN AGE ENCRYPTED FILE-----"
	sealFoot  = "-----END AGE ENCRYPTED FILE-----"
	sealIntro = "age-encryption.org/v1\n"
	sealLine  = 64
)

// IsSealed says whether the value of a field with SealedTo is sealed: a well-formed age file in its armor. Whether the
// right key opens it only its holder can tell.
func IsSealed(v any) bool {
	s, ok := v.(string)
	return ok && hasSealHead(s) && checkSealedText("", s) == nil
}

func hasSealHead(s string) bool { return strings.HasPrefix(strings.TrimSpace(s), sealHead) }

// checkSealedText takes exactly what age itself writes and reads: lines of 64 characters, the last one shorter or
// as long, and the intro of version 1 in it.
func checkSealedText(id FieldID, s string) *fault.Error {
	broken := func() *fault.Error {
		return invalid(id, "begins like a sealed text, but is no whole one").Mend("give the whole text that sealing made, from its first line to its last")
	}
	if len(s) > maxText {
		return invalid(id, "is longer than %d bytes once sealed", maxText).Mend("shorten it: sealing adds about a third")
	}
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	if len(lines) < 3 || lines[0] != sealHead || lines[len(lines)-1] != sealFoot {
		return broken()
	}
	lines = lines[1 : len(lines)-1]
	for i, l := range lines {
		if len(l) > sealLine || len(l) == 0 || i < len(lines)-1 && len(l) != sealLine {
			return broken()
		}
	}
	raw, err := base64.StdEncoding.Strict().DecodeString(strings.Join(lines, ""))
	if err != nil || !strings.HasPrefix(string(raw), sealIntro) {
		return broken()
	}
	return nil
}
