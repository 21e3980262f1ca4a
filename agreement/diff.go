package agreement

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Change is one difference between two versions of an agreement.
type Change struct {
	Article Article `json:"article"` // of the new text; of the old one for what is gone
	Rule    string  `json:"rule"`    // the kind of block, or "prose"
	Name    string  `json:"name"`    // the block's name: "assistance.review"
	Text    string  `json:"text"`    // in words
	Old     string  `json:"old"`     // "" for what is new
	New     string  `json:"new"`     // "" for what is gone
}

// String gives the change as one English sentence that cites the article.
func (c Change) String() string { return c.Cited("en") }

// Cited gives the change as one sentence that cites the article, in the language in which it was found.
func (c Change) Cited(lang string) string {
	if c.Article == "" {
		return c.Text
	}
	return speak(lang).say("diff.cited", "article", string(c.Article), "text", c.Text)
}

// Diff compares two versions, prose and rules, in the order of the new version's articles; what belongs to
// an article that is gone comes last.
func Diff(old, now *Model) []Change { return DiffIn(old, now, "en") }

// DiffIn compares as Diff does, and says the changes in a language. The words of the rules themselves
// (attributes, states by their names) stay what they are in every language.
func DiffIn(old, now *Model, lang string) []Change {
	d := &differ{old: old, now: now, p: speak(lang)}
	d.articles()
	a, b := facts(old), facts(now)
	d.blocks(a, b)
	order := map[Article]int{}
	for i, c := range now.Articles {
		order[c.Number] = i - len(now.Articles) - len(old.Articles)
	}
	for i, c := range old.Articles {
		if _, ok := order[c.Number]; !ok {
			order[c.Number] = i
		}
	}
	slices.SortStableFunc(d.out, func(x, y Change) int { return order[x.Article] - order[y.Article] })
	return d.out
}

type differ struct {
	old, now *Model
	p        *phrases
	out      []Change
}

func (d *differ) articles() {
	for _, c := range d.now.Articles {
		o := d.old.Clause(c.Number)
		if o == nil {
			d.say(c.Number, "prose", "", "", c.Title, "diff.article.new", "title", d.p.quoted(c.Title))
			continue
		}
		if o.Title != c.Title {
			d.say(c.Number, "prose", "", o.Title, c.Title, "diff.article.title", "old", d.p.quoted(o.Title), "new", d.p.quoted(c.Title))
		}
		d.prose(c.Number, o.Prose, c.Prose)
	}
	for _, c := range d.old.Articles {
		if d.now.Clause(c.Number) == nil {
			d.say(c.Number, "prose", "", c.Title, "", "diff.article.gone", "title", d.p.quoted(c.Title))
		}
	}
}

