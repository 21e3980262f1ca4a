package agreement

import (
	"encoding/hex"
	"reflect"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// Translation is a text in another language: the same articles, their prose, and the words of their rules. It states
// no rules of its own and changes none.
type Translation struct {
	Language string
	Bound    bool // the agreement commits to it by its hash, so that it was signed with it
	Hash     string
	Text     []byte // as it was read, the parts that it includes in their places

	model, reading *Model
}

// Model gives the agreement with the words of the translation in the places of its own: titles, labels, prose. It is
// for showing and explaining, in the translation's language; it has no hash that anybody signed.
func (t *Translation) Model() *Model { return t.model }

// Translate reads a text's translation into a language of it and holds the two against each other: the same articles in
// the same order, as many paragraphs in each, the same lengths of time in their prose, a word for each of the rules'
// words, and nothing that would be a rule. The translation is nil where a finding is an error.
func Translate(m *Model, language, name string, text []byte) (*Translation, Findings) {
	c := newCompiler(name, text)
	if !c.opened() {
		return nil, c.all()
	}
	t := &translator{compiler: c, of: m, to: copied(m), language: language, done: map[string]bool{}, called: map[string]string{}, chosen: map[any]map[string]string{}, hash: hexHash(text)}
	fences := c.readText()
	if !c.deep {
		c.parse(fences)
		t.articles()
		for _, r := range c.rules {
			t.block(r.block, reflect.ValueOf(t.to).Elem(), "")
		}
		t.missing(reflect.ValueOf(m).Elem(), "")
	}
	t.binding()
	fs := c.all()
	if fs.Failed() {
		return nil, fs
	}
	t.to.Build()
	t.to.index.called, t.to.index.chosen = t.called, t.chosen
	return &Translation{
		Language: language, Hash: t.hash, Text: text, Bound: m.Translations[language] != "", model: t.to, reading: readingOf(m, t.to, language, t.called),
	}, fs
}

// hexHash is a text's SHA-256 as the block agreement states it.
func hexHash(text []byte) string {
	h := TextHash(text)
	return hex.EncodeToString(h[:])
}

type translator struct {
	*compiler
	of       *Model
	to       *Model
	language string
	hash     string
	done     map[string]bool   // paths of the words that are translated
	called   map[string]string // "procedure.request/side.asking": what has a name and no title
	chosen   map[any]map[string]string
}

// binding: what the agreement says of the translation.
func (t *translator) binding() {
	want := t.of.Translations[t.language]
	switch {
	case !slices.Contains(t.of.Languages, t.language):
		t.at(CodeTranslation, 0, "%q is none of the languages of the agreement", t.language).mend("name it in languages, or remove the file")
	case want != "" && want != t.hash:
		t.at(CodeTranslationHash, 0, "this is not the translation to which the agreement commits: its hash is %s", t.hash).
			mend("correct translations in the block agreement, which every party then signs anew, or take the text that was signed")
	case want == "" && t.language != t.of.Languages[0] && slices.Contains(t.of.Authentic, t.language):
		t.at(CodeTranslationUnbound, 0, "this translation would be authentic, and the agreement does not commit to it").
			mend("write translations = { %s = \"%s\" } into the block agreement, or leave %s out of authentic", t.language, t.hash, t.language)
	}
}

// articles holds headings and prose against the agreement's.
func (t *translator) articles() {
	next := 0
	for i := range t.m.Articles {
		has := &t.m.Articles[i]
		n := slices.IndexFunc(t.of.Articles, func(c Clause) bool { return c.Number == has.Number })
		at := t.src.lines[has.Line-1]
		switch {
		case n < 0:
			t.at(CodeTranslation, at, "the agreement has no Article %s", has.Number).mend("remove it")
			continue
		case n < next:
			t.at(CodeTranslation, at, "Article %s stands elsewhere than in the agreement", has.Number).mend("keep the order of the agreement")
		}
		next = max(next, n+1)
		of := &t.of.Articles[n]
		if of.Title != "" && has.Title == "" {
			t.at(CodeTranslationMissing, at, "Article %s has no title", has.Number).mend("translate %q", of.Title)
		}
		if len(has.Prose) != len(of.Prose) {
			t.at(CodeTranslation, at, "Article %s has %s, and the agreement's has %d", has.Number, counted(len(has.Prose), "paragraph"), len(of.Prose)).
				mend("divide the prose as the agreement does, so that a paragraph can be cited in every language")
		}
		t.lengths(has, of, at)
		t.to.Articles[n].Title, t.to.Articles[n].Prose = has.Title, has.Prose
	}
	for _, of := range t.of.Articles {
		if t.m.lineOfArticle(of.Number) == 0 {
			t.at(CodeTranslation, 0, "Article %s is missing", of.Number).mend("translate it")
		}
	}
}

func (m *Model) lineOfArticle(n Article) int {
	for i := range m.Articles {
		if m.Articles[i].Number == n {
			return m.Articles[i].Line
		}
	}
	return 0
}

// lengths: what one text says in a length of time, the other says too.
func (t *translator) lengths(has, of *Clause, at int) {
	if lexicons[t.language] == nil || lexicons[t.of.Languages[0]] == nil {
		return
	}
	said := func(prose []string, language string) []length {
		all := strings.Join(prose, "\n")
		return append(lengthsIn(all, language), returnsIn(all, language)...)
	}
	here, there := said(has.Prose, t.language), said(of.Prose, t.of.Languages[0])
	tell := func(from, other []length, format, mend string) {
		told := map[length]bool{}
		for _, l := range from {
			if !slices.Contains(other, l) && !told[l] {
				told[l] = true
				t.at(CodeTranslationDiffers, at, format, has.Number, l.period().InWords(t.of.Languages[0])).mend("%s", mend)
			}
		}
	}
	tell(there, here, "the agreement's Article %s says %s, and the translation does not", "say the same, in digits or words")
	tell(here, there, "the translation's Article %s says %s, and the agreement does not", "say what the agreement says")
}

// wordAttributes are what of a rule is words for people, and may be said in another language.
var wordAttributes = map[string]bool{
	"title": true, "name": true, "label": true, "help": true, "text": true, "expects": true, "because": true, "marking": true, "basis": true,
	"handling": true, "without_prejudice": true, "choices": true, "grounds": true, "answers": true,
}

// calledBy is what a block must have in every language, so that it is not called by its name.
var calledBy = map[string]string{"side": "title", "notify": "title", "state": "title", "step": "title", "clock": "title", "field": "label"}

// leftOut are words that a translation may leave out: a name that is one in every language, the law of one order.
var leftOut = map[string]bool{"basis": true, "name": true}

// blockMembers names the member of the model that holds the blocks of a kind, where it is not the kind with an s.
var blockMembers = map[string]string{
	"party": "parties", "authority": "authorities", "query": "queries", "notify": "notices", "annex": "annexes",
}

// nameless have no title of their own in the model: they are called by their names, and here by other words.
var nameless = map[string]bool{"side": true, "share": true, "notify": true, "keep": true}

// block puts one block's words into the model.
func (t *translator) block(b *hclsyntax.Block, in reflect.Value, path string) {
	var here reflect.Value
	switch {
	case b.Type == "agreement" && path == "":
		here = in
		path = "agreement"
	case len(b.Labels) == 1:
		path = strings.TrimPrefix(path+"/"+b.Type+"."+b.Labels[0], "/")
		here = blockMember(in, b.Type, b.Labels[0])
	}
	if !here.IsValid() {
		t.on(CodeTranslation, b.DefRange(), "the agreement has no such block here: %s %q", b.Type, strings.Join(b.Labels, " ")).
			mend("name the block as the agreement does; a translation has no rules of its own")
		return
	}
	for _, a := range sortedAttributes(b.Body) {
		t.attribute(b, a, here, path)
	}
	for _, k := range b.Body.Blocks {
		t.block(k, here, path)
	}
}

func (t *translator) attribute(b *hclsyntax.Block, a *hclsyntax.Attribute, here reflect.Value, path string) {
	if !wordAttributes[a.Name] {
		t.on(CodeTranslation, a.NameRange, "%s is no word that could be said in another language", a.Name).
			mend("remove it: a translation has no rules of its own")
		return
	}
	at := path + "." + a.Name
	if t.done[at] {
		t.on(CodeTranslation, a.NameRange, "%s is said twice", a.Name).mend("remove one of them")
		return
	}
	t.done[at] = true
	f := tagged(here, a.Name)
	if !f.IsValid() || f.Kind() == reflect.String && f.Len() == 0 {
		if a.Name == "title" && (nameless[b.Type] || f.IsValid()) {
			if s, ok := literal(a.Expr); ok {
				t.called[path] = s
				if f.IsValid() {
					f.SetString(s)
				}
				return
			}
		}
		if !f.IsValid() {
			t.on(CodeTranslation, a.NameRange, "the block has no %s in the agreement", a.Name).mend("remove it")
			return
		}
	}
	switch f.Kind() {
	case reflect.String:
		s, ok := literal(a.Expr)
		if !ok || strings.TrimSpace(s) == "" {
			t.on(CodeAttrType, a.Expr.Range(), "%s must be text", a.Name).mend("write %s = \"…\"", a.Name)
			return
		}
		f.SetString(s)
	case reflect.Map:
		s, ok := literal(a.Expr)
		if !ok || strings.TrimSpace(s) == "" {
			t.on(CodeAttrType, a.Expr.Range(), "%s must be text in the one language", a.Name).mend("write %s = \"…\"", a.Name)
			return
		}
		labels := map[string]string{}
		for _, k := range f.MapKeys() {
			labels[k.String()] = f.MapIndex(k).String()
		}
		labels[t.language] = s
		f.Set(reflect.ValueOf(labels))
	case reflect.Slice:
		t.words(a, here, f)
	case reflect.Struct: // the time in which an actor of a drill answers
		t.on(CodeTranslation, a.NameRange, "%s is no word here", a.Name).mend("remove it: a translation has no rules of its own")
	}
}

// words puts a list of words in the places of the agreement's, one for one.
func (t *translator) words(a *hclsyntax.Attribute, here, f reflect.Value) {
	list, ok := a.Expr.(*hclsyntax.TupleConsExpr)
	if !ok || len(list.Exprs) != f.Len() {
		t.on(CodeTranslation, a.Expr.Range(), "%s must be a list of as many words as the agreement's, %d", a.Name, f.Len()).mend("translate each, in the same order")
		return
	}
	said := map[string]string{}
	out := reflect.MakeSlice(f.Type(), f.Len(), f.Len())
	for i, e := range list.Exprs {
		s, ok := literal(e)
		if !ok || strings.TrimSpace(s) == "" {
			t.on(CodeAttrType, e.Range(), "%s must be a list of texts", a.Name).mend("write %s = [\"…\"]", a.Name)
			return
		}
		for was, now := range said {
			if now == s {
				t.on(CodeTranslation, e.Range(), "%q stands for two of the agreement's words, %q and %q", s, was, f.Index(i).String()).mend("give each a word of its own")
				return
			}
		}
		said[f.Index(i).String()] = s
		out.Index(i).SetString(s)
	}
	f.Set(out)
	if here.CanAddr() {
		t.chosen[here.Addr().Interface()] = said
	}
	// The answers that block a step are some of its answers.
	if blocks := tagged(here, "blocks"); a.Name == "answers" && blocks.IsValid() {
		for i := range blocks.Len() {
			blocks.Index(i).SetString(said[blocks.Index(i).String()])
		}
	}
}

// missing reports the words of the agreement that the translation leaves out, block by block.
func (t *translator) missing(in reflect.Value, path string) {
	var words []string
	here := path
	if here == "" {
		here = "agreement"
	}
	for i := range in.NumField() {
		f, name := in.Field(i), tagOf(in.Type().Field(i))
		switch {
		case name == "" || !in.Type().Field(i).IsExported():
		case wordAttributes[name] && !leftOut[name]:
			if t.wanted(f) && !t.done[here+"."+name] && !(name == "choices" && !tagged(in, "concordance").IsZero()) {
				words = append(words, name)
			}
		case f.Kind() == reflect.Slice && f.Type().Elem().Kind() == reflect.Struct:
			kind := kindOf(name)
			if kind == "" {
				continue
			}
			for k := range f.Len() {
				e := f.Index(k)
				id := tagged(e, "id")
				if !id.IsValid() {
					continue
				}
				t.missing(e, strings.TrimPrefix(path+"/"+kind+"."+id.String(), "/"))
			}
		}
	}
	// What has no words of its own is called by its name, which is a word of the agreement's language.
	kind, _, _ := strings.Cut(here[strings.LastIndex(here, "/")+1:], ".")
	if want := calledBy[kind]; want != "" && !slices.Contains(words, want) && !t.done[here+"."+want] && !t.done[here+".label"] &&
		!(kind == "field" && tagged(in, "label").MapIndex(reflect.ValueOf(t.language)).IsValid()) {
		words = append(words, want)
	}
	if len(words) > 0 {
		t.at(CodeTranslationMissing, 0, "%s: there is no translation of %s", strings.ReplaceAll(here, "/", ", "), strings.Join(words, ", ")).
			mend("write it in a block of the same name; people would read the agreement's own words")
	}
}

// wanted says whether there is something to translate.
func (t *translator) wanted(f reflect.Value) bool {
	if f.Kind() == reflect.Slice && f.Type().Elem().Kind() != reflect.String {
		return false // examples, which are for those who check the rules
	}
	if f.Kind() == reflect.Struct {
		return false // in what time an actor of a drill answers, which is the same in every language
	}
	if f.Kind() == reflect.Map {
		return f.Len() > 0 && !f.MapIndex(reflect.ValueOf(t.language)).IsValid()
	}
	return !f.IsZero() && (f.Kind() != reflect.Slice || f.Len() > 0)
}

// blockMember finds the element of a kind and name in a part of the model.
func blockMember(in reflect.Value, kind, id string) reflect.Value {
	name := blockMembers[kind]
	if name == "" {
		name = kind + "s"
	}
	list := tagged(in, name)
	if !list.IsValid() || list.Kind() != reflect.Slice || list.Type().Elem().Kind() != reflect.Struct {
		return reflect.Value{}
	}
	for i := range list.Len() {
		if x := tagged(list.Index(i), "id"); x.IsValid() && x.String() == id {
			return list.Index(i)
		}
	}
	return reflect.Value{}
}

// kindOf is the inverse of blockMembers: the block whose like a member of the model holds, "" where it holds none that has words.
func kindOf(name string) string {
	for kind, m := range blockMembers {
		if m == name {
			return kind
		}
	}
	switch name {
	case "articles", "expects", "anchors": // the first is prose; examples are for those who check the rules
		return ""
	}
	return strings.TrimSuffix(name, "s")
}

func tagOf(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

// tagged gives the member that the canonical model calls so.
func tagged(in reflect.Value, name string) reflect.Value {
	if in.Kind() != reflect.Struct {
		return reflect.Value{}
	}
	for i := range in.NumField() {
		if tagOf(in.Type().Field(i)) == name {
			return in.Field(i)
		}
	}
	return reflect.Value{}
}

// copied is a model that shares nothing with the first that could be written to.
func copied(m *Model) *Model {
	out := deep(reflect.ValueOf(*m)).Interface().(Model)
	out.index = nil
	return &out
}

func deep(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if out.Field(i).CanSet() {
				out.Field(i).Set(deep(v.Field(i)))
			}
		}
	case reflect.Slice:
		if v.IsNil() {
			return out
		}
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			out.Index(i).Set(deep(v.Index(i)))
		}
	case reflect.Pointer:
		if v.IsNil() {
			return out
		}
		out.Set(reflect.New(v.Type().Elem()))
		out.Elem().Set(deep(v.Elem()))
	case reflect.Map:
		if v.IsNil() {
			return out
		}
		out.Set(reflect.MakeMap(v.Type()))
		for _, k := range v.MapKeys() {
			out.SetMapIndex(k, deep(v.MapIndex(k)))
		}
	}
	return out
}

