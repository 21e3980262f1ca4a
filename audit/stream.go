package audit

import (
	"errors"
	"io"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// stream is one bundle while it is read: what its preamble said, and the line that comes next.
type stream struct {
	index  int
	name   string
	in     *Reader
	next   Line // not consumed yet; Kind "" at the end
	lines  int
	header Header

	texts      []textLine
	statements []statementLine
	logs       map[string]*logState
	logOrder   []string
	seen       []seenLine
	key        caseKey // of the case last given out
}

type textLine struct {
	name, text string
	digest     seal.Digest
}

type statementLine struct {
	of     seal.Digest
	signed []byte
	no     int
}

func newStream(i int, in Input) *stream {
	return &stream{index: i, name: in.Name, in: NewReader(in.From), logs: map[string]*logState{}}
}

// named gives an error the bundle's name.
func (s *stream) named(err error) error {
	var f *fault.Error
	if s.name == "" || !errors.As(err, &f) {
		return err
	}
	g := *f
	g.Message = s.name + ": " + f.Message
	return &g
}

// advance moves to the next line.
func (s *stream) advance() error {
	l, err := s.in.Next()
	if errors.Is(err, io.EOF) {
		s.next = Line{}
		return nil
	}
	if err == nil {
		s.next = l
		s.lines = l.No
	}
	return err
}

// readHead reads the sections before the leaves.
func (s *stream) readHead(a *auditor) error {
	if err := s.advance(); err != nil {
		return err
	}
	var err error
	if s.header, err = s.next.header(); err != nil {
		return at(s.next.No, err)
	}
	for {
		if err := s.advance(); err != nil {
			return err
		}
		l := s.next
		switch l.Kind {
		case KindAgreement:
			name, text, err := l.agreement()
			if err != nil {
				return at(l.No, err)
			}
			s.texts = append(s.texts, textLine{name, text, seal.DigestOf([]byte(text))})
		case KindStatement:
			of, signed, err := l.statement()
			if err != nil {
				return at(l.No, err)
			}
			s.statements = append(s.statements, statementLine{of, append([]byte(nil), signed...), l.No})
		case KindLog:
			err = s.addLog(l)
		case KindCheckpoint:
			err = s.addCheckpoint(l)
		case KindSeen:
			var seen Seen
			if seen, err = l.seen(); err == nil {
				s.seen = append(s.seen, seenLine{Seen: seen, no: l.No})
			}
		default:
			return nil
		}
		if err != nil {
			return at(l.No, err)
		}
	}
}

func (s *stream) addLog(l Line) error {
	log, err := l.log()
	if err != nil {
		return err
	}
	if s.logs[log.Name] != nil {
		return malformed("the log %s is announced twice", log.Name)
	}
	if log.Party != s.header.Party {
		return malformed("a bundle of %s brings the log of %s: each party shows its own", s.header.Party, log.Party)
	}
	s.logs[log.Name] = newLogState(log)
	s.logOrder = append(s.logOrder, log.Name)
	return nil
}

func (s *stream) addCheckpoint(l Line) error {
	name, note, err := l.checkpoint()
	if err != nil {
		return err
	}
	log := s.logs[name]
	if log == nil || s.logOrder[len(s.logOrder)-1] != name {
		return malformed("a checkpoint of the log %s does not follow the line that announces it", name)
	}
	log.notes = append(log.notes, noteLine{note: note, no: l.No})
	return nil
}

// readLeaves reads the leaves; the logs are closed after it.
func (s *stream) readLeaves(a *auditor) error {
	for s.next.Kind == KindLeaves {
		name, start, raw, err := s.next.leaves()
		if err != nil {
			return at(s.next.No, err)
		}
		log := s.logs[name]
		if log == nil {
			return at(s.next.No, malformed("leaves of the log %s, which was not announced", name))
		}
		if err := log.addLeaves(start, raw); err != nil {
			return at(s.next.No, err)
		}
		if err := s.advance(); err != nil {
			return err
		}
	}
	for _, name := range s.logOrder {
		a.closeLog(s, s.logs[name])
	}
	return nil
}

// part is what one bundle says about one case.
type part struct {
	bundle *stream
	buf    []byte
	lines  []partLine
}

type partLine struct {
	kind     Kind
	no       int
	from, to int
}

func (p *part) line(i int) Line {
	l := p.lines[i]
	return Line{Kind: l.kind, No: l.no, Bytes: p.buf[l.from:l.to]}
}

// peekCase gives the key of the case that comes next.
func (s *stream) peekCase() (caseKey, bool, error) {
	if s.next.Kind != KindCase {
		return caseKey{}, false, nil
	}
	k, err := s.next.caseHead()
	if err != nil {
		return k, false, at(s.next.No, err)
	}
	return k, true, nil
}

// readCase copies the lines of the case that comes next into p.
func (s *stream) readCase(k caseKey, p *part) error {
	if s.key.id != "" && !s.key.less(k) {
		return at(s.next.No, malformed("the case %s is out of order: cases ascend by name", k.id))
	}
	s.key = k
	p.bundle, p.buf, p.lines = s, p.buf[:0], p.lines[:0]
	for {
		if err := s.advance(); err != nil {
			return err
		}
		l := s.next
		if l.Kind == KindCase || section(l.Kind) != section(KindCase) {
			return nil
		}
		if len(p.buf)+len(l.Bytes) > MaxCase {
			return at(l.No, fault.New(fault.TooLarge, "the case %s has more than %d bytes", k.id, MaxCase))
		}
		from := len(p.buf)
		p.buf = append(p.buf, l.Bytes...)
		p.lines = append(p.lines, partLine{l.Kind, l.No, from, len(p.buf)})
	}
}
