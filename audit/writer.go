package audit

import (
	"bufio"
	"crypto/sha256"
	"encoding/base64"
	"hash"
	"io"

	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// Writer writes an evidence bundle, line by line, in the order of the sections: agreement texts,
// statements, logs each with its checkpoints, other parties' checkpoints, leaves, cases in the
// order of CaseLess, queries. It refuses a line out of its place. It keeps nothing but a buffer.
type Writer struct {
	out    *bufio.Writer
	sum    hash.Hash
	buf    []byte
	lines  uint64
	last   int // section
	rank   int // within a case
	closed bool
	log    string // the last log announced
	head   caseKey
	number uint64
	leaves map[string]*leafCount
}

type leafCount struct{ size, written uint64 }

// NewWriter begins a bundle with its header.
func NewWriter(w io.Writer, h Header) (*Writer, error) {
	bw := &Writer{out: bufio.NewWriterSize(w, 1<<18), sum: sha256.New(), leaves: map[string]*leafCount{}}
	b := appendTime(bw.begin(KindHeader), "made", h.Made)
	b = appendDigests(b, "of", h.Agreements)
	b = appendText(b, "party", string(h.Party))
	b = appendText(b, "type", FormatEvidence)
	b = appendText(b, "world", h.World)
	return bw, bw.put(KindHeader, b)
}

func (w *Writer) begin(k Kind) []byte { return appendKind(w.buf[:0], k) }

// put ends the line, checks its place and writes it.
func (w *Writer) put(k Kind, b []byte) error {
	b = append(b, '}', '\n')
	w.buf = b[:0]
	if w.closed {
		return fault.New(fault.Internal, "the bundle is closed")
	}
	if len(b) > MaxLine {
		return fault.New(fault.TooLarge, "a line of kind %s has %d bytes; at most %d are allowed", k, len(b), MaxLine)
	}
	s := section(k)
	if s < w.last || (k != KindHeader && w.last == 0) {
		return fault.New(fault.Internal, "a line of kind %s comes too late in the bundle", k)
	}
	w.last = s
	w.lines++
	w.sum.Write(b)
	if _, err := w.out.Write(b); err != nil {
		return fault.New(fault.Internal, "the bundle cannot be written").Wrap(err)
	}
	return nil
}

// Agreement writes an agreement's text; name is its file name, for the compiler's findings.
func (w *Writer) Agreement(name string, text []byte) error {
	if !validText(string(text)) {
		return malformed("the agreement's text is not UTF-8")
	}
	b := appendText(w.begin(KindAgreement), "name", name)
	return w.put(KindAgreement, appendText(b, "text", string(text)))
}

// Statement writes a signed statement, as canonical bytes, that belongs to an agreement.
func (w *Writer) Statement(of seal.Digest, signed []byte) error {
	b := appendText(w.begin(KindStatement), "of", string(of))
	return w.put(KindStatement, appendRaw(b, "signed", signed))
}

// Log announces one of the party's own logs; its checkpoints come next.
func (w *Writer) Log(l Log) error {
	w.leaves[l.Name] = &leafCount{size: l.Size}
	w.log = l.Name
	b := appendText(w.begin(KindLog), "name", l.Name)
	b = appendText(b, "of", string(l.Agreement))
	b = appendText(b, "party", string(l.Party))
	return w.put(KindLog, appendNumber(b, "size", l.Size))
}

// Checkpoint writes a checkpoint of the log announced last, with the cosignatures it collected, in
// the order of size.
func (w *Writer) Checkpoint(note string) error {
	b := appendText(w.begin(KindCheckpoint), "name", w.log)
	return w.put(KindCheckpoint, appendText(b, "note", note))
}

// Seen writes another party's checkpoint, those of one log together and in the order of size.
func (w *Writer) Seen(s Seen) error {
	b := appendText(w.begin(KindSeen), "name", s.Log)
	b = appendText(b, "note", s.Note)
	b = append(appendName(b, "proof"), '[')
	for i, h := range s.Proof {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '"')
		b = base64.RawURLEncoding.AppendEncode(b, h[:])
		b = append(b, '"')
	}
	b = append(b, ']')
	return w.put(KindSeen, appendTime(b, "when", s.When))
}

