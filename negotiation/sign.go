package negotiation

import (
	"fmt"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/seal"
)

// Obstacles say why the current version may not be signed yet, in plain sentences; none: it may be.
func (s *State) Obstacles() []string {
	var out []string
	add := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	if beside := s.Beside(); len(beside) > 0 {
		add("%d drafts stand beside each other; bring a version that is built on all of them", len(beside)+1)
	}
	for _, p := range s.Positions() {
		switch p.Status {
		case StatusBracketed:
			add("%s is bracketed by %s", named(p.Article), names(p.By))
		case StatusOpen:
			add("%s was opened again by %s", named(p.Article), names(p.By))
		case StatusProposed:
			add("%s is not agreed by %s", named(p.Article), names(p.Missing))
		}
	}
	return append(out, s.TextObstacles()...)
}

// TextObstacles are those of the text itself, whatever the parties have yet to say: that it does not compile, names other
// parties or keys than those who negotiate, or is no amendment or accession of what it changes.
func (s *State) TextObstacles() []string {
	st := s.stand()
	if st.text == nil {
		found := s.textObstacles()
		st.text = &found
	}
	return slices.Clone(*st.text)
}

func (s *State) textObstacles() []string {
	var out []string
	add := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	v := s.Current()
	m, findings := v.Model()
	if m == nil || findings.Failed() {
		for _, f := range findings {
			if f.Severity == agreement.SeverityError {
				add("line %d: %s", f.Line, f.Message)
			}
		}
		return out
	}
	out = append(out, s.parties(m)...)
	if m.World != s.Opening.World {
		add("the text is of the world %q, its parties of %q", m.World, s.Opening.World)
	}
	if s.Base == nil {
		if m.Amends != nil {
			add("the text says that it amends version %s, and this negotiation amends nothing", m.Amends.Version)
		}
		return out
	}
	out = append(out, amends(s.Base, v)...)
	if joins := agreement.PartyID(s.Opening.Accedes); joins != "" {
		out = append(out, Accedes(s.Base, m, joins)...)
	}
	return out
}

// parties holds those of the text to those who negotiate, and to their keys.
func (s *State) parties(m *agreement.Model) []string {
	var out []string
	for i := range m.Parties {
		p := &m.Parties[i]
		switch {
		case !s.negotiates(p.ID):
			out = append(out, fmt.Sprintf("%s is a party to the text and does not negotiate", p.ID))
		case p.Key == "":
			out = append(out, fmt.Sprintf("the text names no key of %s; it is %s", p.ID, s.keys[p.ID]))
		case p.Key != s.keys[p.ID].String():
			out = append(out, fmt.Sprintf("the text names another key of %s than its card, which says %s", p.ID, s.keys[p.ID]))
		}
		for _, a := range p.Authorities {
			if a.Key == "" {
				out = append(out, fmt.Sprintf("the text names no key of the authority %s of %s", a.ID, p.ID))
			}
		}
	}
	for _, p := range s.Parties {
		if m.Party(p) == nil && (s.Base == nil || s.Base.Party(p) == nil) {
			out = append(out, fmt.Sprintf("%s negotiates and is no party to the text", p))
		}
	}
	return out
}

// Signed lists who has signed the current text, sorted.
func (s *State) Signed() []agreement.PartyID { return s.signers(s.Current().Hash) }

func (s *State) signers(text seal.Digest) []agreement.PartyID {
	var out []agreement.PartyID
	for _, p := range s.Parties {
		if s.signed[p][text] != nil {
			out = append(out, p)
		}
	}
	return out
}

// Concluded gives the version that every negotiator has signed, or nil.
func (s *State) Concluded() *Version {
	for _, v := range s.Versions() {
		if len(s.signers(v.Hash)) == len(s.Parties) {
			return v
		}
	}
	return nil
}

// Ratification is a party's signature under a version; nil where it has not signed it.
func (s *State) Ratification(p agreement.PartyID, v *Version) *seal.SignedStatement {
	return s.signed[p][v.Hash]
}

func named(a agreement.Article) string {
	if a == Frame {
		return "the frame (title, preamble, which articles there are)"
	}
	return "Article " + string(a)
}

func names(list []agreement.PartyID) string {
	words := make([]string, len(list))
	for i, p := range slices.Sorted(slices.Values(list)) {
		words[i] = string(p)
	}
	return strings.Join(words, ", ")
}
