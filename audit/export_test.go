package audit

import (
	"encoding/base64"
	"errors"
	"io"
)

// Rewrite decodes every line of a bundle and writes it anew, so that a test can hold the two together.
func Rewrite(in io.Reader, out io.Writer) error {
	r := NewReader(in)
	first, err := r.Next()
	if err != nil {
		return err
	}
	h, err := first.header()
	if err != nil {
		return err
	}
	w, err := NewWriter(out, h)
	if err != nil {
		return err
	}
	for {
		l, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = rewriteLine(w, l)
		}
		if err != nil {
			return err
		}
	}
}

func rewriteLine(w *Writer, l Line) error {
	switch l.Kind {
	case KindAgreement:
		name, text, err := l.agreement()
		return then(err, func() error { return w.Agreement(name, []byte(text)) })
	case KindStatement:
		of, signed, err := l.statement()
		return then(err, func() error { return w.Statement(of, signed) })
	case KindLog:
		x, err := l.log()
		return then(err, func() error { return w.Log(x) })
	case KindCheckpoint:
		name, note, err := l.checkpoint()
		return then(err, func() error { w.log = name; return w.Checkpoint(note) })
	case KindSeen:
		x, err := l.seen()
		return then(err, func() error { return w.Seen(x) })
	case KindLeaves:
		name, start, raw, err := l.leaves()
		return then(err, func() error {
			b := appendNumber(appendText(w.begin(KindLeaves), "name", name), "start", start)
			b = append(base64.RawURLEncoding.AppendEncode(append(appendName(b, "value"), '"'), raw), '"')
			return w.put(KindLeaves, b)
		})
	case KindCase:
		k, err := l.caseHead()
		return then(err, func() error { w.head = caseKey{}; return w.Case(k.id, k.of) })
	case KindQuery:
		x, err := l.query()
		return then(err, func() error { return w.Query(x) })
	case KindEnd:
		w.leaves = nil
		return w.Close()
	}
	return rewriteInCase(w, l)
}

func rewriteInCase(w *Writer, l Line) error {
	switch l.Kind {
	case KindEntry:
		x, err := l.entry()
		return then(err, func() error { return w.Entry(x) })
	case KindDisclosure:
		n, value, err := l.disclosure()
		return then(err, func() error { return w.Disclosure(n, value) })
	case KindDelivery:
		x, err := l.delivery()
		return then(err, func() error { return w.Delivery(x) })
	case KindPending:
		x, err := l.pending()
		return then(err, func() error { return w.Pending(x) })
	case KindRefused:
		x, err := l.refused()
		return then(err, func() error { return w.Refused(x) })
	case KindVerdict:
		v, opened, err := l.verdict()
		return then(err, func() error { return w.Verdict(&v, opened) })
	}
	return malformed("%q was not expected", string(l.Kind))
}

func then(err error, do func() error) error {
	if err != nil {
		return err
	}
	return do()
}
