package agreement

import (
	"slices"

	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// keeps reads how long what is given stays: blocks with a title are about their fields, one without about all others.
func (c *compiler) keeps(b *body, p *Procedure) {
	titled := func(k *hclsyntax.Block) bool { return len(k.Labels) > 0 }
	for i, k := range b.those("keep", noLabel, func(k *hclsyntax.Block) bool { return !titled(k) }) {
		if i > 0 {
			c.on(CodeBlockTwice, k.block.DefRange(), "%s already has a block keep without a title", b.words()).
				mend("give it a title, and the fields that it is about")
			continue
		}
		p.Keep = &Keep{Article: b.article, For: k.length("for", true), After: c.someStates(k, "after", p)}
		k.close()
	}
	for _, k := range b.those("keep", titleLabel, titled) {
		x := Keep{
			ID: KeepID(k.label()), Article: b.article, Fields: texts[FieldID](k, "fields", true),
			For: k.length("for", true), After: c.someStates(k, "after", p),
		}
		c.fields(k, "fields", p.Record, x.Fields, c.implicit()...)
		some(k, "fields", x.Fields)
		for i := range p.Keeps {
			for _, f := range x.Fields {
				if slices.Contains(p.Keeps[i].Fields, f) {
					c.on(CodeValueTwice, c.where[k.path+"/fields/"+string(f)], "the field %q already stands in keep %q", f, p.Keeps[i].ID).mend("let one of them say how long it is kept")
				}
			}
		}
		k.close()
		p.Keeps = append(p.Keeps, x)
	}
}

// place of the block that says how long a field is kept.
func (k *Keep) path(f *flow) string {
	if k.ID == "" {
		return f.path + "/keep"
	}
	return f.path + "/keep." + string(k.ID)
}
