package agreement

import "github.com/hashicorp/hcl/v2"

// expectedDuties reads what an example says about duties to tell, and whom ladders have told.
func (c *compiler) expectedDuties(b *body, x *Expect, p *Procedure) {
	known := map[string]hcl.Range{}
	for i := range p.Notices {
		known[string(p.Notices[i].ID)] = hcl.Range{}
	}
	x.Owes = titles[NoticeID](b, "owes", "notify", known)
	x.Kept = titles[NoticeID](b, "kept", "notify", known)
	x.Told = references[RoleID](b, "told", false, "role")
	for _, id := range x.Kept {
		if n := p.Notice(id); n != nil && n.By == "" {
			c.on(CodeExpectInvalid, c.where[b.path+"/kept/"+string(id)], "no step fulfils the duty to tell %q, so that no case shows that it was kept", id).
				mend("let it have by = step.name, or expect owes")
		}
	}
}

// duties is how much an example says about duties.
func (x *Expect) duties() int { return len(x.Owes) + len(x.Kept) + len(x.Told) }
