package register

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
)

// maxRecord bounds one line of a CSV with everything in its quotes: a quote that is never closed would
// otherwise swallow the file.
const maxRecord = 1 << 20

// columnID is the column of the entries' own ids; no field can have this name.
const columnID = "_id"

// FromCSV reads entries from CSV (RFC 4180, UTF-8). name is for findings. The first line names the columns: field
// ids of the record, and, if the ids are given and not made from the register's key, _id. spec/register.md says
// how each type is written.
//
// Whatever is wrong comes as a Finding with line and column, beside a zero entry; reading goes on as far as it can, so
// that all errors can be mended at once.
func FromCSV(name string, r io.Reader, def *agreement.Register, rec *agreement.Record) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		c := newCSV(name, r, def, rec)
		if !c.head(yield) {
			return
		}
		for c.line(yield) {
		}
	}
}

type csvReader struct {
	name    string
	def     *agreement.Register
	rec     *agreement.Record
	check   *agreement.Model
	csv     *csv.Reader
	bound   *bounded
	columns []*agreement.Field // nil: the column _id
	last    int                // line on which the last record ended
	wrong   []Finding          // of the line at hand
}

func newCSV(name string, r io.Reader, def *agreement.Register, rec *agreement.Record) *csvReader {
	b := &bounded{r: bufio.NewReader(r), allow: maxRecord}
	c := csv.NewReader(b)
	c.FieldsPerRecord = -1
	c.ReuseRecord = true
	return &csvReader{name: name, def: def, rec: rec, check: &agreement.Model{}, csv: c, bound: b}
}

// head reads the first line; false: nothing more can be read.
func (c *csvReader) head(yield func(Entry, error) bool) bool {
	cells, err := c.read()
	if err == io.EOF {
		yield(Entry{}, Finding{File: c.name, Message: "the file is empty", Mend: "the first line names the fields"})
		return false
	}
	if err != nil {
		yield(Entry{}, c.syntax(err))
		return false
	}
	good := true
	seen := map[string]bool{}
	for i, cell := range cells {
		id := strings.TrimSpace(cell)
		f := c.rec.Field(agreement.FieldID(id))
		problem, mend := "", ""
		switch {
		case seen[id]:
			problem = fmt.Sprintf("the column %q stands twice", clip(id))
		case f == nil && id != columnID:
			problem = fmt.Sprintf("the record %s has no field %q", c.rec.ID, clip(id))
			mend = "its fields are " + c.fieldNames()
		case f != nil && (f.Type == agreement.TypeRecord || f.Of == agreement.TypeRecord || f.Of == agreement.TypeList):
			problem = fmt.Sprintf("the field %s cannot be written in CSV", f.ID)
		}
		seen[id] = true
		if problem != "" {
			good = false
			if !yield(Entry{}, c.at(i, f, problem, mend)) {
				return false
			}
		}
		c.columns = append(c.columns, f)
	}
	for _, id := range c.def.Key {
		if !seen[string(id)] {
			good = false
			m := fmt.Sprintf("the column %s is missing", id)
			if !yield(Entry{}, Finding{File: c.name, Line: 1, Column: 1, Field: id, Message: m, Mend: "the register knows its entries by it"}) {
				return false
			}
		}
	}
	return good
}

// line reads one entry; false: stop.
func (c *csvReader) line(yield func(Entry, error) bool) bool {
	cells, err := c.read()
	if err == io.EOF {
		return false
	}
	if err != nil {
		var p *csv.ParseError
		// After a fault of quoting the reader stands at the next line.
		return yield(Entry{}, c.syntax(err)) && errors.As(err, &p)
	}
	c.wrong = c.wrong[:0]
	e := c.entry(cells)
	if len(c.wrong) == 0 {
		return yield(e, nil)
	}
	for _, f := range c.wrong {
		if !yield(Entry{}, f) {
			return false
		}
	}
	return true
}

