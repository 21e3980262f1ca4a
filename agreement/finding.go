package agreement

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity says whether a text with this finding can be signed.
type Severity string

// An error stands where the signed text could fail later; a warning where it would work, but hardly as meant.
const (
	SeverityError   Severity = "error"
	SeverityWarning Severity = "warning"
)

// Finding is one thing that is wrong with a text, where it stands, and how to mend it.
type Finding struct {
	Severity   Severity    `json:"severity"`
	Code       FindingCode `json:"code"`
	Article    Article     `json:"article"` // "" before the first article
	File       string      `json:"file"`
	Line       int         `json:"line"`   // 1-based; 0: the file as a whole
	Column     int         `json:"column"` // 1-based, in characters
	SourceLine string      `json:"source_line"`
	Message    string      `json:"message"`
	Mend       string      `json:"mend"`
}

// maxShownLine bounds what of a source line is printed, so that a line of megabytes stays readable.
const maxShownLine = 200

// String prints the finding as a person reads it: place, article, message, the line with a caret, the mend.
func (f Finding) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:%d:%d: ", f.File, f.Line, f.Column)
	if f.Article != "" {
		fmt.Fprintf(&b, "Article %s: ", f.Article)
	}
	fmt.Fprintf(&b, "%s: %s [%s]", f.Severity, f.Message, f.Code)
	if f.SourceLine != "" {
		line := []rune(f.SourceLine)
		cut := ""
		if len(line) > maxShownLine {
			line, cut = line[:maxShownLine], "…"
		}
		fmt.Fprintf(&b, "\n  | %s%s", string(line), cut)
		if f.Column > 0 && f.Column <= len(line)+1 {
			fmt.Fprintf(&b, "\n  | %s^", caretSpace(line[:f.Column-1]))
		}
	}
	if f.Mend != "" {
		fmt.Fprintf(&b, "\n  mend: %s", f.Mend)
	}
	return b.String()
}

// caretSpace keeps tabs, so that the caret stands under its character whatever a tab is worth.
func caretSpace(before []rune) string {
	space := make([]rune, len(before))
	for i, r := range before {
		space[i] = ' '
		if r == '\t' {
			space[i] = '\t'
		}
	}
	return string(space)
}

// Findings are all findings of a text, in the order of the text.
type Findings []Finding

// Failed says whether any finding is an error.
func (fs Findings) Failed() bool {
	return slices.ContainsFunc(fs, func(f Finding) bool { return f.Severity == SeverityError })
}

// String prints all findings, an empty line between them.
func (fs Findings) String() string {
	parts := make([]string, len(fs))
	for i, f := range fs {
		parts[i] = f.String()
	}
	return strings.Join(parts, "\n\n")
}

// Error lets findings travel as the cause of an error.
func (fs Findings) Error() string { return fs.String() }

// sorted puts the findings in the order of the text and drops what is said twice.
func (fs Findings) sorted() Findings {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(fs)
}
