package audit

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"hash"
	"io"

	"github.com/entente-net/entente/fault"
)

// Line is one line of a bundle. Bytes is valid until the next call of Next.
type Line struct {
	Kind  Kind
	No    int // from 1
	Bytes []byte
}

// Reader reads a bundle line by line. It checks what belongs to the file: that lines are bounded,
// that kinds stand in the order of their sections, and that the last line is there and counts and
// sums the others. What a line holds is checked when it is decoded.
type Reader struct {
	in    *bufio.Reader
	long  []byte
	sum   hash.Hash
	no    int
	last  int
	rank  int
	ended bool
}

// NewReader reads a bundle from r.
func NewReader(r io.Reader) *Reader {
	return &Reader{in: bufio.NewReaderSize(r, 1<<18), sum: sha256.New()}
}

// at gives an error its line.
func at(no int, err error) error {
	var f *fault.Error
	if !errors.As(err, &f) {
		return fault.New(fault.Internal, "line %d cannot be read", no).Wrap(err)
	}
	g := *f
	g.Message = "line " + itoa(no) + ": " + f.Message
	return &g
}

// Next gives the next line, or io.EOF after a proper end.
func (r *Reader) Next() (Line, error) {
	b, err := r.read()
	if err != nil {
		return Line{}, err
	}
	l := Line{No: r.no, Bytes: b}
	if l.Kind, err = kindOf(b); err != nil {
		return Line{}, at(r.no, err)
	}
	if err := r.place(l.Kind); err != nil {
		return Line{}, at(r.no, err)
	}
	if l.Kind == KindEnd {
		if err := r.end(l); err != nil {
			return Line{}, err
		}
		return l, nil
	}
	r.sum.Write(b)
	r.sum.Write(newline)
	return l, nil
}

var newline = []byte{'\n'}

func (r *Reader) read() ([]byte, error) {
	r.no++
	r.long = r.long[:0]
	for {
		part, err := r.in.ReadSlice('\n')
		if len(r.long)+len(part) > MaxLine {
			return nil, at(r.no, fault.New(fault.TooLarge, "the line is longer than %d bytes", MaxLine))
		}
		switch {
		case err == nil && len(r.long) == 0:
			return r.line(part[:len(part)-1])
		case err == nil:
			r.long = append(r.long, part...)
			return r.line(r.long[:len(r.long)-1])
		case errors.Is(err, bufio.ErrBufferFull):
			r.long = append(r.long, part...)
		case errors.Is(err, io.EOF):
			if r.ended && len(part) == 0 && len(r.long) == 0 {
				return nil, io.EOF
			}
			return nil, at(r.no, truncated())
		default:
			return nil, at(r.no, fault.New(fault.Internal, "the bundle cannot be read").Wrap(err))
		}
	}
}

func truncated() *fault.Error {
	return malformed("the bundle is cut off here: it has no end line").
		Mend("export it again from the node, and copy the whole file")
}

func (r *Reader) line(b []byte) ([]byte, error) {
	if r.ended {
		return nil, at(r.no, malformed("something follows the end line"))
	}
	return b, nil
}

var kindPrefix = []byte(`{"kind":"`)

func kindOf(b []byte) (Kind, error) {
	if !bytes.HasPrefix(b, kindPrefix) {
		return "", malformed("a line must begin with {\"kind\":").
			Mend("an evidence bundle is written by entente audit collect; is this another file?")
	}
	rest := b[len(kindPrefix):]
	i := bytes.IndexByte(rest[:min(len(rest), 32)], '"')
	if i < 0 {
		return "", malformed("the line's kind cannot be read")
	}
	k := Kind(rest[:i])
	if section(k) == 0 {
		return "", malformed("%q is no kind of line", string(k))
	}
	return k, nil
}

// place holds the line against the order of sections.
func (r *Reader) place(k Kind) error {
	s := section(k)
	if r.last == 0 && k != KindHeader {
		return malformed("a bundle begins with its header")
	}
	if s < r.last || (k == KindHeader && r.last != 0) {
		return malformed("a line of kind %s stands too late", string(k))
	}
	if s != section(KindCase) {
		r.last = s
		return nil
	}
	rank := withinCase(k)
	if r.last != s && k != KindCase {
		return malformed("a line of kind %s stands before any case", string(k))
	}
	if k != KindCase && rank < r.rank {
		return malformed("a line of kind %s stands too late within its case", string(k))
	}
	r.last, r.rank = s, rank
	return nil
}

func (r *Reader) end(l Line) error {
	var m [3][]byte
	if err := cut(l.Bytes, []string{"kind", "lines", "sum"}, m[:]); err != nil {
		return at(l.No, err)
	}
	n, err := numberOf(m[1])
	if err != nil {
		return at(l.No, err)
	}
	if n != uint64(l.No-1) {
		return at(l.No, malformed("the end line counts %d lines before it; there are %d", n, l.No-1))
	}
	sum, err := textOf(m[2])
	if err != nil {
		return at(l.No, err)
	}
	if sum != string(digestText(r.sum.Sum(nil))) {
		return at(l.No, malformed("the file was damaged: its sum is not the one in the end line").
			Mend("copy the bundle again from where it was made"))
	}
	r.ended = true
	return nil
}
