package agreement

import (
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/agext/levenshtein"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

var (
	blockName = regexp.MustCompile(`^[a-z][a-z0-9]*([-_][a-z0-9]+)*$`)
	fieldName = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
)

// maxName bounds names, which stand in forms, logs and signed acts.
const maxName = 80

// maxBlocks bounds how many blocks of a kind one block may hold: the checks follow every path through them.
const maxBlocks = 300

// body reads one block strictly: what it is not asked for is unknown, and a value of another type is
// never turned into the right one. Each getter reports what is wrong and then gives the zero value.
type body struct {
	c       *compiler
	block   *hclsyntax.Block
	article Article
	path    string
	asked   []string // attributes
	nested  []string // blocks
}

func (c *compiler) body(b *hclsyntax.Block, article Article, parent string) *body {
	path := parent + "/" + b.Type
	if len(b.Labels) > 0 {
		path += "." + b.Labels[0]
	}
	if c.where != nil {
		c.where[path] = b.DefRange()
	}
	return &body{c: c, block: b, article: article, path: path}
}

// label gives the block's one label.
func (b *body) label() string {
	if len(b.block.Labels) == 0 {
		return ""
	}
	return b.block.Labels[0]
}

// labelled checks the block's label. Titles may be any words; names have the form of names.
func (b *body) labelled(kind labelKind) bool {
	want := 1
	if kind == noLabel {
		want = 0
	}
	if len(b.block.Labels) != want {
		r := b.c.on(CodeBlockLabel, b.block.DefRange(), "the block %s has %d labels and needs %d", b.block.Type, len(b.block.Labels), want)
		if want == 0 {
			r.mend("write %s { … }", b.block.Type)
		} else {
			r.mend("write %s \"name\" { … }", b.block.Type)
		}
		return false
	}
	if kind == noLabel {
		return true
	}
	return b.c.named(b.label(), b.block.LabelRanges[0], kind)
}

type labelKind int

const (
	noLabel labelKind = iota
	blockLabel
	fieldLabel
	titleLabel
)

// named checks the form of a name.
func (c *compiler) named(name string, r hcl.Range, kind labelKind) bool {
	form, words := blockName, "small letters, digits and hyphens, beginning with a letter"
	switch kind {
	case titleLabel:
		if strings.TrimSpace(name) == name && name != "" && len(name) <= 2*maxName && !strings.ContainsAny(name, "\n\t/") {
			return true
		}
		c.on(CodeNameForm, r, "%q is not a title", name).mend("use words on one line, at most %d characters, without slashes", 2*maxName)
		return false
	case fieldLabel:
		form, words = fieldName, "small letters, digits and underscores, beginning with a letter"
		if celReserved[name] || FieldID(name) == FieldReasons || strings.HasPrefix(name, assessmentPrefix) {
			c.on(CodeNameReserved, r, "the name %q is taken by the language", name).mend("choose another name")
			return false
		}
	}
	if !form.MatchString(name) || len(name) > maxName {
		c.on(CodeNameForm, r, "%q is not a name", name).mend("use %s; at most %d characters", words, maxName)
		return false
	}
	return true
}

// attr gives an attribute's expression, nil where it is absent.
func (b *body) attr(name string, need bool) hclsyntax.Expression {
	b.asked = append(b.asked, name)
	a := b.block.Body.Attributes[name]
	if a == nil {
		if need {
			b.c.on(CodeAttrMissing, b.block.DefRange(), "%s does not say its %s", b.words(), name).mend("add %s = …", name)
		}
		return nil
	}
	if b.c.where != nil {
		b.c.where[b.path+"/"+name] = a.Expr.Range()
	}
	return a.Expr
}

// note keeps where one of the things that an attribute names stands, for findings.
func (b *body) note(name, what string, e hclsyntax.Expression) {
	if b.c.where != nil {
		b.c.where[b.path+"/"+name+"/"+what] = e.Range()
	}
}

// has says whether an attribute is stated.
func (b *body) has(name string) bool { return b.block.Body.Attributes[name] != nil }

// words names the block in a sentence.
func (b *body) words() string {
	if l := b.label(); l != "" {
		return b.block.Type + " \"" + l + "\""
	}
	return "the block " + b.block.Type
}

// blocks gives the nested blocks of a type.
func (b *body) blocks(kind string, label labelKind) []*body {
	return b.those(kind, label, func(*hclsyntax.Block) bool { return true })
}

// those gives the nested blocks of a type that are meant.
func (b *body) those(kind string, label labelKind, meant func(*hclsyntax.Block) bool) []*body {
	b.nested = append(b.nested, kind)
	var out []*body
	seen := map[string]bool{}
	number := 0
	for _, k := range b.block.Body.Blocks {
		if k.Type != kind || !meant(k) {
			continue
		}
		if number++; number > maxBlocks {
			b.c.on(CodeSize, k.DefRange(), "%s has more than %d blocks %s", b.words(), maxBlocks, kind).mend("split it")
			break
		}
		n := b.c.body(k, b.article, b.path)
		if !n.labelled(label) {
			continue
		}
		if label != noLabel && seen[n.label()] {
			b.c.on(CodeNameTwice, k.LabelRanges[0], "%s already has a %s of this name", b.words(), kind+" \""+n.label()+"\"").mend("give each a name of its own")
			continue
		}
		seen[n.label()] = true
		out = append(out, n)
	}
	return out
}

// one gives the nested block of a type that may stand once, nil where there is none.
func (b *body) one(kind string) *body {
	all := b.blocks(kind, noLabel)
	if len(all) == 0 {
		return nil
	}
	for _, extra := range all[1:] {
		b.c.on(CodeBlockTwice, extra.block.DefRange(), "%s already has a block %s", b.words(), kind).mend("put both into one block")
	}
	return all[0]
}

// close reports what the block holds beyond what it was asked for.
func (b *body) close() {
	if b.c.heard != nil {
		b.c.heard(b)
	}
	b.carries()
	for _, a := range sortedAttributes(b.block.Body) {
		if !slices.Contains(b.asked, a.Name) && a.Name != "carries" {
			r := b.c.on(CodeAttrUnknown, a.NameRange, "a %s has no attribute %q", b.block.Type, a.Name)
			if slices.Contains(b.nested, a.Name) {
				r.mend("%s is a block: write %s { … }", a.Name, a.Name)
			} else {
				r.mend("%s", instead(a.Name, b.asked, "remove it"))
			}
		}
	}
	for _, k := range b.block.Body.Blocks {
		if !slices.Contains(b.nested, k.Type) {
			r := b.c.on(CodeBlockUnknown, k.TypeRange, "a %s has no block %q", b.block.Type, k.Type)
			if slices.Contains(b.asked, k.Type) {
				r.mend("%s is an attribute: write %s = …", k.Type, k.Type)
			} else {
				r.mend("%s", instead(k.Type, b.nested, "remove it"))
			}
		}
	}
}

func sortedAttributes(b *hclsyntax.Body) []*hclsyntax.Attribute {
	out := make([]*hclsyntax.Attribute, 0, len(b.Attributes))
	for _, a := range b.Attributes {
		out = append(out, a)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].NameRange.Start.Byte < out[j].NameRange.Start.Byte })
	return out
}

// nearest gives the known name that is spelt most alike, "" where none is close.
func nearest(name string, known []string) string {
	best, distance := "", (len(name)+1)/3+1
	for _, k := range known {
		if d := levenshtein.Distance(name, k, nil); d < distance {
			best, distance = k, d
		}
	}
	return best
}

// instead is the mend for a name that nobody knows.
func instead(name string, known []string, otherwise string) string {
	if n := nearest(name, known); n != "" {
		return "did you mean " + n + "?"
	}
	if len(known) == 0 {
		return otherwise
	}
	sorted := slices.Clone(known)
	slices.Sort(sorted)
	if len(sorted) > 20 {
		return otherwise
	}
	return otherwise + "; known are: " + strings.Join(sorted, ", ")
}
