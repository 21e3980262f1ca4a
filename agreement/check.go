package agreement

// check runs once every name is resolved and every condition compiled.
func (c *compiler) check(declared map[*State]bool) {}

// declaredFinal notes which states the text itself calls final, before derive adds those without a way out.
func (c *compiler) declaredFinal() map[*State]bool {
	out := map[*State]bool{}
	for i := range c.m.Procedures {
		for j := range c.m.Procedures[i].States {
			if s := &c.m.Procedures[i].States[j]; s.Final {
				out[s] = true
			}
		}
	}
	return out
}