// Leaves writes the next leaf hashes of an announced log, any number at once.
func (w *Writer) Leaves(log string, hashes [][32]byte) error {
	count := w.leaves[log]
	if count == nil {
		return fault.New(fault.Internal, "leaves of a log that was not announced: %s", log)
	}
	for len(hashes) > 0 {
		n := min(len(hashes), MaxLeavesOnLine)
		b := appendText(w.begin(KindLeaves), "name", log)
		b = appendNumber(b, "start", count.written)
		b = append(appendName(b, "value"), '"')
		raw := make([]byte, 0, n*32)
		for _, h := range hashes[:n] {
			raw = append(raw, h[:]...)
		}
		b = append(base64.RawURLEncoding.AppendEncode(b, raw), '"')
		if err := w.put(KindLeaves, b); err != nil {
			return err
		}
		count.written += uint64(n)
		hashes = hashes[n:]
	}
	return nil
}

// Case begins a case. An agreement's own case comes before all others of any agreement; the others
// follow in the order of their IDs (see CaseLess).
func (w *Writer) Case(id casework.CaseID, of seal.Digest) error {
	k := keyOf(id, of)
	if w.head.id != "" && !w.head.less(k) {
		return fault.New(fault.Internal, "the case %s is out of order", id)
	}
	w.head, w.rank, w.number = k, 0, 0
	b := appendText(w.begin(KindCase), "name", string(id))
	return w.inCase(KindCase, appendText(b, "of", string(of)))
}

func (w *Writer) inCase(k Kind, b []byte) error {
	r := withinCase(k)
	if w.head.id == "" || r < w.rank {
		return fault.New(fault.Internal, "a line of kind %s is out of its place in the case", k)
	}
	w.rank = r
	return w.put(k, b)
}

// Entry writes the next entry of the case, in the order of its number.
func (w *Writer) Entry(e Entry) error {
	w.number++
	b := appendOpened(w.begin(KindEntry), e.Opened)
	b = appendRaw(b, "receipt", e.Receipt)
	b = appendRaw(b, "relay", e.Relay)
	return w.inCase(KindEntry, appendRaw(b, "signed", e.Signed))
}

// Disclosure writes a disclosure that the act with this number gives and the bundle's party holds.
func (w *Writer) Disclosure(number uint64, disclosure string) error {
	b := appendNumber(w.begin(KindDisclosure), "number", number)
	return w.inCase(KindDisclosure, appendText(b, "value", disclosure))
}

// Delivery writes that fields of the act with this number went to, or came from, another node.
func (w *Writer) Delivery(d Delivery) error {
	b := appendNumber(w.begin(KindDelivery), "number", d.Number)
	b = appendText(b, "party", string(d.Party))
	b = appendText(b, "sealed", string(d.Sealed))
	b = appendStrings(b, "values", d.Values)
	b = appendText(b, "way", string(d.Way))
	return w.inCase(KindDelivery, appendTime(b, "when", d.When))
}

// Pending writes an act that home has not answered.
func (w *Writer) Pending(p Pending) error {
	b := appendOpened(w.begin(KindPending), p.Opened)
	b = appendRaw(b, "relay", p.Relay)
	return w.inCase(KindPending, appendRaw(b, "signed", p.Signed))
}

// Refused writes an act that home refused.
func (w *Writer) Refused(r Refused) error {
	b := appendOpened(w.begin(KindRefused), r.Opened)
	b = appendRaw(b, "refusal", r.Refusal)
	return w.inCase(KindRefused, appendRaw(b, "signed", r.Signed))
}

// Verdict writes what the party logged before it destroyed what the case's replay reads.
func (w *Writer) Verdict(v *Verdict, opened []Opening) error {
	b := appendOpened(w.begin(KindVerdict), opened)
	return w.inCase(KindVerdict, appendRaw(b, "verdict", v.Encode()))
}

// Query writes a letter of questions with its answer.
func (w *Writer) Query(q Query) error {
	b := appendLetter(w.begin(KindQuery), "letter", &q.Asked)
	b = appendOpened(b, q.Opened)
	b = appendLetter(b, "reply", q.Reply)
	return w.put(KindQuery, appendText(b, "way", string(q.Way)))
}

// Close writes the last line. Without it a reader calls the bundle truncated.
func (w *Writer) Close() error {
	for name, c := range w.leaves {
		if c.written != c.size {
			return fault.New(fault.Internal, "the log %s was announced with %d leaves; %d were written", name, c.size, c.written)
		}
	}
	b := appendNumber(w.begin(KindEnd), "lines", w.lines)
	b = appendText(b, "sum", string(digestText(w.sum.Sum(nil))))
	if err := w.put(KindEnd, b); err != nil {
		return err
	}
	w.closed = true
	if err := w.out.Flush(); err != nil {
		return fault.New(fault.Internal, "the bundle cannot be written").Wrap(err)
	}
	return nil
}

func digestText(sum []byte) seal.Digest {
	return seal.Digest("sha256:" + base64.RawURLEncoding.EncodeToString(sum))
}
