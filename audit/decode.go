package audit

import (
	"encoding/base64"
	"strconv"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

func itoa(n int) string { return strconv.Itoa(n) }

// fields decodes the members of one line in turn; the first error stays.
type fields struct {
	raw [10][]byte
	err error
}

func open(b []byte, names ...string) *fields {
	f := &fields{}
	f.err = cut(b, names, f.raw[:len(names)])
	return f
}

func (f *fields) text(i int) (s string) {
	if f.err == nil {
		s, f.err = textOf(f.raw[i])
	}
	return s
}

func (f *fields) number(i int) (n uint64) {
	if f.err == nil {
		n, f.err = numberOf(f.raw[i])
	}
	return n
}

func (f *fields) texts(i int) (list []string) {
	if f.err == nil {
		list, f.err = textsOf(f.raw[i])
	}
	return list
}

// object gives a nested object's bytes; null gives nil.
func (f *fields) object(i int, nullable bool) []byte {
	if f.err != nil || (nullable && isNull(f.raw[i])) {
		return nil
	}
	if len(f.raw[i]) == 0 || f.raw[i][0] != '{' {
		f.err = malformed("an object is expected")
		return nil
	}
	return f.raw[i]
}

func (f *fields) way(i int) Way {
	w := Way(f.text(i))
	if f.err == nil && w != Sent && w != Received {
		f.err = malformed("%q is neither %q nor %q", string(w), string(Sent), string(Received))
	}
	return w
}

func (f *fields) opened(i int) (list []Opening) {
	if f.err != nil {
		return nil
	}
	f.err = each(f.raw[i], func(v []byte) error {
		m := open(v, "index", "log", "nth", "salt", "what")
		o := Opening{Index: m.number(0), Log: m.text(1), Nth: m.number(2), What: m.text(4)}
		if m.err != nil {
			return m.err
		}
		salt, err := bytesOf(m.raw[3], base64.RawURLEncoding)
		if err != nil {
			return err
		}
		if copy(o.Salt[:], salt) != 16 || len(salt) != 16 {
			return malformed("the salt of a leaf has 16 bytes")
		}
		list = append(list, o)
		return nil
	})
	return list
}

func (l Line) header() (Header, error) {
	f := open(l.Bytes, "kind", "made", "of", "party", "type", "world")
	h := Header{Party: agreement.PartyID(f.text(3)), World: f.text(5)}
	for _, s := range f.texts(2) {
		h.Agreements = append(h.Agreements, seal.Digest(s))
	}
	if t := f.text(4); f.err == nil && t != FormatEvidence {
		f.err = fault.New(fault.Malformed, "the bundle is of the format %q", t).
			Mend("this program reads %s", FormatEvidence)
	}
	if f.err == nil {
		h.Made, f.err = timeOf(f.raw[1])
	}
	if f.err == nil && h.World != agreement.WorldReal && h.World != agreement.WorldExercise {
		f.err = malformed("%q is no world", h.World)
	}
	return h, f.err
}

func (l Line) agreement() (name, text string, err error) {
	f := open(l.Bytes, "kind", "name", "text")
	return f.text(1), f.text(2), f.err
}

func (l Line) statement() (of seal.Digest, signed []byte, err error) {
	f := open(l.Bytes, "kind", "of", "signed")
	return seal.Digest(f.text(1)), f.object(2, false), f.err
}

func (l Line) log() (Log, error) {
	f := open(l.Bytes, "kind", "name", "of", "party", "size")
	return Log{Name: f.text(1), Agreement: seal.Digest(f.text(2)), Party: agreement.PartyID(f.text(3)), Size: f.number(4)}, f.err
}

func (l Line) checkpoint() (name, note string, err error) {
	f := open(l.Bytes, "kind", "name", "note")
	return f.text(1), f.text(2), f.err
}

func (l Line) seen() (Seen, error) {
	f := open(l.Bytes, "kind", "name", "note", "proof", "when")
	s := Seen{Log: f.text(1), Note: f.text(2)}
	if f.err == nil {
		f.err = each(f.raw[3], func(v []byte) error {
			b, err := bytesOf(v, base64.RawURLEncoding)
			if err == nil && len(b) != 32 {
				err = malformed("a hash of a proof has 32 bytes")
			}
			if err != nil {
				return err
			}
			s.Proof = append(s.Proof, [32]byte(b))
			return nil
		})
	}
	if f.err == nil {
		s.When, f.err = timeOf(f.raw[4])
	}
	return s, f.err
}

// leaves gives the raw hashes, 32 bytes each.
func (l Line) leaves() (name string, start uint64, raw []byte, err error) {
	f := open(l.Bytes, "kind", "name", "start", "value")
	name, start = f.text(1), f.number(2)
	if f.err != nil {
		return "", 0, nil, f.err
	}
	raw, err = bytesOf(f.raw[3], base64.RawURLEncoding)
	if err == nil && (len(raw)%32 != 0 || len(raw) == 0 || len(raw) > 32*MaxLeavesOnLine) {
		err = malformed("a line of leaves holds 1 to %d hashes of 32 bytes", MaxLeavesOnLine)
	}
	return name, start, raw, err
}

func (l Line) caseHead() (caseKey, error) {
	f := open(l.Bytes, "kind", "name", "of")
	id, of := casework.CaseID(f.text(1)), seal.Digest(f.text(2))
	if f.err == nil && !validCase(id) {
		f.err = malformed("a case is named by 32 lower-case hex digits")
	}
	return keyOf(id, of), f.err
}

func validCase(id casework.CaseID) bool {
	if len(id) != 32 {
		return false
	}
	for _, c := range []byte(id) {
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

func (l Line) entry() (Entry, error) {
	f := open(l.Bytes, "kind", "opened", "receipt", "relay", "signed")
	return Entry{Opened: f.opened(1), Receipt: f.object(2, false), Relay: f.object(3, true), Signed: f.object(4, false)}, f.err
}

func (l Line) disclosure() (number uint64, value string, err error) {
	f := open(l.Bytes, "kind", "number", "value")
	return f.number(1), f.text(2), f.err
}

func (l Line) delivery() (Delivery, error) {
	f := open(l.Bytes, "kind", "number", "party", "sealed", "values", "way", "when")
	d := Delivery{
		Number: f.number(1), Party: agreement.PartyID(f.text(2)), Sealed: seal.Digest(f.text(3)),
		Values: f.texts(4), Way: f.way(5),
	}
	if f.err == nil {
		d.When, f.err = timeOf(f.raw[6])
	}
	return d, f.err
}

func (l Line) pending() (Pending, error) {
	f := open(l.Bytes, "kind", "opened", "relay", "signed")
	return Pending{Opened: f.opened(1), Relay: f.object(2, true), Signed: f.object(3, false)}, f.err
}

func (l Line) refused() (Refused, error) {
	f := open(l.Bytes, "kind", "opened", "refusal", "signed")
	return Refused{Opened: f.opened(1), Refusal: f.object(2, false), Signed: f.object(3, false)}, f.err
}

func (l Line) verdict() (v Verdict, opened []Opening, err error) {
	f := open(l.Bytes, "kind", "opened", "verdict")
	opened = f.opened(1)
	inner := f.object(2, false)
	if f.err != nil {
		return v, nil, f.err
	}
	m := open(inner, "agreement", "case", "head", "made", "model", "number", "party", "result", "type")
	v = Verdict{
		Agreement: seal.Digest(m.text(0)), Case: casework.CaseID(m.text(1)), Head: seal.Digest(m.text(2)),
		Model: seal.Digest(m.text(4)), Number: m.number(5), Party: agreement.PartyID(m.text(6)), Result: m.text(7),
	}
	if t := m.text(8); m.err == nil && t != FormatVerdict {
		m.err = malformed("a verdict is of type %s", FormatVerdict)
	}
	if m.err == nil {
		v.Made, m.err = timeOf(m.raw[3])
	}
	return v, opened, m.err
}

func (l Line) query() (Query, error) {
	f := open(l.Bytes, "kind", "letter", "opened", "reply", "way")
	q := Query{Opened: f.opened(2), Way: f.way(4)}
	if asked := f.object(1, false); f.err == nil {
		q.Asked, f.err = letterOf(asked)
	}
	if reply := f.object(3, true); f.err == nil && reply != nil {
		var r Letter
		r, f.err = letterOf(reply)
		q.Reply = &r
	}
	return q, f.err
}

func letterOf(b []byte) (Letter, error) {
	f := open(b, "envelope", "items", "signature")
	l := Letter{Envelope: f.object(0, false), Signature: f.text(2)}
	if f.err != nil || isNull(f.raw[1]) {
		return l, f.err
	}
	l.Items = [][]byte{}
	return l, each(f.raw[1], func(v []byte) error {
		l.Items = append(l.Items, v)
		return nil
	})
}
