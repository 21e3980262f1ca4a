package agreement

import (
	"encoding/json"
	"math"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// effectKinds maps the verb of an expected effect to the kind of block that it names.
var effectKinds = map[string]string{
	"adds": "register", "strikes": "register", "issues": "credential", "revokes": "credential", "opens": "procedure",
	"suspends": "article", "restores": "article", "renews": "article", "begins": "phase", "withdraws": "party", "uses": "quota", "returns": "quota", "pays": "fund",
}

// effectVerbs are its keys, in the order in which the language lists them.
var effectVerbs = []string{"adds", "strikes", "issues", "revokes", "opens", "suspends", "restores", "renews", "begins", "withdraws", "uses", "returns", "pays"}

// expectedEffects gives what the last act of an example must do beside its case: "suspends 7", "withdraws arland".
func (c *compiler) expectedEffects(b *body, p *Procedure) []string {
	list := texts[string](b, "effects", false)
	for _, e := range list {
		c.expectedEffect(e, c.where[b.path+"/effects/"+e], p)
	}
	return list
}

func (c *compiler) expectedEffect(effect string, at hcl.Range, p *Procedure) {
	verb, name, _ := strings.Cut(effect, " ")
	kind := effectKinds[verb]
	if kind == "" {
		c.on(CodeValueUnknown, at, "%q is no effect of a step", effect).mend("%s", instead(verb, effectVerbs, "write a verb and what it acts on, such as \"suspends 7\""))
		return
	}
	if kind == "article" {
		if find(c.m.Articles, func(cl *Clause) bool { return string(cl.Number) == name }) == nil {
			c.on(CodeNameUnknown, at, "the text has no Article %s", name).mend("write an article's number as its heading states it")
			return
		}
	} else if _, known := c.declared[kind][name]; !known && !c.ghosts[kind+" "+name] {
		c.on(CodeNameUnknown, at, "there is no %s %q", kind, name).mend("write %q and the name of a %s", verb, kind)
		return
	}
	if p.ID == "" || slices.ContainsFunc(p.Steps, func(s Step) bool { return s.does(verb, name) }) {
		return
	}
	c.on(CodeExpectInvalid, at, "no step of procedure.%s %s", p.ID, effect).mend("expect what one of its steps does")
}

// does says whether a step can have an effect.
func (s *Step) does(verb, name string) bool {
	switch verb {
	case "adds":
		return string(s.Adds) == name
	case "strikes":
		return string(s.Strikes) == name
	case "issues":
		return string(s.Issues) == name
	case "revokes":
		return string(s.Revokes) == name
	case "opens":
		return string(s.Opens) == name
	case "suspends":
		return slices.Contains(s.Suspends, Article(name)) || s.Named != ""
	case "restores":
		return slices.Contains(s.Restores, Article(name)) || s.Named != ""
	case "renews":
		return slices.Contains(s.Renews, Article(name))
	case "begins":
		return string(s.Begins) == name
	case "withdraws":
		return s.Withdraws
	case "uses":
		return string(s.Uses) == name
	case "returns":
		return string(s.Returns) == name
	}
	return s.Money != nil && string(s.Money.Fund) == name
}

// pendingFact is a stated outside fact that is held against what its act reads, once conditions are compiled.
type pendingFact struct {
	at        hcl.Range
	procedure *Procedure
	step      StepID
	name      string
}

// statedFacts gives the outside facts of an act of an example: numbers, by the names that conditions give them.
func (c *compiler) statedFacts(a *body, p *Procedure, step StepID) map[string]any {
	values := a.values("facts")
	if len(values) == 0 {
		return nil
	}
	names := make([]string, 0, len(values))
	for name := range values {
		names = append(names, string(name))
	}
	slices.Sort(names)
	out := make(map[string]any, len(values))
	for _, name := range names {
		at := a.member("facts", name)
		n, ok := values[FieldID(name)].(json.Number)
		if x, err := n.Float64(); !ok || err != nil || math.IsInf(x, 0) {
			a.wrong(at, "facts", "numbers by outside fact", `{ "indicator:late-answers" = 3 }`)
			continue
		}
		out[name] = n
		if p.ID != "" && p.Step(step) != nil {
			c.stated = append(c.stated, pendingFact{at, p, step, name})
		}
	}
	return out
}

// checkStatedFacts asks that what an example states is read by its act, so that it cannot prove too much.
func (c *compiler) checkStatedFacts() {
	for _, f := range c.stated {
		s := f.procedure.Step(f.step)
		known := slices.Clone(s.When.Facts)
		for i := range f.procedure.Shares {
			known = append(known, f.procedure.Shares[i].When.Facts...)
		}
		for _, q := range c.m.Drawn(s) {
			known = append(known, "quota:"+string(q.ID))
		}
		if ph := c.m.Phase(s.Begins); ph != nil {
			known = append(known, ph.Entry.Facts...)
		}
		if !slices.Contains(known, f.name) {
			c.on(CodeExpectInvalid, f.at, "step %q does not read the outside fact %q", s.ID, f.name).mend("%s", instead(f.name, known, "leave it out"))
		}
	}
}
