package agreement

// checkVotes asks that a vote is one question with two ends, that everybody who has a vote has it on each of them, and
// that one clock decides it.
func (c *compiler) checkVotes(f *flow) {
	for i := range f.p.Votes {
		c.checkVote(f, &f.p.Votes[i], f.path+"/vote."+string(f.p.Votes[i].ID))
	}
}

func (c *compiler) checkVote(f *flow, v *Vote, path string) {
	yes := f.p.Step(v.For)
	say := func(at string, format string, args ...any) *report {
		return c.on(CodeVote, c.place(path+at, path), format, args...)
	}
	for _, id := range v.choices() {
		s := f.p.Step(id)
		switch {
		case f.p.VoteOf(id) != v || countOf(v.choices(), id) > 1:
			say("", "step %q is a choice of more than one vote, or twice of vote %q", id, v.ID).mend("give each choice a step of its own")
		case len(s.From) == 0 || !sameSet(s.From, yes.From) || !sameSet(s.By, yes.By):
			say("", "step %q is not taken by the same and from the same states as step %q", id, v.For).mend("give all choices of the vote the same by and from")
		case (s.To == "") != (id == v.Abstain):
			say("", "step %q must lead to a state if it is for or against, and to none if it abstains", id).mend("state to for both ends of the vote, and for no abstention")
		case s.Several() || !s.When.IsZero() || s.Urgent != "" || s.Irregular != "" || len(s.Pauses)+len(s.Resumes)+len(s.Extends) > 0:
			say("", "step %q is a vote, and has a quorum, a condition, or a hold on a clock of its own", id).mend("let it say who votes, and what follows")
		}
	}
	var deciding []*Clock
	for i := range f.p.Clocks {
		if k := &f.p.Clocks[i]; k.Decides == v.ID {
			deciding = append(deciding, k)
		}
	}
	switch {
	case len(deciding) != 1 || !within(yes.From, deciding[0].Starts):
		say("", "vote %q is not decided by one clock that runs in all states in which it is open", v.ID).
			mend("let one clock start with entering(%s), with silence = \"proceed\" and decides = vote.%s", listed(yes.From), v.ID)
	case (v.Quorum > 0 || v.QuorumOf != "") != (deciding[0].To != ""):
		c.on(CodeVote, c.place(f.path+"/clock."+string(deciding[0].ID)), "a vote with a quorum needs a state for when too few have voted, and one without has none").
			mend("state to for the clock that decides the vote, or remove it")
	}
	anywhere, on := c.takers(f.p, yes)
	bindings(f.p, func(b binding) bool {
		n := distinct(anywhere, on, b)
		if n >= 2 && Among(v.Quorum, v.QuorumOf, n) <= n {
			return false
		}
		say("/quorum", "%d parties have a vote where %s, which is fewer than two, or than the quorum", n, b.words(f.p)).mend("let more parties vote, or lower the quorum")
		return true
	})
}

func countOf[T comparable](list []T, x T) (n int) {
	for _, y := range list {
		if x == y {
			n++
		}
	}
	return n
}
