package negotiation

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
)

// Amends says, in plain sentences, why a model is no amendment of another; none: it is one.
func Amends(old, now *agreement.Model) []string {
	var out []string
	add := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	if now.ID != old.ID {
		add("an amendment keeps the agreement's name %q; the text says %q", old.ID, now.ID)
	}
	if now.Version == old.Version {
		add("an amendment has a version of its own; the text still says %q", old.Version)
	}
	switch {
	case now.Amends == nil:
		add("the text does not say what it amends: write amends { version = %q, cases = \"stay\" } into the block agreement", old.Version)
	case now.Amends.Version != old.Version:
		add("the text says that it amends version %q; in force is %q", now.Amends.Version, old.Version)
	}
	return out
}

// Accedes says, in plain sentences, what an amendment does besides letting one party join; none: nothing. What the party's
// joining means is its block, its name in lists of parties, and the words about it: the title and prose of the article under
// which its block stands.
func Accedes(old, now *agreement.Model, joins agreement.PartyID) []string {
	p := now.Party(joins)
	if p == nil {
		return []string{fmt.Sprintf("the text has no party %q", joins)}
	}
	if old.Party(joins) != nil {
		return []string{fmt.Sprintf("%s is a party already", joins)}
	}
	a, b := without(old, joins, p.Article), without(now, joins, p.Article)
	if reflect.DeepEqual(a, b) {
		return nil
	}
	var out []string
	for _, c := range agreement.Diff(old, now) {
		if c.Rule == "party" && c.Name == string(joins) || c.Rule == "authority" && strings.HasPrefix(c.Name, string(joins)+".") ||
			c.Rule == "prose" && c.Article == p.Article || c.Rule == "agreement" || c.Rule == "amends" || c.Article == "" {
			continue
		}
		if listed(c, joins) {
			continue
		}
		out = append(out, "an accession changes nothing else: "+c.String())
	}
	if len(out) == 0 {
		out = append(out, "an accession changes nothing but the party's block, its name in lists of parties, and the words of its article")
	}
	return out
}

// listed says whether a change is nothing but the party's name added to a list.
func listed(c agreement.Change, p agreement.PartyID) bool {
	return c.Rule != "prose" && c.Old != "" && (c.New == c.Old+", "+string(p) || c.New == string(p)+", "+c.Old)
}

// without gives a model as plain values, less what an accession may change.
func without(m *agreement.Model, joins agreement.PartyID, article agreement.Article) any {
	var v map[string]any
	if err := json.Unmarshal(m.Canonical(), &v); err != nil {
		return err.Error()
	}
	delete(v, "version")
	delete(v, "amends")
	v["parties"] = slices.DeleteFunc(list(v["parties"]), func(x any) bool { return member(x, "id") == string(joins) })
	for _, x := range list(v["articles"]) {
		if c, ok := x.(map[string]any); ok {
			delete(c, "line")
			if c["number"] == string(article) {
				delete(c, "prose")
				delete(c, "title")
			}
		}
	}
	for kind, name := range map[string]string{
		"roles": "held", "registers": "holders", "calendars": "of", "funds": "donors", "annexes": "held", "concordances": "between",
	} {
		for _, x := range list(v[kind]) {
			unlist(x, name, joins)
		}
	}
	for _, x := range list(v["procedures"]) {
		if c, ok := x.(map[string]any); ok {
			for _, side := range list(c["sides"]) {
				unlist(side, "any", joins)
			}
		}
	}
	return v
}

func list(v any) []any { l, _ := v.([]any); return l }

func member(v any, name string) any { m, _ := v.(map[string]any); return m[name] }

func unlist(v any, name string, p agreement.PartyID) {
	if m, ok := v.(map[string]any); ok {
		m[name] = slices.DeleteFunc(list(m[name]), func(x any) bool { return x == string(p) })
	}
}

// Fits says, in plain sentences, what an open case uses that another version of its agreement no longer has; none: it has
// all of it. It moves nothing: the language knows only cases that stay under their version.
func Fits(c *casework.Case, now *agreement.Model) []string {
	var out []string
	add := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	p := now.Procedure(c.Procedure.ID)
	if p == nil {
		return []string{fmt.Sprintf("the procedure %s is gone", c.Procedure.ID)}
	}
	for side, party := range c.Sides {
		if s := p.Side(side); s == nil || !slices.Contains(s.Any, party) {
			add("%s cannot be on the side %s", party, side)
		}
	}
	states := map[agreement.StateID]bool{c.State: true}
	for s := range c.Entered {
		states[s] = true
	}
	for s := range states {
		if s != "" && !slices.ContainsFunc(p.States, func(x agreement.State) bool { return x.ID == s }) {
			add("the state %s is gone", s)
		}
	}
	steps := map[agreement.StepID]bool{}
	for _, t := range c.Taken {
		if t.Step != "" {
			steps[t.Step] = true
		}
	}
	for s := range steps {
		if p.Step(s) == nil {
			add("the step %s is gone", s)
		}
	}
	for _, r := range c.Clocks {
		if p.Clock(r.Clock) == nil {
			add("the clock %s is gone", r.Clock)
		}
	}
	for f := range c.Given {
		was, is := c.Model.ProcedureField(c.Procedure, f), now.ProcedureField(p, f)
		if is == nil {
			add("the field %s is gone", f)
		} else if was != nil && (was.Type != is.Type || was.Of != is.Of || was.Record != is.Record) {
			add("the field %s is of another type", f)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
