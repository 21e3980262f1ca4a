package synth

import (
	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// Query is a letter of one question with its answer.
type Query struct {
	From, To agreement.PartyID
	Asked    *seal.Letter
	Reply    *seal.Letter
	opened   map[agreement.PartyID][]audit.Opening
}

// Ask sends a question and its answer; reveals are the fields of a hit, nil for no hit.
func (w *World) Ask(from, to agreement.PartyID, q seal.Question, reveals map[string]any) error {
	q.Nonce = w.nonce()
	item := q.Encode()
	e := seal.Envelope{
		Agreement: w.Digest, From: string(from), Kind: seal.LetterQuestions, Nonce: w.nonce(), Sent: seal.TimeOf(w.Now), To: string(to), World: w.Model.World,
	}
	asked, err := seal.BuildLetter(e, [][]byte{item}, w.Nodes[from].Sign)
	if err != nil {
		return err
	}
	answer := seal.Answer{Nonce: w.nonce(), Question: seal.DigestOf(item)}
	if reveals != nil {
		hit := seal.Hit{Entry: "entry-1", Version: "v1"}
		for f, v := range reveals {
			d, _, err := seal.Commit(f, v, w.random)
			if err != nil {
				return err
			}
			text, err := d.Text()
			if err != nil {
				return err
			}
			hit.Reveals = append(hit.Reveals, text)
		}
		answer.Hits = []seal.Hit{hit}
	}
	e.From, e.To, e.Kind, e.Re, e.Nonce = string(to), string(from), seal.LetterAnswers, asked.Digest(), w.nonce()
	reply, err := seal.BuildLetter(e, [][]byte{answer.Encode()}, w.Nodes[to].Sign)
	if err != nil {
		return err
	}
	x := &Query{From: from, To: to, Asked: asked, Reply: reply, opened: map[agreement.PartyID][]audit.Opening{}}
	for _, p := range []agreement.PartyID{from, to} {
		x.opened[p] = []audit.Opening{
			w.append(p, ledger.KindQuestion, seal.DigestOf(item)), w.append(p, ledger.KindAnswer, answer.Digest()),
		}
	}
	w.Queries = append(w.Queries, x)
	return nil
}

// Question is the usual one.
func Question(number string) seal.Question {
	return seal.Question{
		Match: []seal.Match{{Field: "number", Value: number}}, Person: "p-officer", Purpose: "border-control", Query: "document",
		Register: "documents", Role: "officer",
	}
}
