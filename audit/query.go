package audit

import (
	"slices"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// queryRun is the audit of one letter of questions with its answers.
type queryRun struct {
	a         *auditor
	b         *stream
	ct        *contract
	q         Query
	asked     *seal.Envelope
	reply     *seal.Envelope
	questions map[seal.Digest]*agreement.Query
	counts    Counts
}

func (a *auditor) auditQuery(b *stream, l Line) error {
	q, err := l.query()
	if err != nil {
		return at(l.No, err)
	}
	r := &queryRun{a: a, b: b, q: q, questions: map[seal.Digest]*agreement.Query{}}
	if r.asked, err = seal.DecodeEnvelope(q.Asked.Envelope); err != nil {
		r.find(fault.CodeOf(err), Breach, b.header.Party, "the questions on line %d cannot be read: %s", l.No, faultOf(err).Error())
		return nil
	}
	r.ct = a.contracts[r.asked.Agreement]
	if r.ct == nil || r.ct.model == nil {
		r.ct = nil
		r.find(NotJudged, Unverifiable, b.header.Party, "a query is under the text %s, which the bundles do not bring", r.asked.Agreement)
		return nil
	}
	r.opened()
	if r.letter(r.asked, &q.Asked, "questions", seal.LetterQuestions) {
		answers := r.answers()
		r.ask(answers)
	}
	a.col.count(func(n *Counts) { n.add(&r.counts) })
	return nil
}

func (r *queryRun) find(code fault.Code, s Severity, by agreement.PartyID, format string, args ...any) {
	f := Finding{Code: code, Severity: s, Party: by, Message: sprintf(format, args...)}
	if r.ct != nil {
		f.Agreement = r.ct.model.ID
	}
	if r.asked != nil {
		f.At = r.asked.Sent.Time
		f.Message += " (letter " + string(r.asked.Digest()) + ")"
		r.a.tally.say(r.a.opts.MaxFindings, letterKey{r.asked.Digest(), -1, code, by}, r.b.index, f)
		return
	}
	r.a.col.add(f)
}

// refuse reports an error of the engine about a question.
func (r *queryRun) refuse(err error, s Severity, by agreement.PartyID, nth int, rest string) {
	x := faultOf(err)
	f := Finding{
		Code: x.Code, Severity: s, Party: by, Agreement: r.ct.model.ID, Article: agreement.Article(x.Article), At: r.asked.Sent.Time,
		Message: sprintf("question %d: %s%s (letter %s)", nth, x.Message, rest, r.asked.Digest()),
	}
	for _, o := range r.q.Opened {
		if o.What == string(ledger.KindQuestion) && o.Nth == uint64(nth) {
			f.Log, f.Index = o.Log, index(o.Index)
		}
	}
	r.a.tally.say(r.a.opts.MaxFindings, letterKey{r.asked.Digest(), nth, f.Code, by}, r.b.index, f)
}

// letter verifies who signed, and the items while they are held.
func (r *queryRun) letter(e *seal.Envelope, l *Letter, what, kind string) bool {
	by := agreement.PartyID(e.From)
	var err error
	switch {
	case e.World != r.ct.model.World:
		err = fault.New(fault.WrongWorld, "they are marked %s, the agreement %s", worldName(e.World), worldName(r.ct.model.World))
	case e.Kind != kind:
		err = malformed("the letter is of the kind %s", e.Kind)
	case l.Items != nil:
		x := &seal.Letter{Envelope: *e, Items: l.Items, Signature: l.Signature}
		if uint64(len(l.Items)) != e.Count {
			err = malformed("the envelope counts %d items, %d are there", e.Count, len(l.Items))
			break
		}
		err = x.Verify(r.ct.ring, e.Sent.Time, seal.Expect{})
	default:
		_, err = seal.VerifyEnvelope(e, l.Signature, r.ct.ring, e.Sent.Time)
	}
	if err != nil {
		r.find(fault.CodeOf(err), Breach, by, "the %s do not count: %s", what, faultOf(err).Error())
		return false
	}
	r.counts.Letters++
	return true
}

// opened holds the openings against the log.
func (r *queryRun) opened() {
	for _, o := range r.q.Opened {
		var items [][]byte
		if o.What == string(ledger.KindQuestion) {
			items = r.q.Asked.Items
		} else if r.q.Reply != nil {
			items = r.q.Reply.Items
		}
		if items == nil {
			continue // what it opened is no longer held
		}
		ok := false
		if l := r.b.logs[o.Log]; l != nil && o.Nth < uint64(len(items)) {
			sum, _ := digestOf(items[o.Nth]).Sum()
			ok = l.holds(o.Index, ledger.Opening{Kind: ledger.Kind(o.What), Salt: o.Salt, Commitment: sum}.LeafHash())
		}
		if !ok {
			r.a.col.add(Finding{
				Code: LeafMissing, Severity: Breach, Party: r.b.header.Party, Agreement: r.ct.model.ID, Log: o.Log, Index: index(o.Index), At: r.asked.Sent.Time,
				Message: sprintf("the log does not hold item %d of a query (%s) where the bundle says it stands", o.Nth, o.What),
			})
		}
	}
}

// answers reads the reply; nil where there is none that counts.
func (r *queryRun) answers() map[seal.Digest]*seal.Answer {
	if r.q.Reply == nil {
		return nil
	}
	var err error
	if r.reply, err = seal.DecodeEnvelope(r.q.Reply.Envelope); err != nil {
		r.find(fault.CodeOf(err), Breach, r.b.header.Party, "the answers cannot be read: %s", faultOf(err).Error())
		return nil
	}
	by := agreement.PartyID(r.reply.From)
	if !r.letter(r.reply, r.q.Reply, "answers", seal.LetterAnswers) {
		return nil
	}
	if r.reply.Re != r.asked.Digest() || r.reply.From != r.asked.To || r.reply.To != r.asked.From || r.reply.Agreement != r.asked.Agreement {
		r.find(fault.Conflict, Breach, by, "the answers are to another letter")
		return nil
	}
	out := map[seal.Digest]*seal.Answer{}
	for _, item := range r.q.Reply.Items {
		x, err := seal.DecodeAnswer(item)
		if err != nil {
			r.find(fault.CodeOf(err), Breach, by, "an answer cannot be read: %s", faultOf(err).Error())
			continue
		}
		r.counts.Answers++
		out[x.Question] = x
	}
	return out
}

// ask judges every question, and what was answered to it.
func (r *queryRun) ask(answers map[seal.Digest]*seal.Answer) {
	asker, holder := agreement.PartyID(r.asked.From), agreement.PartyID(r.asked.To)
	m, sent := r.ct.model, r.asked.Sent.Time
	for nth, item := range r.q.Asked.Items {
		x, err := seal.DecodeQuestion(item)
		if err != nil {
			r.refuse(err, Breach, asker, nth, "")
			continue
		}
		r.counts.Questions++
		answer := answers[digestOf(item)]
		reg := m.Register(agreement.RegisterID(x.Register))
		var q *agreement.Query
		if reg != nil {
			q = reg.Query(agreement.QueryID(x.Query))
		}
		switch {
		case q == nil:
			err = fault.New(fault.NoSuchStep, "the agreement has no query %q of a register %q", x.Query, x.Register)
		case !slices.Contains(reg.Holders, holder):
			err = fault.Refuse(fault.WrongSide, string(reg.Article), "%s does not hold the register %s", holder, reg.ID)
		default:
			who := casework.Actor{Party: asker, Role: agreement.RoleID(x.Role), Person: casework.Pseudonym(x.Person)}
			err = r.ct.trusting().MayAsk(m, q, who, holder, agreement.PurposeID(x.Purpose), sent)
		}
		if err == nil {
			err = onlyOn(q, x)
		}
		if err == nil && answer != nil && answer.Refused == nil {
			r.a.stands.question(r.a, r.ct, q, asker, holder, sent)
		}
		refused := answer != nil && answer.Refused != nil
		switch {
		case err != nil && refused:
			continue // asked without leave, and refused: as it should be
		case err != nil && answer != nil:
			r.refuse(err, Breach, asker, nth, ", and "+string(holder)+" answered it")
			continue
		case err != nil:
			r.refuse(err, Irregular, asker, nth, "")
			continue
		}
		r.trace(reg, q, nth, asker)
		if !refused {
			r.a.tally.question(r, reg, q, asker)
		}
		if answer != nil {
			r.revealed(reg, q, answer, nth, holder, asker)
			if len(answer.Hits) > 0 && q.Opens != "" {
				r.a.tally.hit(r, reg, q, digestOf(item), nth, len(answer.Hits), asker)
			}
		}
	}
}

// onlyOn: a question compares the fields that the clause names.
func onlyOn(q *agreement.Query, x *seal.Question) error {
	for _, match := range x.Match {
		if !slices.Contains(q.On, agreement.FieldID(match.Field)) {
			return fault.Refuse(fault.FieldUnknown, string(q.Article), "the question compares %q, which the clause does not name", match.Field)
		}
	}
	return nil
}

// trace finds questions that are held longer than the clause lets them.
func (r *queryRun) trace(reg *agreement.Register, q *agreement.Query, nth int, asker agreement.PartyID) {
	if q.Keep.IsZero() {
		return
	}
	due := r.ct.model.After(q.Keep, r.asked.Sent.Time)
	if r.b.header.Made.After(due.Add(r.a.opts.Destroy)) {
		r.a.col.add(Finding{
			Code: KeptTooLong, Severity: Breach, Party: r.b.header.Party, Agreement: r.ct.model.ID, Article: q.Article, At: due,
			Message: sprintf("%s still holds question %d of %s/%s by %s, whose trace was to be kept until %s (letter %s)",
				r.b.header.Party, nth, reg.ID, q.ID, asker, formatTime(due), r.asked.Digest()),
		})
	}
}

// revealed holds what a hit gave away against what the clause lets it.
func (r *queryRun) revealed(reg *agreement.Register, q *agreement.Query, answer *seal.Answer, nth int, holder, asker agreement.PartyID) {
	for _, hit := range answer.Hits {
		for _, text := range hit.Reveals {
			d, err := seal.ParseDisclosure(text)
			if err != nil {
				r.refuse(err, Breach, holder, nth, "")
				continue
			}
			if !slices.Contains(q.Reveals, agreement.FieldID(d.Field)) {
				r.refuse(fault.Refuse(BeyondReveals, string(q.Article), "the answer reveals %q, which %s does not let a hit reveal", d.Field, q.ID), Breach, holder, nth, "")
			}
		}
	}
}
