package sdn

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/entente-net/entente/fault"
)

// The bounds on what is read. The real list of 2021 has 3.5 MB in all; fields beyond a few thousand
// bytes do not occur.
const (
	MaxFile  = 256 << 20
	MaxField = 64 << 10
)

// empty is how the list writes that a column says nothing.
const empty = "-0-"

// table reads one of the files row by row.
type table struct {
	name    string
	columns int
	csv     *csv.Reader
	limit   *limited
	done    bool
}

func newTable(name string, columns int, r io.Reader) *table {
	l := &limited{r: r, left: MaxFile}
	c := csv.NewReader(bufio.NewReaderSize(l, 64<<10))
	c.FieldsPerRecord = -1 // counted here, to say so in words
	return &table{name: name, columns: columns, csv: c, limit: l}
}

// row is one line of a table, with the place of each cell.
type row struct {
	table *table
	cells []string
}

// next gives the next row, or io.EOF. After an error of the CSV itself the table is at its end, since
// nobody can say where the next row begins; a *Error about one row leaves the others readable.
func (t *table) next() (row, error) {
	if t.done {
		return row{}, io.EOF
	}
	cells, err := t.csv.Read()
	if err != nil {
		t.done = true
		if err == io.EOF {
			return row{}, io.EOF
		}
		return row{}, t.syntax(err)
	}
	r := row{t, cells}
	// The files end with the byte with which CP/M marked the end of a text.
	if len(cells) == 1 && cells[0] == "\x1a" {
		t.done = true
		beyond := r.fail(0, "is not the end, yet marks it (0x1A)", "take the file as it is published")
		if _, err := t.csv.Read(); err != io.EOF {
			return row{}, beyond
		}
		return row{}, io.EOF
	}
	if len(cells) != t.columns {
		return row{}, r.fail(0, "has %d columns where %d belong", "take the file as it is published, without headings", len(cells), t.columns)
	}
	for i, c := range cells {
		if len(c) > MaxField {
			return row{}, r.fail(i, "is longer than %d bytes", "", MaxField)
		}
		if !utf8.ValidString(c) {
			return row{}, r.fail(i, "is not UTF-8", "convert the file to UTF-8")
		}
		if strings.ContainsRune(c, 0) {
			return row{}, r.fail(i, "holds a zero byte", "")
		}
		if strings.TrimSpace(c) == empty {
			cells[i] = ""
		}
	}
	return r, nil
}

// id gives the entity's number in the first column.
func (r row) id() (ID, error) {
	s := strings.TrimSpace(r.cells[0])
	if s == "" || len(s) > 10 || strings.ContainsFunc(s, func(c rune) bool { return !isDigit(c) }) {
		return "", r.fail(0, "is no number of an entity: %q", "", clip(r.cells[0]))
	}
	return ID(s), nil
}

// Error is a fault in one place of one file. It unwraps to a *fault.Error with the code invalid.
type Error struct {
	File   string
	Line   int // 1-based
	Column int // 1-based, in bytes
	Cause  *fault.Error
}

func (e *Error) Error() string { return e.Cause.Error() }

// Unwrap gives the fault.
func (e *Error) Unwrap() error { return e.Cause }

func (r row) fail(cell int, format, remedy string, args ...any) error {
	line, column := r.table.csv.FieldPos(cell)
	return place(r.table.name, line, column, format, remedy, args...)
}

func place(file string, line, column int, format, remedy string, args ...any) error {
	e := fault.New(fault.Invalid, "%s:%d:%d: "+format, append([]any{file, line, column}, args...)...)
	if remedy != "" {
		e = e.Mend("%s", remedy)
	}
	return &Error{File: file, Line: line, Column: column, Cause: e}
}

func (t *table) syntax(err error) error {
	var p *csv.ParseError
	switch {
	case errors.As(err, &p):
		return place(t.name, p.Line, max(p.Column, 1), "is not CSV: %v", "take the file as it is published", p.Err)
	case errors.Is(err, errTooLarge):
		e := fault.New(fault.TooLarge, "%s is larger than %d bytes", t.name, MaxFile).Mend("this is not the published list")
		return &Error{File: t.name, Cause: e}
	default:
		e := fault.New(fault.Invalid, "%s cannot be read", t.name).Wrap(err)
		return &Error{File: t.name, Cause: e}
	}
}

var errTooLarge = errors.New("too large")

// limited fails, rather than ends, where the file is too large: a list cut off is not a list.
type limited struct {
	r    io.Reader
	left int64
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	l.left -= int64(n)
	if l.left < 0 {
		return 0, errTooLarge
	}
	return n, err
}

func clip(s string) string {
	if len(s) > 40 {
		return strings.ToValidUTF8(s[:40], "") + "…"
	}
	return s
}
