package node

import (
	"crypto/sha256"
	"sync"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

// Library is what the nodes of one process share: the models of their texts, and whose examples have come out. Ten nodes of an
// exercise hold each text once.
type Library struct {
	shelf agreement.Shelf
	mu    sync.Mutex
	sound map[*agreement.Model]bool
	said  map[translated]*agreement.Translation
}

// translated is a translation of one text.
type translated struct {
	of       *agreement.Model
	language string
	text     [sha256.Size]byte
}

// NewLibrary makes an empty one.
func NewLibrary() *Library {
	return &Library{sound: map[*agreement.Model]bool{}, said: map[translated]*agreement.Translation{}}
}

// Compile gives the model of a text. Errors: agreement-open, with the findings.
func (l *Library) Compile(text []byte) (*agreement.Model, error) {
	m, findings := l.shelf.Compile("agreement.md", text)
	if m == nil {
		return nil, fault.New(fault.AgreementOpen, "the text has findings: %s", findings.String()).Mend("run entente agreement check")
	}
	return m, nil
}

// proved says no where an example of a text does not come out.
func (l *Library) proved(m *agreement.Model) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.sound[m] {
		return nil
	}
	if findings := casework.Expectations(m); len(findings) > 0 {
		return fault.New(fault.AgreementOpen, "an expectation of the text fails: %s", findings[0].String()).Mend("run entente agreement check")
	}
	l.sound[m] = true
	return nil
}

// Translate holds a translation against its text. Errors: agreement-open, with the findings; a word that is missing is none.
func (l *Library) Translate(m *agreement.Model, language string, text []byte) (*agreement.Translation, error) {
	key := translated{m, language, sha256.Sum256(text)}
	l.mu.Lock()
	defer l.mu.Unlock()
	if t := l.said[key]; t != nil {
		return t, nil
	}
	t, findings := agreement.Translate(m, language, agreement.TranslationName("agreement.md", language), text)
	if t == nil {
		return nil, fault.New(fault.AgreementOpen, "the translation has findings: %s", findings.String()).
			Mend("correct it, and see with entente agreement check that it fits the text beside which it stands")
	}
	l.said[key] = t
	return t, nil
}
