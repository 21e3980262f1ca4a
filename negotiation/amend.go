package negotiation

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
)

// amends says, in plain sentences, why a text is no amendment of another, and why a case that is open under that one could not
// move where the text says that it does; none: it is one.
func amends(old *agreement.Model, v *Version) []string {
	var out []string
	for _, f := range agreement.CheckAmendment(old, "draft.md", v.Text) {
		if f.Severity == agreement.SeverityError {
			out = append(out, fmt.Sprintf("line %d: %s; mend: %s", f.Line, f.Message, f.Mend))
		}
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
