package node

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/notice"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/negotiation"
)

// Kinds of a notice.
const (
	NoticeWaits = "waits" // a case waits for the person
	NoticeNear  = "near"  // its time is over within a day
	NoticeOver  = "over"  // its time ran out, and it still waits
	NoticeDraft = "draft" // a negotiation waits for the party
)

// How letters come.
const (
	LettersNone  = "none"
	LettersNow   = "now"
	LettersDaily = "daily"
)

// nearTime is how long before its end a time is near.
const nearTime = 24 * time.Hour

// Notice is one thing that a person was told.
type Notice struct {
	ID      int64
	Kind    string
	Law     agreement.ID      // "" of a negotiation
	Article agreement.Article // ""
	Case    casework.CaseID   // of a case
	Draft   string            // of a negotiation: its name
	Due     time.Time         // zero: nothing says until when
	At      time.Time
	Seen    bool
}

// NoticeSetting is how a person is told.
type NoticeSetting struct{ Address, Mode, Lang string }

// MaxNotices is how many a page shows.
const MaxNotices = 100

// Notices gives what a person was told, the newest first.
func (n *Node) Notices(ctx context.Context, who Who) ([]Notice, error) {
	if err := who.Content(); err != nil {
		return nil, err
	}
	var rows []store.Notice
	err := n.db.View(ctx, func(tx *store.Tx) (err error) {
		rows, err = tx.ListNotices(ctx, store.ListNoticesParams{Person: store.PersonID(who.ID), Before: 1 << 62, MaxRows: MaxNotices})
		return err
	})
	var out []Notice
	for _, r := range rows {
		x := Notice{ID: r.ID, Kind: r.Kind, Law: agreement.ID(r.Law), Article: r.Article, At: r.At.Time(), Seen: r.Seen > 0}
		if r.Due > 0 {
			x.Due = r.Due.Time()
		}
		if r.Kind == NoticeDraft {
			x.Draft = r.Ref
		} else {
			x.Case = casework.CaseID(r.Ref)
		}
		out = append(out, x)
	}
	return out, err
}

// UnseenNotices counts what a person has not looked at yet.
func (n *Node) UnseenNotices(ctx context.Context, who Who) (count int, err error) {
	err = n.db.View(ctx, func(tx *store.Tx) error {
		c, err := tx.CountUnseenNotices(ctx, store.PersonID(who.ID))
		count = int(c)
		return err
	})
	return count, err
}

// SeeNotices says that a person has looked at all up to one.
func (n *Node) SeeNotices(ctx context.Context, who Who, upto int64) error {
	return n.db.Update(ctx, func(tx *store.Tx) error {
		_, err := tx.SeeNotices(ctx, store.SeeNoticesParams{At: store.MicrosOf(n.Now()), Person: store.PersonID(who.ID), Upto: upto})
		return err
	})
}

// NoticeSetting is how a person is told; by no letter unless they said otherwise.
func (n *Node) NoticeSetting(ctx context.Context, who Who) (NoticeSetting, error) {
	s := NoticeSetting{Mode: LettersNone}
	err := n.db.View(ctx, func(tx *store.Tx) error {
		r, err := tx.GetNoticeSetting(ctx, store.PersonID(who.ID))
		if store.Missing(err) {
			return nil
		}
		if err == nil {
			s = NoticeSetting{r.Address, r.Mode, r.Lang}
		}
		return err
	})
	return s, err
}

// SetNotices says how a person is told. Errors: invalid.
func (n *Node) SetNotices(ctx context.Context, who Who, s NoticeSetting) error {
	if !slices.Contains([]string{LettersNone, LettersNow, LettersDaily}, s.Mode) {
		return fault.New(fault.Invalid, "letters come at once, daily, or not at all").Mend("choose one of the three")
	}
	if s.Mode != LettersNone || s.Address != "" {
		if err := notice.CheckAddress(s.Address); err != nil {
			return err
		}
	}
	return n.db.Update(ctx, func(tx *store.Tx) error {
		return tx.PutNoticeSetting(ctx, store.PutNoticeSettingParams{Person: store.PersonID(who.ID), Address: s.Address, Mode: s.Mode, Lang: s.Lang})
	})
}

// Letters says whether this node has a mail server.
func (n *Node) Letters() bool { return n.cfg.Mail != nil }

// tellEvery is how often the node looks for what people are to be told.
const tellEvery = 20 * time.Second

func (n *Node) tellPeople() {
	t := time.NewTicker(tellEvery)
	defer t.Stop()
	for {
		if err := n.Tell(n.running); err != nil && n.running.Err() == nil {
			n.log.Warn("people could not be told what waits", "err", err)
		}
		select {
		case <-n.running.Done():
			return
		case <-t.C:
		}
	}
}

