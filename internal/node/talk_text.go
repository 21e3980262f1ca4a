package node

import (
	"context"
	"slices"
	"strconv"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/negotiation"
	"github.com/entente-net/entente/seal"
)

// DraftInForce names the text that an amendment changes, where a version of a negotiation is asked for.
const DraftInForce = "in-force"

// DraftVersion is one text of a negotiation.
type DraftVersion struct {
	Number int               // 0: the text in force that is amended
	Name   string            // as people name it: negotiation.Short of the dispatch; DraftInForce
	Author agreement.PartyID // "" of the text in force
	Sent   time.Time
	Words  string
	Hash   seal.Digest

	Text     []byte           // of Draft alone, as what follows
	Model    *agreement.Model // nil where it does not compile
	Findings agreement.Findings
}

// actOf says what a dispatch does, in its parts and in words.
func actOf(s *negotiation.State, x *negotiation.Said, why string) NegotiationAct {
	a := NegotiationAct{
		Party: agreement.PartyID(x.Party), Number: x.Number, Sent: x.Sent.Time, Says: s.Sentence(x), Why: why, Kind: x.Kind, From: x.From, To: x.To,
	}
	if v := s.Version(x.Digest); v != nil {
		a.Version = v.Number
	} else if len(x.On) > 0 {
		if v := s.Version(x.On[0]); v != nil {
			a.Version = v.Number
		}
	}
	for _, p := range x.Articles {
		a.Articles = append(a.Articles, agreement.Article(p.Article))
	}
	if x.Article != "" {
		a.Articles = append(a.Articles, agreement.Article(x.Article))
	}
	if b := s.Bracket(x.Bracket); b != nil {
		a.Whose, a.From, a.To = b.Party, b.From, b.To
		a.Articles = append(a.Articles, b.Article)
	}
	if x.Kind == seal.DispatchComment {
		a.To = x.Words
	}
	return a
}

func draftLine(s *negotiation.State, v *negotiation.Version) DraftVersion {
	d := DraftVersion{Number: v.Number, Name: negotiation.Short(v.Dispatch), Author: v.Author, Words: v.Words, Hash: v.Hash}
	for _, x := range s.History() {
		if x.Digest == v.Dispatch {
			d.Sent = x.Sent.Time
		}
	}
	return d
}

// Draft gives one text of a negotiation, with its model and findings: the current one (""), one by its number or name, or
// DraftInForce, the text that is amended.
func (n *Node) Draft(ctx context.Context, who Who, name, version string) (*DraftVersion, error) {
	if err := mayNegotiate(who); err != nil {
		return nil, err
	}
	id, err := n.theTalk(name)
	if err != nil {
		return nil, err
	}
	var out *DraftVersion
	return out, n.withTalk(ctx, id, func(t *talk) error {
		s := t.s
		if version == DraftInForce {
			base := n.baseOf(&s.Opening)
			if s.Base == nil || base == nil {
				return fault.New(fault.NotFound, "this negotiation amends no text that is here").Mend("compare two of its versions")
			}
			out = &DraftVersion{Name: DraftInForce, Hash: seal.DigestOf(base), Text: base, Model: s.Base}
			return nil
		}
		v := s.Current()
		if version != "" {
			all := slices.DeleteFunc(s.Versions(), func(v *negotiation.Version) bool {
				return strconv.Itoa(v.Number) != version && !negotiation.Named(v.Dispatch, version)
			})
			if len(all) == 0 {
				return fault.New(fault.NotFound, "the negotiation has no version %q", clip(version, 80)).Mend("choose one of the list of versions")
			}
			if len(all) > 1 {
				return fault.New(fault.Invalid, "several versions are called %q", clip(version, 80)).Mend("give the beginning of its name in the list of versions")
			}
			v = all[0]
		}
		d := draftLine(s, v)
		d.Text = v.Text
		d.Model, d.Findings = v.Model()
		out = &d
		return nil
	})
}

// TryDraft compiles a text that nobody has said yet, with its own examples, and holds it to the red lines. Nothing of it is kept.
func (n *Node) TryDraft(ctx context.Context, who Who, text []byte) (*DraftVersion, []RedLineState, error) {
	if err := mayNegotiate(who); err != nil {
		return nil, nil, err
	}
	v, err := negotiation.Read(text)
	if err != nil {
		return nil, nil, err
	}
	d := &DraftVersion{Hash: v.Hash, Text: text}
	d.Model, d.Findings = v.Model()
	rows, err := n.redLines(ctx)
	if err != nil {
		return nil, nil, err
	}
	var lines []RedLineState
	for _, r := range rows {
		s := RedLineState{Name: r.Name, Condition: r.Condition, Words: r.Words}
		line, err := negotiation.NewRedLine(r.Name, r.Condition, r.Words)
		if err != nil { // another version of the software took it
			s.Outcome, s.Why = negotiation.Unclear, err.Error()
		} else {
			s.Outcome, s.Why = line.Check(v)
		}
		lines = append(lines, s)
	}
	return d, lines, nil
}

// Progress holds a negotiation to a playbook, which is kept nowhere.
func (n *Node) Progress(ctx context.Context, who Who, name string, book *negotiation.Playbook) ([]negotiation.Progress, error) {
	if err := mayNegotiate(who); err != nil {
		return nil, err
	}
	id, err := n.theTalk(name)
	if err != nil {
		return nil, err
	}
	var out []negotiation.Progress
	return out, n.withTalk(ctx, id, func(t *talk) error {
		out = book.Progress(t.s, n.party, agreement.DayOf(n.Now(), time.UTC))
		return nil
	})
}

// SignHere signs the current version of a negotiation with the party key that lies in the node's folder, if that version is the
// text with this hash. Only in an exercise: in the real world the party key is on no machine that has a line to others.
func (n *Node) SignHere(ctx context.Context, who Who, name string, text seal.Digest) error {
	if n.world != agreement.WorldExercise {
		return fault.New(fault.WrongWorld, "the party key signs where it is kept, and not at the desk").Mend("take the text there, and bring the signature back")
	}
	d, err := n.Draft(ctx, who, name, "")
	if err != nil {
		return err
	}
	if d.Hash != text {
		return fault.New(fault.Conflict, "the current version is %d, and not the one that you looked at", d.Number).Mend("look at what changed first")
	}
	key, err := n.home.PartyKey()
	if err != nil {
		return fault.New(fault.NotFound, "the party key does not lie in the node's folder").Mend("take the text to where it is, and bring the signature back").Wrap(err)
	}
	if d.Model == nil {
		return fault.New(fault.AgreementOpen, "the text does not compile").Mend("mend its findings first")
	}
	st, err := RatificationOf(d.Model, d.Text, n.party, key, n.Now())
	if err != nil {
		return err
	}
	_, err = n.Say(ctx, who, name, DraftMove{Kind: seal.DispatchSign, On: string(d.Hash), Statement: string(st.Encode())})
	return err
}

// SignsHere says whether SignHere can sign.
func (n *Node) SignsHere() bool {
	if n.world != agreement.WorldExercise {
		return false
	}
	_, err := n.home.PartyKey()
	return err == nil
}

// PartyKey is this party's public key, as its card says it; "" where the card is of an older form.
func (n *Node) PartyKey() string { return n.home.Card.Key }
