package node

import (
	"bytes"
	"slices"
	"time"

	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/keystore"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// answerWindow is how far in the letters' own time a question and its answer may lie apart: the clocks of two
// nodes differ by MaxSkew at most, and nobody waits for an answer for longer than a minute.
const answerWindow = time.Minute

// pairing brings questions and answers together while the letters go by in the order of their instants. Either
// may come first, since each side dates its own.
type pairing struct {
	answers   map[seal.Digest]seal.Digest // by the letter that they answer
	questions map[seal.Digest]bool
	order     []waitingLetter // both, oldest first, to forget what waited too long
}

type waitingLetter struct {
	letter, re seal.Digest // re "": a question
	sent       store.Micros
}

// letters writes every letter of questions with its answer. The rows are read once, in order; only the names of
// letters that are not paired yet are kept.
func (x *evidence) letters() error {
	p := pairing{answers: map[seal.Digest]seal.Digest{}, questions: map[seal.Digest]bool{}}
	window := store.Micros((answerWindow + 2*x.n.cfg.MaxSkew).Microseconds())
	at := store.ListEnvelopesParams{Agreement: x.d.textHash, MaxRows: evidencePage}
	for {
		page, err := x.tx.ListEnvelopes(x.ctx, at)
		if err != nil {
			return err
		}
		for _, e := range page {
			if err := x.forgetUntil(&p, e.Sent-window); err != nil {
				return err
			}
			if err := x.pair(&p, e); err != nil {
				return err
			}
		}
		if len(page) < evidencePage {
			break
		}
		last := page[len(page)-1]
		at.After, at.AfterDigest = last.Sent, last.Digest
	}
	return x.forgetUntil(&p, 1<<62)
}

func (x *evidence) pair(p *pairing, e store.Envelope) error {
	switch e.Kind {
	case seal.LetterQuestions:
		if answer, ok := p.answers[e.Digest]; ok {
			delete(p.answers, e.Digest)
			return x.query(e, answer)
		}
		p.questions[e.Digest] = true
		p.wait(waitingLetter{letter: e.Digest, sent: e.Sent})
	case seal.LetterAnswers:
		if p.questions[e.Re] {
			delete(p.questions, e.Re)
			q, err := x.tx.GetEnvelope(x.ctx, e.Re)
			if err != nil {
				return err
			}
			return x.query(q, e.Digest)
		}
		p.answers[e.Re] = e.Digest
		p.wait(waitingLetter{letter: e.Digest, re: e.Re, sent: e.Sent})
	}
	return nil
}

// wait puts a letter at the end of the queue, and clears out those that are paired when they are most of it.
func (p *pairing) wait(w waitingLetter) {
	if live := len(p.questions) + len(p.answers); len(p.order) > 1000+4*live {
		p.order = slices.DeleteFunc(p.order, func(o waitingLetter) bool {
			return o.re == "" && !p.questions[o.letter] || o.re != "" && p.answers[o.re] != o.letter
		})
	}
	p.order = append(p.order, w)
}

// forgetUntil writes the questions that nobody answered in time, as such.
func (x *evidence) forgetUntil(p *pairing, t store.Micros) error {
	for len(p.order) > 0 && p.order[0].sent < t {
		w := p.order[0]
		p.order = p.order[1:]
		if w.re != "" {
			delete(p.answers, w.re)
			continue
		}
		if !p.questions[w.letter] {
			continue
		}
		delete(p.questions, w.letter)
		q, err := x.tx.GetEnvelope(x.ctx, w.letter)
		if err != nil {
			return err
		}
		if err := x.query(q, ""); err != nil {
			return err
		}
	}
	return nil
}

// query writes one letter of questions, with its answer where there is one.
func (x *evidence) query(e store.Envelope, answer seal.Digest) error {
	q := audit.Query{Way: audit.Received}
	if e.Direction == store.Outgoing {
		q.Way = audit.Sent
	}
	var err error
	if q.Asked, err = x.letter(e); err != nil {
		return err
	}
	if q.Opened, err = x.openedBy(letterRef(e.Sent, e.Digest), ledger.KindQuestion); err != nil {
		return err
	}
	if answer != "" {
		a, err := x.tx.GetEnvelope(x.ctx, answer)
		if err != nil {
			return err
		}
		reply, err := x.letter(a)
		if err != nil {
			return err
		}
		opened, err := x.openedBy(letterRef(a.Sent, a.Digest), ledger.KindAnswer)
		if err != nil {
			return err
		}
		q.Reply, q.Opened = &reply, append(q.Opened, opened...)
	}
	return x.w.Query(q)
}

// letter takes a kept letter apart again: the signed head, and the items while their trace lives.
func (x *evidence) letter(e store.Envelope) (audit.Letter, error) {
	head, signature, ok := bytes.Cut(e.Head, []byte{'\n'})
	if !ok {
		return audit.Letter{}, fault.New(fault.Internal, "the head of the letter %s is damaged", e.Digest)
	}
	l := audit.Letter{Envelope: head, Signature: string(signature)}
	if len(e.Items) == 0 {
		return l, nil
	}
	plain, err := x.n.vault.Decrypt(keystore.Compartment(e.Compartment), []byte(e.Digest), e.Items)
	if err != nil {
		if fault.CodeOf(err) != fault.Erased { // else its key is gone, and the row goes next
			x.n.log.Error("a letter is damaged and its items left out of the evidence", "letter", e.Digest, "err", err)
		}
		return l, nil
	}
	l.Items = bytes.Split(bytes.TrimSuffix(plain, []byte{'\n'}), []byte{'\n'})
	return l, nil
}