// Tell puts down what each person is to be told, each thing once, and sends the letters that are due. It may be stopped at any
// point and called again.
func (n *Node) Tell(ctx context.Context) error {
	people, err := n.Auth().People(ctx)
	if err != nil {
		return err
	}
	for _, p := range people {
		if p.Content() != nil {
			continue
		}
		if err := n.tell(ctx, p); err != nil {
			return err
		}
	}
	if n.cfg.Mail == nil {
		return nil
	}
	return n.postLetters(ctx)
}

func (n *Node) tell(ctx context.Context, who *auth.Person) error {
	s, err := n.NoticeSetting(ctx, who)
	if err != nil {
		return err
	}
	var rows []store.ListAwaitedRow
	err = n.db.View(ctx, func(tx *store.Tx) error {
		rows = rows[:0]
		for _, h := range n.heldBy(who) {
			page, err := tx.ListAwaited(ctx, store.ListAwaitedParams{Name: h.name, Role: h.role, After: -1, MaxRows: MaxAwaited})
			if err != nil {
				return err
			}
			rows = append(rows, page...)
		}
		return nil
	})
	if err != nil {
		return err
	}
	now := n.Now()
	for _, r := range rows {
		if r.Barred != "" && slices.Contains(strings.Fields(r.Barred), string(n.people.Pseudonym(who, r.CaseID))) {
			continue
		}
		mark := string(r.CaseID) + "/" + strconv.FormatInt(int64(r.Due), 10)
		kinds := []string{NoticeWaits}
		due := r.Due.Time()
		clocked := due.Before(now.AddDate(100, 0, 0)) // beyond all instants where nothing says until when
		switch {
		case clocked && !due.After(now):
			kinds = []string{NoticeOver}
		case clocked && due.Sub(now) < nearTime:
			kinds = []string{NoticeWaits, NoticeNear}
		}
		x := store.AddNoticeParams{Person: store.PersonID(who.ID), Law: r.Name, Ref: string(r.CaseID), At: store.MicrosOf(now)}
		if clocked {
			x.Due = r.Due
		}
		for _, kind := range kinds {
			x.Kind, x.Mark = kind, kind+"/"+mark
			if err := n.tellOne(ctx, who, s, x, r.CaseID); err != nil {
				return err
			}
		}
	}
	if who.Delegate {
		if err := n.tellDrafts(ctx, who, s); err != nil {
			return err
		}
	}
	return n.digest(ctx, who, s, now)
}

// tellDrafts tells a delegate of each version that waits for the party, and of each bracket.
func (n *Node) tellDrafts(ctx context.Context, who *auth.Person, s NoticeSetting) error {
	list, err := n.Negotiations(ctx, who)
	if err != nil {
		return err
	}
	for _, l := range list {
		others := slices.ContainsFunc(l.Brackets, func(b negotiation.Bracket) bool { return b.Party != n.party })
		if l.Concluded != "" || l.Agree == 0 && !others && l.Beside == 0 && (l.Open > 0 || slices.Contains(l.Signed, n.party)) {
			continue
		}
		name := negotiation.Short(l.ID)
		x := store.AddNoticeParams{
			Person: store.PersonID(who.ID), Kind: NoticeDraft, Ref: name, At: store.MicrosOf(n.Now()),
			Mark: strings.Join([]string{NoticeDraft, name, strconv.Itoa(l.Version), strconv.Itoa(len(l.Brackets)), strconv.Itoa(l.Beside), strconv.FormatBool(l.Open == 0)}, "/"),
		}
		if err := n.tellOne(ctx, who, s, x, ""); err != nil {
			return err
		}
	}
	return nil
}

