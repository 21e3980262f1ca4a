package negotiation

import (
	"bytes"
	"fmt"
	"sort"
	"time"

	"cel.dev/cel-go/cel"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// Playbook is how a party means to negotiate: milestones by dates, how each is verified, and what to fall back to. It is a file
// of the party's own, and goes to no node, not even its own.
type Playbook struct {
	Name       string
	Milestones []Milestone
}

// Milestone is one aim.
type Milestone struct {
	Name      string
	By        agreement.Date      // zero: at any time
	Agreed    []agreement.Article // must be agreed by all
	Verified  string              // CEL over the draft, as of red lines; ""
	Words     string
	Fallbacks []Fallback // in the order in which they are offered

	program cel.Program
}

// Fallback is a bracket to place when an aim cannot be had.
type Fallback struct {
	Name     string
	Article  agreement.Article
	From, To string
	Words    string
}

// Bounds of a playbook.
const (
	maxPlaybook   = 1 << 20 // bytes
	maxMilestones = 300
	maxNested     = 300 // brackets within brackets, which the HCL parser walks by recursion
)

// ReadPlaybook reads a playbook: an HCL file, or the fences ```hcl of a Markdown file. Like the language itself it takes nothing that
// it does not know, and turns no value into another. Errors: invalid, naming line and column; too-large.
func ReadPlaybook(name string, text []byte) (*Playbook, error) {
	top, err := readOwn(name, text, "playbook")
	if err != nil {
		return nil, err
	}
	b := &bookReader{}
	pb := &Playbook{}
	for _, k := range b.blocks(top, "playbook") {
		if pb.Name != "" {
			return nil, at(k.DefRange(), "a file holds one playbook")
		}
		pb.Name = b.label(k)
		b.known(k.Body, nil, []string{"milestone"})
		for _, m := range b.blocks(k.Body, "milestone") {
			pb.Milestones = append(pb.Milestones, b.milestone(m))
		}
	}
	b.known(top, nil, []string{"playbook"})
	switch {
	case b.err != nil:
		return nil, b.err
	case pb.Name == "":
		return nil, fault.New(fault.Invalid, "%s has no block playbook", name).Mend("write playbook \"name\" { milestone \"name\" { … } }")
	case len(pb.Milestones) > maxMilestones:
		return nil, fault.New(fault.TooLarge, "the playbook has more than %d milestones", maxMilestones)
	}
	return pb, nil
}

// nested finds how deep brackets are nested, text marks left out of account: a bound, not a parser.
func nested(text []byte) int {
	depth, most := 0, 0
	for _, c := range text {
		switch c {
		case '{', '[', '(':
			depth++
			most = max(most, depth)
		case '}', ']', ')':
			depth = max(depth-1, 0)
		}
	}
	return most
}

// fences blanks what stands outside of fences of a Markdown text, line by line, so that positions stay true.
func fences(text []byte) []byte {
	if !bytes.HasPrefix(text, []byte("```hcl\n")) && !bytes.Contains(text, []byte("\n```hcl\n")) {
		return text
	}
	lines := bytes.Split(text, []byte("\n"))
	inside := false
	for i, l := range lines {
		switch {
		case !inside && string(l) == "```hcl":
			inside, lines[i] = true, nil
		case inside && string(l) == "```":
			inside, lines[i] = false, nil
		case !inside:
			lines[i] = nil
		}
	}
	return bytes.Join(lines, []byte("\n"))
}

// bookReader keeps the first error.
type bookReader struct{ err error }

func at(r hcl.Range, format string, args ...any) error {
	return fault.New(fault.Invalid, "%s:%d:%d: %s", r.Filename, r.Start.Line, r.Start.Column, fmt.Sprintf(format, args...))
}

func (b *bookReader) fail(r hcl.Range, format string, args ...any) {
	if b.err == nil {
		b.err = at(r, format, args...)
	}
}

func (b *bookReader) blocks(body *hclsyntax.Body, kind string) []*hclsyntax.Block {
	var out []*hclsyntax.Block
	seen := map[string]bool{}
	for _, k := range body.Blocks {
		if k.Type != kind {
			continue
		}
		if len(k.Labels) != 1 || !nameForm.MatchString(k.Labels[0]) {
			b.fail(k.DefRange(), "a %s has one name in small letters, digits and hyphens: %s \"name\" { … }", kind, kind)
			continue
		}
		if seen[k.Labels[0]] {
			b.fail(k.DefRange(), "the name %q stands twice", k.Labels[0])
		}
		seen[k.Labels[0]] = true
		out = append(out, k)
	}
	return out
}

func (b *bookReader) label(k *hclsyntax.Block) string { return k.Labels[0] }

// known refuses what nobody asks for.
func (b *bookReader) known(body *hclsyntax.Body, attributes, blocks []string) {
	has := func(list []string, x string) bool {
		for _, k := range list {
			if k == x {
				return true
			}
		}
		return false
	}
	var extra []*hclsyntax.Attribute
	for _, a := range body.Attributes {
		if !has(attributes, a.Name) {
			extra = append(extra, a)
		}
	}
	sort.Slice(extra, func(i, j int) bool { return extra[i].NameRange.Start.Byte < extra[j].NameRange.Start.Byte })
	for _, a := range extra {
		b.fail(a.NameRange, "nothing here is called %q", a.Name)
	}
	for _, k := range body.Blocks {
		if !has(blocks, k.Type) {
			b.fail(k.TypeRange, "no block %q stands here", k.Type)
		}
	}
}

func (b *bookReader) value(body *hclsyntax.Body, name string, need bool, block hcl.Range) (cty.Value, hcl.Range) {
	a := body.Attributes[name]
	if a == nil {
		if need {
			b.fail(block, "it does not say its %s", name)
		}
		return cty.NilVal, block
	}
	v, diags := a.Expr.Value(nil)
	if diags.HasErrors() || v.IsNull() || !v.IsWhollyKnown() {
		b.fail(a.Expr.Range(), "%s must be written out", name)
		return cty.NilVal, a.Expr.Range()
	}
	return v, a.Expr.Range()
}

func (b *bookReader) text(body *hclsyntax.Body, name string, need bool, block hcl.Range) string {
	v, r := b.value(body, name, need, block)
	if v == cty.NilVal {
		return ""
	}
	if v.Type() != cty.String {
		b.fail(r, "%s is a text in quotation marks", name)
		return ""
	}
	return v.AsString()
}

func (b *bookReader) milestone(k *hclsyntax.Block) Milestone {
	r := k.DefRange()
	m := Milestone{Name: b.label(k), Verified: b.text(k.Body, "verified", false, r), Words: b.text(k.Body, "words", false, r)}
	if by := b.text(k.Body, "by", false, r); by != "" {
		d, err := agreement.ParseDate(by)
		if err != nil {
			b.fail(k.Body.Attributes["by"].Expr.Range(), "%s", err)
		}
		m.By = d
	}
	if v, r := b.value(k.Body, "agreed", false, r); v != cty.NilVal {
		if !v.CanIterateElements() || !v.Type().IsTupleType() {
			b.fail(r, "agreed is a list of articles: [\"1\", \"7\"]")
		} else {
			for _, x := range v.AsValueSlice() {
				if x.Type() != cty.String || x.IsNull() {
					b.fail(r, "agreed is a list of articles: [\"1\", \"7\"]")
					continue
				}
				m.Agreed = append(m.Agreed, agreement.Article(x.AsString()))
			}
		}
	}
	if m.Verified == "" && len(m.Agreed) == 0 {
		b.fail(r, "nothing says when the milestone %s is met: add agreed = [\"7\"] or verified = \"…\"", m.Name)
	}
	if m.Verified != "" {
		var err error
		if m.program, err = compileCondition(m.Verified); err != nil {
			b.fail(k.Body.Attributes["verified"].Expr.Range(), "%s", err)
		}
	}
	for _, f := range b.blocks(k.Body, "fallback") {
		r := f.DefRange()
		m.Fallbacks = append(m.Fallbacks, Fallback{
			Name: b.label(f), Article: agreement.Article(b.text(f.Body, "article", true, r)), From: b.text(f.Body, "from", true, r),
			To: b.text(f.Body, "to", true, r), Words: b.text(f.Body, "words", false, r),
		})
		b.known(f.Body, []string{"article", "from", "to", "words"}, nil)
	}
	b.known(k.Body, []string{"by", "agreed", "verified", "words"}, []string{"fallback"})
	return m
}

// Progress is how one milestone stands.
type Progress struct {
	Milestone
	Met      bool
	Late     bool      // its day is over and it is not met
	Why      string    // what is missing; "" where it is met
	Left     int       // days until its day; 0 where it has none, or it is over
	Fallback *Fallback // the next to offer; nil where it is met, or none is left
}

// Progress holds a draft to the playbook on a day, for a party. The next fall-back of a milestone is the first whose words the party
// has not bracketed yet and whose passage stands in the current version.
func (pb *Playbook) Progress(s *State, self agreement.PartyID, today agreement.Date) []Progress {
	var out []Progress
	for _, m := range pb.Milestones {
		p := Progress{Milestone: m, Met: true}
		for _, a := range m.Agreed {
			pos := s.Position(a)
			switch {
			case pos == nil:
				p.Met, p.Why = false, fmt.Sprintf("the draft has no Article %s", a)
			case pos.Status != StatusAgreed && p.Met:
				p.Met, p.Why = false, fmt.Sprintf("%s is %s", named(a), pos.Status)
			}
		}
		if p.Met && m.program != nil {
			outcome, why := evaluate(m.program, s.Current())
			switch outcome {
			case Crossed:
				p.Met, p.Why = false, "what verifies it does not hold"
			case Unclear:
				p.Met, p.Why = false, why
			}
		}
		if !p.Met {
			if !m.By.IsZero() {
				p.Late = m.By.Compare(today) < 0
				if !p.Late {
					p.Left = int(m.By.Midnight(time.UTC).Sub(today.Midnight(time.UTC)) / (24 * time.Hour))
				}
			}
			p.Fallback = m.next(s, self)
		}
		out = append(out, p)
	}
	return out
}

func (m *Milestone) next(s *State, self agreement.PartyID) *Fallback {
	for i := range m.Fallbacks {
		f := &m.Fallbacks[i]
		said := false
		for _, b := range s.brackets {
			said = said || b.Party == self && b.Article == f.Article && b.From == f.From && b.To == f.To
		}
		if _, err := s.Current().exchange(f.Article, f.From, f.To); !said && err == nil {
			return f
		}
	}
	return nil
}
