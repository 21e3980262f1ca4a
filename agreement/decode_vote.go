package agreement

// quorum reads how many parties it takes: a number of two or more, or a part of those that may.
func (b *body) quorum(name string) (n int, of string) {
	if s, ok := literal(b.attribute(name)); ok {
		b.attr(name, false)
		if _, _, part := fraction(s); !part && s != PartAll && s != PartMajority {
			b.c.on(CodeValueForm, b.c.where[b.path+"/"+name], "%s: %q is no part of the parties", b.words(), s).
				mend("write a number, \"all\", \"majority\", or a fraction such as \"2/3\"")
			return 0, ""
		}
		return 0, s
	}
	return b.several(name), ""
}

func (c *compiler) votes(b *body, p *Procedure, in local) {
	for _, k := range b.blocks("vote", blockLabel) {
		v := Vote{
			ID: VoteID(k.label()), Article: k.article, Title: k.text("title", true), For: referenceIn[StepID](k, "for", true, "step", in.steps),
			Against: referenceIn[StepID](k, "against", true, "step", in.steps), Abstain: referenceIn[StepID](k, "abstain", false, "step", in.steps),
			Majority: k.text("majority", true),
		}
		a, d, part := fraction(v.Majority)
		if v.Majority != "" && v.Majority != MajoritySimple && (!part || 2*a <= d) {
			c.on(CodeValueForm, c.where[k.path+"/majority"], "%s: %q is no majority", k.words(), v.Majority).
				mend("write \"simple\", or a fraction of more than a half such as \"2/3\"")
		}
		v.Quorum, v.QuorumOf = k.quorum("quorum")
		k.close()
		p.Votes = append(p.Votes, v)
	}
}