// tellOne puts one notice down unless it is there, and the letter with it.
func (n *Node) tellOne(ctx context.Context, who *auth.Person, s NoticeSetting, x store.AddNoticeParams, id casework.CaseID) error {
	told := int64(0)
	err := n.db.View(ctx, func(tx *store.Tx) (err error) {
		told, err = tx.HasNotice(ctx, store.HasNoticeParams{Person: x.Person, Mark: x.Mark})
		return err
	})
	if err != nil || told > 0 {
		return err
	}
	w, state := notice.Waits{}, agreement.StateID("")
	if id != "" {
		o, err := n.Glance(ctx, who, id)
		if err != nil || o == nil {
			return err
		}
		if a, ok := n.Awaits(who, o.Case); ok && len(a.Steps) > 0 {
			x.Article = a.Steps[0].Article
		}
		state = o.Case.State
		w.Law, w.Article = o.Case.Model.Title, string(x.Article)
		if x.Due > 0 {
			loc := o.Case.Model.Location()
			w.Until = x.Due.Time().In(loc).Format("2006-01-02 15:04 -07:00")
		}
	}
	defer n.wakeHooks()
	return n.db.Update(ctx, func(tx *store.Tx) error {
		added, err := tx.AddNotice(ctx, x)
		if err == nil && added > 0 {
			if err = n.hookNotice(ctx, tx, &x, state); err == nil {
				err = n.putPushes(ctx, tx, who, w)
			}
		}
		if err != nil || added == 0 || s.Mode != LettersNow || n.cfg.Mail == nil {
			return err
		}
		return n.putLetter(ctx, tx, who, s, w, x.Mark)
	})
}

// digest puts down one letter a day that says how many things came.
func (n *Node) digest(ctx context.Context, who *auth.Person, s NoticeSetting, now time.Time) error {
	if s.Mode != LettersDaily || n.cfg.Mail == nil {
		return nil
	}
	return n.db.Update(ctx, func(tx *store.Tx) error {
		r, err := tx.GetNoticeSetting(ctx, store.PersonID(who.ID))
		if err != nil || r.Digested > 0 && now.Sub(r.Digested.Time()) < 24*time.Hour {
			return err
		}
		count, err := tx.CountNoticesSince(ctx, store.CountNoticesSinceParams{Person: r.Person, Since: r.Digested})
		if err != nil || count == 0 {
			return err
		}
		first, err := tx.MarkDigested(ctx, store.MarkDigestedParams{Now: store.MicrosOf(now), Person: r.Person, Was: r.Digested})
		if err != nil || first == 0 {
			return err
		}
		return n.putLetter(ctx, tx, who, s, notice.Waits{Count: int(count)}, "daily/"+now.UTC().Format(time.DateOnly))
	})
}

// putLetter writes a letter in the transaction of what it is about: both are there, or neither.
func (n *Node) putLetter(ctx context.Context, tx *store.Tx, who *auth.Person, s NoticeSetting, w notice.Waits, mark string) error {
	w.Party, w.Link = n.partyName(), strings.TrimSuffix(n.cfg.Mail.Desk, "/")+"/notices"
	body := notice.Letter(n.cfg.Mail.From, s.Address, s.Lang, w, string(who.ID)+"/"+mark, n.Now())
	return tx.AddLetter(ctx, store.AddLetterParams{Person: store.PersonID(who.ID), Address: s.Address, Body: body, Due: store.MicrosOf(time.Now())})
}

// partyName is what the party is called by its agreements.
func (n *Node) partyName() string {
	for _, m := range n.Models() {
		if p := m.Party(n.party); p != nil {
			return p.Name
		}
	}
	return string(n.party)
}

// postLetters sends what is due. A letter's time is moved before it is sent, so that two processes do not send one; what the
// server did not take goes again later, with the same Message-ID. The mail server lives on the machine's time.
func (n *Node) postLetters(ctx context.Context) error {
	for {
		var due []store.NoticeLetter
		now := time.Now()
		err := n.db.View(ctx, func(tx *store.Tx) (err error) {
			due, err = tx.ListDueLetters(ctx, store.ListDueLettersParams{Now: store.MicrosOf(now), MaxRows: 20})
			return err
		})
		if err != nil || len(due) == 0 {
			return err
		}
		for _, l := range due {
			if err := n.postLetter(ctx, l, now); err != nil {
				return err
			}
		}
	}
}

func (n *Node) postLetter(ctx context.Context, l store.NoticeLetter, now time.Time) error {
	wait := notice.Wait(l.Tries)
	claimed := int64(0)
	err := n.db.Update(ctx, func(tx *store.Tx) (err error) {
		if wait == 0 {
			return tx.DropLetter(ctx, l.ID)
		}
		claimed, err = tx.ClaimLetter(ctx, store.ClaimLetterParams{Later: store.MicrosOf(now.Add(wait)), ID: l.ID, Was: l.Due})
		return err
	})
	if err != nil || claimed == 0 {
		return err
	}
	if err := n.cfg.Mail.Send(ctx, l.Address, l.Body); err != nil {
		n.log.Warn("a letter was not taken, and goes again", "tries", l.Tries+1, "err", err) // and nothing of whom it is for
		return ctx.Err()
	}
	return n.db.Update(ctx, func(tx *store.Tx) error { return tx.DropLetter(ctx, l.ID) })
}
