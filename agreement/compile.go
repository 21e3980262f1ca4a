package agreement

import (
	"fmt"
	"sort"
	"sync"

	"github.com/hashicorp/hcl/v2"
)

// Compile reads, resolves and checks a text. It reports every finding at once; the model is nil if any of
// them is an error. The name stands in the findings as the file's. The same text gives the same model,
// byte for byte.
func Compile(name string, text []byte) (*Model, Findings) {
	c := newCompiler(name, text)
	c.run()
	fs := c.all()
	if fs.Failed() {
		return nil, fs
	}
	return c.m, fs
}

// compiler is the work on one text.
type compiler struct {
	stated []pendingFact               // outside facts of examples
	inside map[*Condition][]insideRead // protected fields that conditions reach through others

	src      *source
	m        *Model
	findings []*report
	spans    []span
	rules    []rule
	declared map[string]map[string]hcl.Range // kind, id
	where    map[string]hcl.Range            // path of a block or attribute; nil while nobody asks
	pending  []pendingCondition
	resting  []namedRest
	anchored []anchored // what says which sentences it carries out

	numbers    map[string]int    // of top-level blocks, by kind, where it is bounded
	paragraphs map[Article][]int // the lines, from 0, on which an article's paragraphs begin
	values     []pendingValue
	heard      func(*body)          // tests listen to every block that was read
	ghosts     map[string]bool      // "kind name" of what stands in rules that could not be read
	deep       bool                 // quotes and lists beyond what is read
	parts      bool                 // includes and parts are read too, as far as the layout needs
	heldBy     map[string][]PartyID // of roles that lists of parties name

	recordFields map[RecordID][]string // as the text labels them, of every record
	implied      []FieldID             // the fields that acts carry beside those of their record

	spoken []stated             // lengths of time and offices, as rules state them
	only   []Actor              // of the example that is being read: those of whom it says all that they see
	heeded map[IndicatorID]bool // indicators whose condition reads a protected field
}

func newCompiler(name string, text []byte) *compiler {
	src := newSource(name, text)
	return &compiler{
		src: src, m: &Model{Format: FormatModel}, where: make(map[string]hcl.Range, len(src.lines)/4), ghosts: map[string]bool{}, heldBy: map[string][]PartyID{},
		paragraphs: map[Article][]int{}, numbers: map[string]int{},
	}
}

func (c *compiler) run() {
	if !c.opened() {
		return
	}
	fences := c.readText()
	if c.deep {
		return // the Markdown was not read at all
	}
	c.parse(fences)
	c.declare()
	c.decode()
	c.m.Build()
	c.checkValues()
	c.rests()
	c.conditions()
	c.checkStatedFacts()
	if c.failed() {
		return // what follows would repeat what is already said
	}
	declared := c.declaredFinal()
	c.derive()
	c.m.Build()
	c.m.conceptWords()
	var b []byte
	var err error
	said := *c
	said.findings = nil
	var beside sync.WaitGroup // nothing changes any more in what the text and its model are
	beside.Go(func() { b, err = c.m.encode() })
	beside.Go(said.checkSaid)
	c.check(declared)
	beside.Wait()
	c.findings = append(c.findings, said.findings...)
	if c.failed() {
		return
	}
	if err != nil {
		c.at(CodeValueForm, 0, "the model has no canonical form: %v", err)
		return
	}
	c.m.index.canonical = b
}

// opened says whether the bytes are a text at all.
func (c *compiler) opened() bool {
	if len(c.src.text) > maxSource {
		c.src = newSource(c.src.name, nil)
		c.at(CodeSize, 0, "the text is longer than %d bytes", maxSource).mend("split it into several agreements")
		return false
	}
	if at, what, mend := c.src.fault(); what != "" {
		c.at(CodeEncoding, at, "%s", what).mend("%s", mend)
		return false
	}
	return true
}

func (c *compiler) failed() bool {
	for _, r := range c.findings {
		if r.code.severity() == SeverityError {
			return true
		}
	}
	return false
}

// report is a finding while it is being made.
type report struct {
	code    FindingCode
	offset  int
	message string
	remedy  string
}

// at reports a finding at an offset of the text.
func (c *compiler) at(code FindingCode, offset int, format string, args ...any) *report {
	r := &report{code: code, offset: offset, message: fmt.Sprintf(format, args...)}
	c.findings = append(c.findings, r)
	return r
}

// on reports a finding on a piece of HCL.
func (c *compiler) on(code FindingCode, r hcl.Range, format string, args ...any) *report {
	return c.at(code, r.Start.Byte, format, args...)
}

func (r *report) mend(format string, args ...any) {
	r.remedy = fmt.Sprintf(format, args...)
}

// all gives the findings as others see them.
func (c *compiler) all() Findings {
	fs := make(Findings, 0, len(c.findings))
	for _, r := range c.findings {
		line, column := c.src.place(r.offset)
		fs = append(fs, Finding{
			Severity: r.code.severity(), Code: r.code, Article: c.articleAt(line - 1), File: c.src.name,
			Line: line, Column: column, SourceLine: string(c.src.line(line - 1)), Message: r.message, Mend: r.remedy,
		})
	}
	return fs.sorted()
}

// articleAt gives the article that a line (from 0) stands under, "" where it is none.
func (c *compiler) articleAt(line int) Article {
	i := sort.Search(len(c.spans), func(i int) bool { return c.spans[i].from > line })
	if i == 0 {
		return ""
	}
	return c.spans[i-1].article
}

func (c *compiler) clauseLine(number Article) (int, bool) {
	for i := range c.m.Articles {
		if c.m.Articles[i].Number == number {
			return c.m.Articles[i].Line, true
		}
	}
	return 0, false
}
