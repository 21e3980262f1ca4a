package negotiation

import (
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/seal"
)

// Status is how an article stands.
type Status string

// How an article stands.
const (
	StatusOpen      Status = "open"      // a party took its agreement back
	StatusProposed  Status = "proposed"  // put forward, and not agreed by all
	StatusBracketed Status = "bracketed" // a party wants other words
	StatusAgreed    Status = "agreed"    // by all
)

// Position is how one article of the current version stands.
type Position struct {
	Article agreement.Article
	Title   string
	Digest  seal.Digest // of its bytes
	Status  Status
	By      []agreement.PartyID // who took it back, put it forward, or bracketed it; nobody where it is agreed
	Agreed  []agreement.PartyID // who agrees to these bytes
	Missing []agreement.PartyID // who does not
}

// Comment is what somebody says about the text.
type Comment struct {
	Dispatch seal.Digest
	Party    agreement.PartyID
	Person   string
	Article  agreement.Article // "": the whole
	About    string            // the words that it is about; ""
	Words    string
	Version  *Version
	Sent     seal.Time
}

// standing is what follows from the dispatches; found once, until the next.
type standing struct {
	current   *Version
	beside    []*Version // other texts in whose place no version has come
	from      map[seal.Digest]bool
	brackets  []*Bracket
	positions []Position
	text      *[]string // what TextObstacles found; nil: not asked yet
}

// Current is the version in whose place no other has come; where several stand beside each other, one of them.
func (s *State) Current() *Version { return s.stand().current }

// Beside are versions with another text than the current one's in whose place no other has come either.
func (s *State) Beside() []*Version { return s.stand().beside }

// Brackets are those that are open on the current version, in the text's order.
func (s *State) Brackets() []*Bracket { return s.stand().brackets }

// Bracket finds a bracket by its dispatch, open or not, or nil.
func (s *State) Bracket(by seal.Digest) *Bracket { return s.brackets[by] }

// Positions say how each article of the current version stands, the frame first.
func (s *State) Positions() []Position { return s.stand().positions }

// Position is that of one article; nil where the current version has none of that number.
func (s *State) Position(a agreement.Article) *Position {
	list := s.stand().positions
	if i := slices.IndexFunc(list, func(p Position) bool { return p.Article == a }); i >= 0 {
		return &list[i]
	}
	return nil
}

// Comments gives what was said about the text, in the order in which it came here.
func (s *State) Comments() []Comment {
	var out []Comment
	for _, x := range s.history {
		if x.Kind == seal.DispatchComment {
			out = append(out, Comment{
				Dispatch: x.Digest, Party: agreement.PartyID(x.Party), Person: x.Person, Article: agreement.Article(x.Article), About: x.From, Words: x.Words,
				Version: s.versions[x.On[0]], Sent: x.Sent,
			})
		}
	}
	return out
}

func (s *State) stand() *standing {
	if s.standing != nil {
		return s.standing
	}
	st := &standing{}
	s.heads(st)
	s.ancestry(st)
	for _, b := range s.brackets {
		if s.bracketOpen(st, b) {
			st.brackets = append(st.brackets, b)
		}
	}
	order := st.current.Articles()
	slices.SortFunc(st.brackets, func(a, b *Bracket) int {
		if a.Article != b.Article {
			return slices.Index(order, a.Article) - slices.Index(order, b.Article)
		}
		body := string(st.current.Article(a.Article))
		if x, y := strings.Index(body, a.From), strings.Index(body, b.From); x != y {
			return x - y
		}
		return strings.Compare(string(a.Dispatch), string(b.Dispatch))
	})
	for _, a := range order {
		st.positions = append(st.positions, s.position(st, a))
	}
	s.standing = st
	return st
}

// heads finds the versions in whose place none has come. Two with the same text are one.
func (s *State) heads(st *standing) {
	replaced := map[seal.Digest]bool{}
	for _, v := range s.versions {
		for _, on := range v.On {
			replaced[on] = true
		}
	}
	for _, v := range s.Versions() {
		if replaced[v.Dispatch] {
			continue
		}
		if st.current == nil || v.Number > st.current.Number {
			st.current = v
		}
	}
	for _, v := range s.Versions() {
		if !replaced[v.Dispatch] && v.Hash != st.current.Hash {
			st.beside = append(st.beside, v)
		}
	}
}

// ancestry finds the versions from which the current one came, itself among them.
func (s *State) ancestry(st *standing) {
	st.from = map[seal.Digest]bool{}
	next := []seal.Digest{st.current.Dispatch}
	for len(next) > 0 {
		d := next[len(next)-1]
		next = next[:len(next)-1]
		if !st.from[d] {
			st.from[d] = true
			next = append(next, s.versions[d].On...)
		}
	}
}

func (s *State) bracketOpen(st *standing, b *Bracket) bool {
	if b.dropped {
		return false
	}
	for d := range st.from {
		if s.versions[d].Accepts == b.Dispatch {
			return false
		}
	}
	return strings.Count(string(st.current.Article(b.Article)), b.From) == 1
}

func (s *State) position(st *standing, a agreement.Article) Position {
	p := Position{Article: a, Title: st.current.Title(a), Digest: st.current.Digest(a), Status: StatusAgreed}
	var reopened, bracketed []agreement.PartyID
	for _, b := range st.brackets {
		if b.Article == a && !slices.Contains(bracketed, b.Party) {
			bracketed = append(bracketed, b.Party)
		}
	}
	slices.Sort(bracketed)
	for _, party := range s.Parties {
		agrees, back := s.stance(party, a, p.Digest)
		if agrees {
			p.Agreed = append(p.Agreed, party)
			continue
		}
		p.Missing = append(p.Missing, party)
		if back {
			reopened = append(reopened, party)
		}
	}
	switch {
	case len(bracketed) > 0:
		p.Status, p.By = StatusBracketed, bracketed
	case len(reopened) > 0:
		p.Status, p.By = StatusOpen, reopened
	case len(p.Missing) > 0:
		p.Status, p.By = StatusProposed, s.proposers(st, a)
	}
	return p
}

// stance is what a party last said about an article: whether it agrees to the bytes, or took back its agreement to them.
func (s *State) stance(party agreement.PartyID, a agreement.Article, bytes seal.Digest) (agrees, back bool) {
	list := s.said[party]
	for i := len(list) - 1; i >= 0; i-- {
		x := list[i]
		switch x.Kind {
		case seal.DispatchBracket:
			if agreement.Article(x.Article) == a {
				return false, false
			}
		case seal.DispatchAgree, seal.DispatchReopen:
			at := slices.IndexFunc(x.Articles, func(st seal.Stand) bool { return agreement.Article(st.Article) == a })
			if at >= 0 {
				return x.Articles[at].Digest == bytes, x.Kind == seal.DispatchReopen
			}
		}
	}
	return false, false
}

// proposers finds who brought the bytes that an article has now: the author of the version in which they first stood, and, where
// they came by a bracket, the bracket's author too.
func (s *State) proposers(st *standing, a agreement.Article) []agreement.PartyID {
	v, want := st.current, st.current.Digest(a)
	for {
		var before *Version
		for _, on := range v.On { // sorted, so that everybody follows the same one
			if o := s.versions[on]; before == nil && o.Digest(a) == want {
				before = o
			}
		}
		if before == nil {
			break
		}
		v = before
	}
	by := []agreement.PartyID{v.Author}
	if b := s.brackets[v.Accepts]; b != nil && b.Article == a {
		by = append(by, b.Party)
		slices.Sort(by)
	}
	return slices.Compact(by)
}
