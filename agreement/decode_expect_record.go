package agreement

import (
	"slices"

	"github.com/hashicorp/hcl/v2"
)

// expectRecord reads an example about a record: which values its fields take, which they do not, and which an
// entry must have.
func (c *compiler) expectRecord(b *body) *Expect {
	x := Expect{Title: b.label(), Article: b.article, Record: reference[RecordID](b, "record", true, "record")}
	x.Accepts, x.Rejects = b.values("accepts"), b.values("rejects")
	x.Requires = texts[FieldID](b, "requires", false)
	if x.Record != "" {
		named := slices.Concat(sortedFields(x.Accepts), sortedFields(x.Rejects))
		known := c.fieldNames(x.Record)
		for _, f := range named {
			if !slices.Contains(known, string(f)) && !c.ghosts["record "+string(x.Record)] {
				at := c.place(b.path+"/accepts/"+string(f), b.path+"/rejects/"+string(f))
				c.on(CodeNameUnknown, at, "record.%s has no field %q", x.Record, f).mend("%s", instead(string(f), known, "declare the field in the record"))
			}
		}
		c.fields(b, "requires", x.Record, x.Requires)
	}
	if len(x.Accepts)+len(x.Rejects)+len(x.Requires) == 0 {
		c.on(CodeExpectInvalid, b.block.DefRange(), "%s expects nothing", b.words()).mend("say what the fields take: accepts, rejects or requires")
	}
	b.close()
	return &x
}

func sortedFields(m map[FieldID]any) []FieldID {
	out := make([]FieldID, 0, len(m))
	for f := range m {
		out = append(out, f)
	}
	slices.Sort(out)
	return out
}

// may reads blocks of one actor and all the steps that are then open to them.
func (c *compiler) may(b *body, p *Procedure, sides map[string]hcl.Range) []May {
	var out []May
	for i, s := range b.blocks("may", noLabel) {
		s.path += "#" + string(rune('a'+i%26))
		by, ok := s.oneActor("by", true, sides)
		steps := texts[StepID](s, "only", true)
		known := make([]string, len(p.Steps))
		for j := range p.Steps {
			known[j] = string(p.Steps[j].ID)
		}
		for _, id := range steps {
			if p.ID != "" && p.Step(id) == nil {
				c.on(CodeNameUnknown, c.where[s.path+"/only/"+string(id)], "procedure.%s has no step %q", p.ID, id).mend("%s", instead(string(id), known, "name a step"))
			}
		}
		s.close()
		if ok {
			out = append(out, May{By: by, Steps: steps})
		}
	}
	return out
}
