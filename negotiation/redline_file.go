package negotiation

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// maxRedLineFile bounds the red lines of a file.
const maxRedLineFile = 500

// HeldRedLine is a red line of a file, and whose it is.
type HeldRedLine struct {
	*RedLine
	Party agreement.PartyID
}

// ReadRedLines reads a file of red lines:
//
//	redline "four-eyes" {
//	  party     = "arland"
//	  words     = "One officer alone confirms nothing."
//	  condition = "draft.procedures.exists(p, …)"
//	}
//
// Such a file may hold those of several parties, as examples do; each party takes its own. Like a playbook it is HCL, or the
// fences of a Markdown file, and nothing in it is left unread. Errors: invalid, naming line and column; too-large.
func ReadRedLines(name string, text []byte) ([]HeldRedLine, error) {
	top, err := readOwn(name, text, "file of red lines")
	if err != nil {
		return nil, err
	}
	b := &bookReader{}
	b.known(top, nil, []string{"redline"})
	var out []HeldRedLine
	for _, k := range b.blocks(top, "redline") {
		r := k.DefRange()
		b.known(k.Body, []string{"party", "words", "condition"}, nil)
		party, words, condition := b.text(k.Body, "party", true, r), b.text(k.Body, "words", true, r), b.text(k.Body, "condition", true, r)
		if b.err != nil {
			return nil, b.err
		}
		line, err := NewRedLine(b.label(k), condition, words)
		if err != nil {
			return nil, at(r, "%s", err)
		}
		out = append(out, HeldRedLine{RedLine: line, Party: agreement.PartyID(party)})
	}
	switch {
	case b.err != nil:
		return nil, b.err
	case len(out) == 0:
		return nil, fault.New(fault.Invalid, "%s has no block redline", name).Mend("write redline \"name\" { party = \"…\", words = \"…\", condition = \"…\" }, one line for each of the three")
	case len(out) > maxRedLineFile:
		return nil, fault.New(fault.TooLarge, "%s has more than %d red lines", name, maxRedLineFile)
	}
	return out, nil
}

// readOwn parses a file that a party keeps to itself.
func readOwn(name string, text []byte, what string) (*hclsyntax.Body, error) {
	if len(text) > maxPlaybook {
		return nil, fault.New(fault.TooLarge, "the %s has %d bytes, more than %d", what, len(text), maxPlaybook)
	}
	if nested(text) > maxNested {
		return nil, fault.New(fault.Invalid, "%s is nested more than %d deep", name, maxNested)
	}
	file, diags := hclsyntax.ParseConfig(fences(text), name, hcl.InitialPos)
	if diags.HasErrors() {
		return nil, fault.New(fault.Invalid, "%s", strings.TrimSpace(diags[0].Error()))
	}
	top, ok := file.Body.(*hclsyntax.Body)
	if !ok {
		return nil, fault.New(fault.Invalid, "%s is no %s", name, what)
	}
	return top, nil
}
