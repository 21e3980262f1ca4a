package audit

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/seal"
)

// caseKey orders the cases of a bundle, so that bundles of several nodes can be read side by side
// and merged without keeping either in memory.
type caseKey struct {
	own bool // the agreement's own case: it comes first, since others cite its head
	id  casework.CaseID
	of  seal.Digest
}

func keyOf(id casework.CaseID, of seal.Digest) caseKey {
	return caseKey{own: id == AgreementCase(of), id: id, of: of}
}

func (k caseKey) compare(o caseKey) int {
	if k.own != o.own {
		if k.own {
			return -1
		}
		return 1
	}
	if c := strings.Compare(string(k.id), string(o.id)); c != 0 {
		return c
	}
	return strings.Compare(string(k.of), string(o.of))
}

func (k caseKey) less(o caseKey) bool { return k.compare(o) < 0 }

// CaseLess says whether the first case stands before the second in a bundle.
func CaseLess(a casework.CaseID, of seal.Digest, b casework.CaseID, ofB seal.Digest) bool {
	return keyOf(a, of).less(keyOf(b, ofB))
}

// AgreementCase is the name of an agreement's own case: what belongs to the agreement as a whole
// (signatures, keys, revocations) is ordered there, by the depositary. It follows from the text, so
// that nobody can open a second one.
func AgreementCase(text seal.Digest) casework.CaseID {
	sum := sha256.Sum256([]byte("entente/agreement-case/1\n" + string(text)))
	return casework.CaseID(hex.EncodeToString(sum[:16]))
}