func (c *csvReader) entry(cells []string) Entry {
	if len(cells) != len(c.columns) {
		c.wrong = append(c.wrong, c.at(0, nil, fmt.Sprintf("the line has %d cells where the first line has %d", len(cells), len(c.columns)), ""))
		return Entry{}
	}
	e := Entry{Fields: make(map[agreement.FieldID]any, len(cells))}
	for i, cell := range cells {
		f := c.columns[i]
		if f == nil {
			e.ID = strings.TrimSpace(cell)
			if err := checkID(e.ID); err != nil {
				c.wrong = append(c.wrong, c.at(i, nil, err.Message, ""))
			}
			continue
		}
		v, err := parseCell(f, cell)
		if err == nil && v != nil {
			err = c.check.CheckValue(f, v)
		}
		if err != nil {
			w := findingOf(err)
			c.wrong = append(c.wrong, c.at(i, f, w.Message, w.Mend))
			continue
		}
		if v != nil {
			e.Fields[f.ID] = v
		} else if f.Required {
			c.wrong = append(c.wrong, c.at(i, f, fmt.Sprintf("the field %s is missing", f.ID), "the record requires it"))
		}
	}
	for i := range c.rec.Fields {
		if f := &c.rec.Fields[i]; f.Required && !slices.Contains(c.columns, f) {
			c.wrong = append(c.wrong, c.at(0, f, fmt.Sprintf("the field %s is missing", f.ID), "the record requires it: add its column"))
		}
	}
	if len(c.wrong) == 0 && len(e.Fields) == 0 {
		c.wrong = append(c.wrong, c.at(0, nil, "the line holds no value", "an entry says something, or is left out"))
	}
	if len(c.wrong) == 0 {
		// The key must be there even where the entry brings an id of its own: the register knows it by both.
		id, err := KeyID(c.def, c.rec, e.Fields)
		if err != nil {
			c.wrong = append(c.wrong, c.at(0, nil, findingOf(err).Message, findingOf(err).Mend))
		} else if !slices.Contains(c.columns, nil) {
			e.ID = id
		}
	}
	return e
}

func (c *csvReader) read() ([]string, error) {
	// The buffer of the reader below may run ahead of where the line ends.
	c.bound.allow = c.csv.InputOffset() + maxRecord
	cells, err := c.csv.Read()
	if err == nil && len(cells) > 0 {
		c.last, _ = c.csv.FieldPos(len(cells) - 1)
		c.last += strings.Count(cells[len(cells)-1], "\n")
	}
	return cells, err
}

func (c *csvReader) at(cell int, f *agreement.Field, message, mend string) Finding {
	line, column := c.csv.FieldPos(cell)
	out := Finding{File: c.name, Line: line, Column: column, Message: message, Mend: mend}
	if f != nil {
		out.Field = f.ID
	}
	return out
}

func (c *csvReader) syntax(err error) Finding {
	var p *csv.ParseError
	switch {
	case errors.As(err, &p):
		return Finding{
			File: c.name, Line: p.Line, Column: max(p.Column, 1), Message: "the line is not CSV: " + p.Err.Error(),
			Mend: "put text with commas, quotes or line ends between quotes, and double the quotes in it",
		}
	case errors.Is(err, errRecord):
		return Finding{
			File: c.name, Line: c.last + 1, Column: 1, Message: fmt.Sprintf("a line is longer than %d bytes", maxRecord),
			Mend: "look for a quote that is never closed",
		}
	default:
		return Finding{File: c.name, Message: "the file cannot be read: " + err.Error()}
	}
}

func (c *csvReader) fieldNames() string {
	names := make([]string, len(c.rec.Fields))
	for i := range c.rec.Fields {
		names[i] = string(c.rec.Fields[i].ID)
	}
	return strings.Join(names, ", ")
}

var errRecord = errors.New("record too long")

// bounded gives the text without a byte order mark, and fails beyond what is allowed.
type bounded struct {
	r     *bufio.Reader
	begun bool
	read  int64
	allow int64 // how far reading may go now, in bytes from the beginning
}

func (b *bounded) Read(p []byte) (int, error) {
	if !b.begun {
		b.begun = true
		if mark, err := b.r.Peek(3); err == nil && bytes.Equal(mark, []byte("\xef\xbb\xbf")) {
			_, _ = b.r.Discard(3) // they were just seen
		}
	}
	if b.read > b.allow {
		return 0, errRecord
	}
	n, err := b.r.Read(p)
	b.read += int64(n)
	return n, err
}
