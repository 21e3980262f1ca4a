package register

import (
	"errors"
	"fmt"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/format/sdn"
)

// MaxFindings is how many findings are listed; more are counted.
const MaxFindings = 100

// Finding is one thing that is wrong with a data set, or that its holder should know.
type Finding struct {
	File    string            // "" where the entries come from no file
	Line    int               // 1-based; 0: the file as a whole
	Column  int               // 1-based, in bytes
	Entry   string            // the entry's id, if known
	Field   agreement.FieldID // or ""
	Message string
	Mend    string
	Warning bool // the set is usable all the same
}

// Error makes a finding the error of one entry in a sequence: "list.csv:3:7: the field …".
func (f Finding) Error() string { return f.String() }

// String prints the finding as a person reads it.
func (f Finding) String() string {
	var b strings.Builder
	if f.File != "" {
		b.WriteString(f.File + ":")
	}
	if f.Line > 0 {
		fmt.Fprintf(&b, "%d:%d:", f.Line, f.Column)
	}
	if b.Len() > 0 {
		b.WriteString(" ")
	}
	if f.Entry != "" {
		b.WriteString("entry " + clip(f.Entry) + ": ")
	}
	b.WriteString(f.Message)
	if f.Mend != "" {
		b.WriteString(" (" + f.Mend + ")")
	}
	return b.String()
}

// Findings are the first MaxFindings errors and as many warnings, and how many there were of each.
type Findings struct {
	List     []Finding
	Errors   int
	Warnings int
}

// Failed says whether the set must not be used.
func (fs Findings) Failed() bool { return fs.Errors > 0 }

// String prints what is listed and how many are not.
func (fs Findings) String() string {
	lines := make([]string, 0, len(fs.List)+1)
	for _, f := range fs.List {
		lines = append(lines, f.String())
	}
	if more := fs.Errors + fs.Warnings - len(fs.List); more > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(lines, "\n")
}

func (fs *Findings) add(f Finding) {
	n := &fs.Errors
	if f.Warning {
		n = &fs.Warnings
	}
	if *n < MaxFindings {
		fs.List = append(fs.List, f)
	}
	*n++
}

// err is what a load that failed returns.
func (fs Findings) err() error {
	e := fault.New(fault.Invalid, "the data set has %d errors; nothing of it was loaded", fs.Errors).
		Mend("mend every one of them and load it again: a list of which a part is missing is not that list")
	for _, f := range fs.List {
		if !f.Warning {
			return e.Wrap(f)
		}
	}
	return e
}

// findingOf makes an error of a sequence a finding.
func findingOf(err error) Finding {
	var f Finding
	if errors.As(err, &f) {
		return f
	}
	var p *sdn.Error
	if errors.As(err, &p) {
		// The message says the place already, for those who print the error alone.
		return Finding{
			File: p.File, Line: p.Line, Column: p.Column, Mend: p.Cause.Remedy,
			Message: strings.TrimPrefix(p.Cause.Message, fmt.Sprintf("%s:%d:%d: ", p.File, p.Line, p.Column)),
		}
	}
	var e *fault.Error
	if errors.As(err, &e) {
		return Finding{Message: e.Message, Mend: e.Remedy}
	}
	return Finding{Message: "the data cannot be read: " + err.Error()}
}