// prose compares paragraphs: the longest common sequence stays, what was struck and what was added between
// two that stay are taken as one changed paragraph, pair by pair.
func (d *differ) prose(article Article, old, now []string) {
	length := make([][]int, len(old)+1)
	for i := range length {
		length[i] = make([]int, len(now)+1)
	}
	for i := len(old) - 1; i >= 0; i-- {
		for j := len(now) - 1; j >= 0; j-- {
			if old[i] == now[j] {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(old) || j < len(now) {
		if i < len(old) && j < len(now) && old[i] == now[j] {
			i, j = i+1, j+1
			continue
		}
		struck, added := i, j
		for (i < len(old) || j < len(now)) && !(i < len(old) && j < len(now) && old[i] == now[j]) {
			if j == len(now) || i < len(old) && length[i+1][j] >= length[i][j+1] {
				i++
			} else {
				j++
			}
		}
		d.paragraphs(article, old[struck:i], now[added:j], added)
	}
}

func (d *differ) paragraphs(article Article, struck, added []string, at int) {
	for k := 0; k < max(len(struck), len(added)); k++ {
		switch {
		case k >= len(added):
			d.say(article, "prose", "", struck[k], "", "diff.prose.gone", "old", d.p.quoted(oneLine(struck[k])))
		case k >= len(struck):
			d.say(article, "prose", "", "", added[k], "diff.prose.new", "new", d.p.quoted(oneLine(added[k])))
		default:
			d.say(article, "prose", "", struck[k], added[k], "diff.prose", "n", d.p.count(at+k+1),
				"old", d.p.quoted(oneLine(struck[k])), "new", d.p.quoted(oneLine(added[k])))
		}
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func (d *differ) say(article Article, rule, name, old, now, key string, pairs ...string) {
	d.out = append(d.out, Change{article, rule, name, capital(d.p.say(key, pairs...)), old, now})
}

// block is one block of the rules, flattened: its own attributes in order, and the article it stands under.
type block struct {
	rule, name, title string
	article           Article
	attrs             []attr
}

type attr struct {
	name  string
	value reflect.Value
}

// facts flattens a model into its blocks by reflection, so that a new attribute cannot be forgotten.
func facts(m *Model) []block {
	f := &flattener{m: m}
	f.structure("agreement", "", "", m.Declared, reflect.ValueOf(*m))
	for _, c := range m.Articles {
		f.structure("article", string(c.Number), "", c.Number, reflect.ValueOf(c))
	}
	return f.out
}

type flattener struct {
	m   *Model
	out []block
}

// kinds maps the lists of the model to the words of the language.
var kinds = map[string]string{
	"parties": "party", "authorities": "authority", "roles": "role", "purposes": "purpose", "records": "record", "fields": "field",
	"registers": "register", "queries": "query", "ladders": "ladder", "rungs": "rung", "assessments": "assessment", "questions": "question",
	"procedures": "procedure", "sides": "side", "states": "state", "steps": "step", "clocks": "clock", "shares": "share", "notices": "notify",
	"expects": "expect", "keep": "keep", "keeps": "keep", "votes": "vote", "varies": "varies", "renewal": "renewal", "amends": "amends", "moves": "move",
	"calendars": "calendar", "handlings": "handling", "credentials": "credential", "schedules": "schedule", "phases": "phase",
	"declarations": "declaration", "objects": "objection", "annexes": "annex", "undertakings": "undertaking", "concordances": "concordance",
	"concepts": "concept", "indicators": "indicator", "quotas": "quota", "funds": "fund", "windows": "window", "risks": "risk", "rules": "rule",
	"lanes": "lane", "drills": "drill", "actors": "actor", "loads": "load", "events": "event", "publish": "publish", "money": "money",
	"anchors": "anchor",
}

// skipped are members that say nothing of their own: names, what is derived, and what articles() compares. Those
// of one block alone stand with its word.
var skipped = map[string]bool{
	"id": true, "article": true, "format": true, "declared": true, "owed": true, "affects": true,
	"agreement.articles": true, "article.number": true, "article.title": true, "article.prose": true, "article.line": true,
	"anchor.rule": true, "objection.party": true, "move.procedure": true,
}

func (f *flattener) structure(rule, name, title string, article Article, v reflect.Value) {
	at := len(f.out)
	f.out = append(f.out, block{})
	b := block{rule: rule, name: name, title: title, article: article}
	for i := range v.NumField() {
		field := v.Type().Field(i)
		tag, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if !field.IsExported() || skipped[tag] || skipped[rule+"."+tag] {
			continue
		}
		x := v.Field(i)
		if x.Kind() == reflect.Pointer && x.Type().Elem().Kind() == reflect.Struct && kinds[tag] != "" {
			if !x.IsNil() {
				f.child(kinds[tag], name, article, x.Elem())
			}
			continue
		}
		if x.Kind() == reflect.Slice && x.Type().Elem().Kind() == reflect.Struct && kinds[tag] != "" {
			for j := range x.Len() {
				f.child(kinds[tag], name, article, x.Index(j))
			}
			continue
		}
		b.attrs = append(b.attrs, attr{tag, x})
	}
	f.out[at] = b
}

func (f *flattener) child(rule, parent string, article Article, v reflect.Value) {
	own, title := "", ""
	for _, n := range []string{"ID", "Title", "Rule", "Party", "Procedure"} { // an anchor goes by its rule, an objection by who objects, a move by its procedure
		if x := v.FieldByName(n); x.IsValid() {
			if n == "Title" {
				title = x.String()
			}
			if own == "" {
				own = x.String()
			}
		}
	}
	if v, ok := v.Interface().(Variation); ok { // it goes by what it is about
		own = string(v.Procedure) + "." + string(v.Clock)
	}
	if rule == "anchor" {
		title = own // as the rule's path is written, not as words
	}
	name := strings.Trim(parent+"."+own, ".")
	if x := v.FieldByName("Article"); x.IsValid() && x.String() != "" {
		article = Article(x.String())
	}
	f.structure(rule, name, titled(title, own), article, v)
}

func (d *differ) blocks(old, now []block) {
	key := func(b block) string {
		if b.rule == "agreement" {
			return "agreement"
		}
		return b.rule + " " + b.name
	}
	was := map[string]block{}
	for _, b := range old {
		was[key(b)] = b
	}
	is := map[string]bool{}
	for _, b := range now {
		is[key(b)] = true
		o, ok := was[key(b)]
		if !ok {
			if b.rule != "article" {
				d.say(b.article, b.rule, b.name, "", b.name, "diff.new", "block", d.named(b))
			}
			continue
		}
		if o.article != b.article {
			d.say(b.article, b.rule, b.name, string(o.article), string(b.article), "diff.moved", "block", d.named(b),
				"old", string(o.article), "new", string(b.article))
		}
		d.attributes(o, b)
	}
	for _, b := range old {
		if !is[key(b)] && b.rule != "article" {
			d.say(b.article, b.rule, b.name, b.name, "", "diff.gone", "block", d.named(b))
		}
	}
}

func (d *differ) named(b block) string {
	words := d.p.say("block." + b.rule)
	if b.title != "" {
		words += " " + d.p.quoted(b.title)
	}
	return words
}

func (d *differ) attributes(old, now block) {
	was := map[string]reflect.Value{}
	for _, a := range old.attrs {
		was[a.name] = a.value
	}
	for _, a := range now.attrs {
		o, ok := was[a.name]
		if !ok || same(o, a.value) {
			continue
		}
		d.attribute(now, a.name, o, a.value)
	}
}

func same(a, b reflect.Value) bool { return show(a) == show(b) && sortedText(a) == sortedText(b) }

// attribute puts one changed attribute into words by its type.
func (d *differ) attribute(b block, name string, old, now reflect.Value) {
	what := d.p.say("diff.of", "attribute", d.p.own(plain(name)), "block", d.named(b))
	if name == "within" || name == "for" {
		what = d.p.say("diff.time", "block", d.named(b))
	}
	x, y := show(old), show(now)
	say := func(key, o, n string) { d.say(b.article, b.rule, b.name, x, y, key, "what", what, "old", o, "new", n) }
	switch o := old.Interface().(type) {
	case Period:
		d.period(o, now.Interface().(Period), say)
		return
	case bool:
		key := "diff.no"
		if now.Bool() {
			key = "diff.yes"
		}
		d.say(b.article, b.rule, b.name, x, y, key, "block", d.named(b), "attribute", d.p.own(plain(name)))
		return
	}
	if old.Kind() == reflect.Slice && isWords(old) {
		d.set(elements(old), elements(now), say)
		return
	}
	switch {
	case old.Kind() == reflect.Int && old.Int() < now.Int() && old.Int() > 0:
		say("diff.rises", x, y)
	case old.Kind() == reflect.Int && now.Int() > 0 && old.Int() > now.Int():
		say("diff.falls", x, y)
	case x == "":
		say("diff.stated", "", d.p.quoted(y))
	case y == "":
		say("diff.unstated", d.p.quoted(x), "")
	default:
		say("diff.changes", d.p.quoted(x), d.p.quoted(y))
	}
}

func (d *differ) period(old, now Period, say func(key, o, n string)) {
	o, n := d.p.period(old), d.p.period(now)
	if a, u := old.parts(); len(a) == 1 && d.p == english { // elsewhere the unit's form goes with the number
		if b, w := now.parts(); len(b) == 1 && u[0] == w[0] {
			o = d.p.count(a[0]) // "from 72 to 48 hours"
		}
	}
	switch {
	case old.IsZero():
		say("diff.stated", "", n)
	case now.IsZero():
		say("diff.unstated", d.p.period(old), "")
	case now.Compare(old) > 0:
		say("diff.rises", o, n)
	case now.Compare(old) < 0:
		say("diff.falls", o, n)
	default:
		say("diff.changes", d.p.period(old), n)
	}
}

func (d *differ) set(old, now []string, say func(key, o, n string)) {
	less := func(a, b []string) []string {
		return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
	}
	own := func(list []string) []string {
		out := make([]string, len(list))
		for i, s := range list {
			out[i] = d.p.own(s)
		}
		return out
	}
	added, removed := own(less(now, old)), own(less(old, now))
	if len(added) > 0 {
		say("diff.adds", "", d.p.list(added, d.p.and))
	}
	if len(removed) > 0 {
		say("diff.removes", d.p.list(removed, d.p.and), "")
	}
	if len(added)+len(removed) == 0 {
		say("diff.order", "", d.p.list(own(now), d.p.and))
	}
}

func isWords(v reflect.Value) bool {
	k := v.Type().Elem().Kind()
	return k == reflect.String || v.Type().Elem() == reflect.TypeFor[Actor]()
}

func elements(v reflect.Value) []string {
	out := make([]string, v.Len())
	for i := range out {
		out[i] = show(v.Index(i))
	}
	return out
}

func sortedText(v reflect.Value) string {
	if v.Kind() == reflect.Slice {
		return strings.Join(elements(v), "\x00")
	}
	return ""
}

// show gives a value as text; "" for what is not stated.
func show(v reflect.Value) string {
	switch x := v.Interface().(type) {
	case Condition:
		return x.Source
	case fmt.Stringer:
		if v.Kind() == reflect.Pointer && v.IsNil() {
			return ""
		}
		return x.String()
	}
	switch v.Kind() {
	case reflect.Slice:
		return strings.Join(elements(v), ", ")
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		parts := make([]string, len(keys))
		for i, k := range keys {
			parts[i] = k.String() + ": " + show(v.MapIndex(k))
		}
		return strings.Join(parts, ", ")
	case reflect.Struct:
		parts := []string{}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				if s := show(v.Field(i)); s != "" {
					parts = append(parts, s)
				}
			}
		}
		return strings.Join(parts, " ")
	case reflect.Int:
		if v.Int() == 0 {
			return ""
		}
		return groupDigits(int(v.Int()))
	}
	return fmt.Sprint(v.Interface())
}