// translations gives what the block agreement commits to.
func (b *body) translations() map[string]string {
	if !b.has("translations") {
		return nil
	}
	out := b.labels("translations")
	for _, lang := range sortedKeys(out) {
		switch {
		case lang == b.c.m.Languages[0]:
			b.c.on(CodeValueUnknown, b.c.where[b.path+"/translations"], "%s is the language of the text itself", lang).mend("name the languages of the files beside it")
		case !sha256Form.MatchString(out[lang]):
			b.c.on(CodeValueForm, b.c.where[b.path+"/translations"], "%s: this is no SHA-256", b.words()).mend("write the 64 small hex digits that sha256sum gives for the file")
		}
	}
	return out
}

// called gives the words by which a translation calls what has a name and no title in a procedure, or those that it has
// otherwise. Two procedures may each have a side of one name, which a translation calls by other words.
func (m *Model) called(of ProcedureID, kind, id, otherwise string) string {
	if s := m.lookups().called["procedure."+string(of)+"/"+kind+"."+id]; s != "" {
		return s
	}
	return otherwise
}

// chosen gives a choice of a field, or a ground of a step, in the words of a translation: conditions and examples name it in
// those of the agreement.
func (m *Model) chosen(of any, word string) string {
	if s := m.lookups().chosen[of][word]; s != "" {
		return s
	}
	return word
}

// Called gives the words for a procedure's side, share or duty to tell in a translation's model, and its own name elsewhere.
func (m *Model) Called(of ProcedureID, kind, id string) string {
	return m.called(of, kind, id, plain(id))
}
