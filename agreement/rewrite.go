package agreement

import (
	"slices"
	"strconv"
	"strings"

	"github.com/entente-net/entente/fault"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// PartyKeys are the public keys of a party and of its authorities, as package seal writes them.
type PartyKeys struct {
	Key         string
	Authorities map[AuthorityID]string
}

// WithKeys writes public keys into the party blocks of a text and leaves every other byte as it is. The text
// must compile; an unknown party or authority, or what is no key, is a *fault.Error with the code invalid.
func WithKeys(text []byte, keys map[PartyID]PartyKeys) ([]byte, error) {
	c, err := readForRewrite(text)
	if err != nil {
		return nil, err
	}
	w := &rewriter{c: c}
	for _, id := range sortedKeys(keys) {
		b := w.find("party", string(id))
		if b == nil {
			return nil, fault.New(fault.Invalid, "the text has no party %q", id).Mend("name a party of the agreement")
		}
		if err := w.key(b, keys[id].Key); err != nil {
			return nil, err
		}
		for _, a := range sortedKeys(keys[id].Authorities) {
			at := slices.IndexFunc(b.Body.Blocks, func(k *hclsyntax.Block) bool {
				return k.Type == "authority" && len(k.Labels) == 1 && k.Labels[0] == string(a)
			})
			if at < 0 {
				return nil, fault.New(fault.Invalid, "party %q has no authority %q", id, a).Mend("name an authority of the party")
			}
			if err := w.key(b.Body.Blocks[at], keys[id].Authorities[a]); err != nil {
				return nil, err
			}
		}
	}
	return w.done()
}

// WithWorld writes the mark of a world into the agreement block, and leaves every other byte as it is.
// A text that says nothing is of the real world, which world = "" also states.
func WithWorld(text []byte, world string) ([]byte, error) {
	if world != WorldReal && world != WorldExercise {
		return nil, fault.New(fault.Invalid, "there is no world %q", world).Mend("use %q", WorldExercise)
	}
	c, err := readForRewrite(text)
	if err != nil {
		return nil, err
	}
	w := &rewriter{c: c}
	w.set(w.find("agreement", string(c.m.ID)), "world", world)
	return w.done()
}

// Amending makes of a text in force the text with which its amendment begins: the next version, which says that it amends the
// one that the text has, and that open cases stay under that one. Every other byte stays as it is. The text must compile.
func Amending(text []byte) ([]byte, error) {
	c, err := readForRewrite(text)
	if err != nil {
		return nil, err
	}
	w := &rewriter{c: c}
	b := w.find("agreement", string(c.m.ID))
	w.set(b, "version", nextVersion(c.m.Version))
	for _, k := range b.Body.Blocks {
		if k.Type == "amends" {
			w.set(k, "version", c.m.Version)
			return w.done()
		}
	}
	end := b.CloseBraceRange.Start.Byte
	w.edits = append(w.edits, edit{end, end, "\n  amends {\n    version = \"" + c.m.Version + "\"\n    cases   = \"stay\"\n  }\n"})
	return w.done()
}

// nextVersion counts the last number of a version up: "1.0" becomes "1.1". One without a number at its end gets one.
func nextVersion(v string) string {
	at := len(v)
	for at > 0 && v[at-1] >= '0' && v[at-1] <= '9' {
		at--
	}
	n, err := strconv.Atoi(v[at:])
	if err != nil {
		return v + ".1"
	}
	return v[:at] + strconv.Itoa(n+1)
}

func readForRewrite(text []byte) (*compiler, error) {
	c := newCompiler("agreement", text)
	c.run()
	if fs := c.all(); fs.Failed() {
		return nil, fault.New(fault.AgreementOpen, "the text has findings, the first of them: %s", fs[0].Message).
			Mend("mend what entente agreement check reports")
	}
	return c, nil
}

func sortedKeys[K ~string, V any](m map[K]V) []K {
	out := make([]K, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// rewriter collects insertions and replacements by position.
type rewriter struct {
	c     *compiler
	edits []edit
}

type edit struct {
	from, to int
	text     string
}

func (w *rewriter) find(kind, label string) *hclsyntax.Block {
	for _, r := range w.c.rules {
		if r.block.Type == kind && len(r.block.Labels) == 1 && r.block.Labels[0] == label {
			return r.block
		}
	}
	return nil
}

func (w *rewriter) key(b *hclsyntax.Block, key string) error {
	if key == "" {
		return nil
	}
	if len(key) > maxKey || !keyForm.MatchString(key) {
		return fault.New(fault.Invalid, "%q is not a public key", key).Mend("give the key in its text form")
	}
	w.set(b, "key", key)
	return nil
}

// set replaces an attribute's value, or adds a line with it at the end of the block. A block on one line
// gets it before its closing brace.
func (w *rewriter) set(b *hclsyntax.Block, name, value string) {
	if a := b.Body.Attributes[name]; a != nil {
		r := a.Expr.Range()
		w.edits = append(w.edits, edit{r.Start.Byte, r.End.Byte, `"` + value + `"`})
		return
	}
	end := b.CloseBraceRange.Start.Byte
	line := w.c.src.lines[w.c.src.lineOf(end)]
	indent := string(w.c.src.text[line:end])
	if strings.TrimSpace(indent) != "" {
		w.oneLine(b, end, name, value)
		return
	}
	w.edits = append(w.edits, edit{line, line, indent + "  " + name + ` = "` + value + "\"\n"})
}

// oneLine opens a block that stands on one line: HCL takes one attribute there at most.
func (w *rewriter) oneLine(b *hclsyntax.Block, end int, name, value string) {
	open := b.OpenBraceRange.End.Byte
	start := w.c.src.lines[w.c.src.lineOf(b.TypeRange.Start.Byte)]
	indent := string(w.c.src.text[start:b.TypeRange.Start.Byte])
	inner := strings.TrimSpace(string(w.c.src.text[open:end]))
	if inner != "" {
		inner = "\n" + indent + "  " + inner
	}
	w.edits = append(w.edits, edit{open, end, inner + "\n" + indent + "  " + name + ` = "` + value + "\"\n" + indent})
}

// done applies the edits, and reads the result again: what a node writes must be what it would accept.
func (w *rewriter) done() ([]byte, error) {
	out := applyEdits(w.c.src.text, w.edits)
	if _, fs := Compile(w.c.src.name, out); fs.Failed() {
		return nil, fault.New(fault.Internal, "the text no longer compiles after writing to it: %s", fs[0].Message)
	}
	return out, nil
}
