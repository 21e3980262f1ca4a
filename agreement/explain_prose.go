package agreement

import (
	"slices"
	"strings"
)

// prose puts beside each rule the sentences that it, or a block inside it that has no words of its own, says that
// it carries out.
func (e *explainer) prose() {
	at := map[string]int{}
	for i, x := range e.out {
		at[x.Rule+" "+x.Name] = i
	}
	carried := map[int][]int{}
	texts := map[Article][]string{}
	for _, a := range e.m.Anchors {
		for parts := strings.Split(a.Rule, "/"); len(parts) > 0; parts = parts[:len(parts)-1] {
			if i, ok := at[explained(parts)]; ok {
				carried[i] = append(carried[i], a.Sentences...)
				break
			}
		}
	}
	for i := range e.out {
		numbers := carried[i]
		c := e.m.Clause(e.out[i].Article)
		if len(numbers) == 0 || c == nil {
			continue
		}
		slices.Sort(numbers)
		if texts[c.Number] == nil {
			texts[c.Number] = c.Sentences()
		}
		list := texts[c.Number]
		var words []string
		for _, n := range slices.Compact(numbers) {
			if n >= 1 && n <= len(list) {
				words = append(words, e.p.say("sentence", "article", string(c.Number), "n", e.p.count(n), "text", e.p.own(list[n-1])))
			}
		}
		e.out[i].Prose = strings.Join(words, e.p.space)
	}
}

// explained gives the kind and name under which a block is explained, given its path. A block without a name, such
// as keep, goes by that of the block around it.
func explained(path []string) string {
	kind, names := "", []string{}
	for _, part := range path {
		name, ok := "", false
		if kind, name, ok = strings.Cut(part, "."); ok {
			names = append(names, name)
		}
	}
	return kind + " " + strings.Join(names, ".")
}

// Carried says which sentences of its article the rule carries out, "" where it does not say so itself. The
// language is that of the rule.
func (x Explanation) Carried(lang string) string {
	if x.Prose == "" {
		return ""
	}
	return speak(lang).say("page.carries", "sentences", x.Prose)
}
