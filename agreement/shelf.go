package agreement

import (
	"maps"
	"slices"
	"sync"
	"weak"
)

// Shelf gives one model to all who compile the same text: the nodes of one process that run under it, since nobody changes
// a compiled model. It keeps a model for as long as somebody else does. A nil shelf compiles every time. It may be used by
// any number of goroutines.
type Shelf struct {
	mu    sync.Mutex
	texts map[shelfMark]*shelved
}

// shelfMark is a text by its hash and the name under which its findings stand.
type shelfMark struct {
	name string
	text [32]byte
}

type shelved struct {
	users int // who ask for it just now, held by Shelf.mu

	mu       sync.Mutex // held while it is compiled: who comes meanwhile waits for it
	model    weak.Pointer[Model]
	findings Findings
}

// Compile is Compile, but for a text whose model is still in use.
func (s *Shelf) Compile(name string, text []byte) (*Model, Findings) {
	if s == nil {
		return Compile(name, text)
	}
	x := s.take(shelfMark{name, TextHash(text)})
	defer s.leave(x)
	x.mu.Lock()
	defer x.mu.Unlock()
	if m := x.model.Value(); m != nil {
		return m, slices.Clone(x.findings)
	}
	m, findings := Compile(name, text)
	x.model, x.findings = weak.Make(m), slices.Clone(findings)
	return m, findings
}

// take gives a text's place. Those whose model nobody uses any more are cleared when one is added.
func (s *Shelf) take(mark shelfMark) *shelved {
	s.mu.Lock()
	defer s.mu.Unlock()
	x := s.texts[mark]
	if x == nil {
		maps.DeleteFunc(s.texts, func(_ shelfMark, x *shelved) bool { return x.users == 0 && x.model.Value() == nil })
		if s.texts == nil {
			s.texts = map[shelfMark]*shelved{}
		}
		x = &shelved{}
		s.texts[mark] = x
	}
	x.users++
	return x
}

func (s *Shelf) leave(x *shelved) {
	s.mu.Lock()
	x.users--
	s.mu.Unlock()
}
