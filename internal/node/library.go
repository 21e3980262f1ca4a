package node

import (
	"sync"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// Library keeps the compiled texts of the nodes of one process: ten nodes of an exercise hold each of them once. A model is
// never changed after it is compiled, so all may read it.
type Library struct {
	mu     sync.Mutex
	models map[seal.Digest]*agreement.Model
	sound  map[*agreement.Model]bool // its examples come out
}

// NewLibrary makes an empty one.
func NewLibrary() *Library {
	return &Library{models: map[seal.Digest]*agreement.Model{}, sound: map[*agreement.Model]bool{}}
}

// Compile gives the model of a text. Errors: agreement-open, with the findings.
func (l *Library) Compile(text []byte) (*agreement.Model, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	hash := seal.DigestFrom(agreement.TextHash(text))
	if m := l.models[hash]; m != nil {
		return m, nil
	}
	m, findings := agreement.Compile("agreement.md", text)
	if m == nil {
		return nil, fault.New(fault.AgreementOpen, "the text has findings: %s", findings.String()).Mend("run entente agreement check")
	}
	l.models[hash] = m
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
