package agreement

import (
	"slices"
	"strconv"
	"strings"
)

// Vote lets a majority of those present and voting decide which of two steps takes effect. Each party that may take
// them has one vote, and may change it until the clock that decides the vote has run out. Silence is no vote.
type Vote struct {
	ID       VoteID  `json:"id"`
	Article  Article `json:"article"`
	Title    string  `json:"title"`
	For      StepID  `json:"for"`
	Against  StepID  `json:"against"`           // takes effect where For has no majority, so also of a tie
	Abstain  StepID  `json:"abstain,omitempty"` // counts for the quorum alone
	Majority string  `json:"majority"`          // of those for and against: MajoritySimple, or a part of them, "2/3"
	Quorum   int     `json:"quorum,omitempty"`  // so many parties must have voted or abstained, else nothing is decided; 0: any number
	QuorumOf string  `json:"quorum_of,omitempty"`
}

// Parts of a number of parties, beside fractions such as "2/3".
const (
	PartAll        = "all"
	PartMajority   = "majority" // more than half
	MajoritySimple = "simple"   // more for than against
)

// Among gives how many of n parties a quorum needs, at least 1: the number itself or, where a part is stated, so
// many that they are no less than the part of n. 0 where there is no quorum.
func Among(quorum int, of string, n int) int {
	switch {
	case of == PartAll:
		return max(n, 1)
	case of == PartMajority:
		return n/2 + 1
	case of != "":
		if a, b, ok := fraction(of); ok {
			return max((a*n+b-1)/b, 1)
		}
	}
	return quorum
}

// Several says whether a step takes effect only once several parties have taken it.
func (s *Step) Several() bool { return s.Quorum > 0 || s.QuorumOf != "" }

// Carries says whether so many votes for and against carry the motion.
func (v *Vote) Carries(yes, no int) bool {
	if a, b, ok := fraction(v.Majority); ok {
		return yes > 0 && yes*b >= a*(yes+no)
	}
	return yes > no
}

// fraction reads a proper fraction: "2/3".
func fraction(s string) (a, b int, ok bool) {
	x, y, found := strings.Cut(s, "/")
	a, errA := strconv.Atoi(x)
	b, errB := strconv.Atoi(y)
	return a, b, found && errA == nil && errB == nil && a > 0 && a < b && b < 100 && s == strconv.Itoa(a)+"/"+strconv.Itoa(b)
}

// Vote gives the vote, nil where there is none.
func (p *Procedure) Vote(id VoteID) *Vote {
	return find(p.Votes, func(v *Vote) bool { return v.ID == id })
}

// VoteOf gives the vote in which a step is one of the choices, nil where it is in none.
func (p *Procedure) VoteOf(id StepID) *Vote {
	return find(p.Votes, func(v *Vote) bool { return slices.Contains(v.choices(), id) })
}

func (v *Vote) choices() []StepID {
	if v.Abstain == "" {
		return []StepID{v.For, v.Against}
	}
	return []StepID{v.For, v.Against, v.Abstain}
}

// Defaults gives the steps one of which the silence of a clock takes.
func (p *Procedure) Defaults(k *Clock) []*Step {
	ids := []StepID{k.Takes}
	if v := p.Vote(k.Decides); v != nil {
		ids = []StepID{v.For, v.Against}
	}
	var out []*Step
	for _, id := range ids {
		if s := p.Step(id); s != nil {
			out = append(out, s)
		}
	}
	return out
}

// Takers gives the parties that may take a step where sides are bound so, each once, in the order of the text.
func (m *Model) Takers(s *Step, sides map[SideID]PartyID) []PartyID {
	var out []PartyID
	for i := range m.Parties {
		id := m.Parties[i].ID
		if slices.ContainsFunc(s.By, func(a Actor) bool {
			r := m.Role(a.Role)
			return r != nil && slices.Contains(r.Held, id) && (a.Side == "" || sides[a.Side] == id)
		}) {
			out = append(out, id)
		}
	}
	return out
}
