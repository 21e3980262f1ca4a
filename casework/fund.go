package casework

import (
	"iter"
	"math/big"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// The entries of a fund.
const (
	EntryPledged  = "pledged"  // a donor promises
	EntryPaid     = "paid"     // a donor pays in
	EntryReleased = "released" // the money may be spent
	EntrySpent    = "spent"
	EntryReturned = "returned" // what was paid and not spent goes back to a donor
)

// FundEntry is one entry in a fund.
type FundEntry struct {
	Window   agreement.WindowID // "": the fund as a whole
	Donor    agreement.PartyID  // of pledged, paid and returned
	Entry    string             // EntryPledged …
	Amount   string             // decimal above 0
	Currency string             // ISO 4217
	At       time.Time
}

// Sums are what was entered, as exact decimals in the fund's currency.
type Sums struct {
	Pledged  string `json:"pledged"`
	Paid     string `json:"paid"`
	Released string `json:"released,omitempty"` // not of a donor: released money is no longer one donor's
	Spent    string `json:"spent,omitempty"`
	Returned string `json:"returned"`
	Left     string `json:"left,omitempty"` // what may still be spent
}

// FundBalance is how a fund stands.
type FundBalance struct {
	Fund     agreement.FundID `json:"fund"`
	Currency string           `json:"currency"`
	Total    Sums             `json:"total"`
	Windows  []WindowBalance  `json:"windows"` // in the order of the text; last, as "", what is for no window
	Donors   []DonorBalance   `json:"donors"`  // in the order of the text
}

// WindowBalance is how one part of a fund stands.
type WindowBalance struct {
	Window agreement.WindowID `json:"window"`
	Sums
}

// DonorBalance is what one donor pledged, paid and got back.
type DonorBalance struct {
	Donor agreement.PartyID `json:"donor"`
	Sums
}

// Balance adds up the entries of a fund. What is left to spend in a window is what was released there and not spent,
// as far as there is money for it: that of the window and then that which is for no window. The total is the fact
// "fund:<id>". Refused as Allowed refuses an entry whose form is wrong.
func Balance(f *agreement.Fund, entries []FundEntry) (FundBalance, error) {
	b, err := bookOf(f, entries)
	if err != nil {
		return FundBalance{}, err
	}
	out := FundBalance{Fund: f.ID, Currency: f.Currency, Donors: []DonorBalance{}}
	total := newSheet()
	for _, id := range b.order {
		s := b.windows[id]
		total.add(s)
		sums := s.sums()
		sums.Left = exactly(b.left(id))
		out.Windows = append(out.Windows, WindowBalance{id, sums})
	}
	out.Total = total.sums()
	out.Total.Left = exactly(b.allLeft())
	for _, d := range f.Donors {
		s := b.donors[d].sums()
		s.Released, s.Spent = "", ""
		out.Donors = append(out.Donors, DonorBalance{d, s})
	}
	return out, nil
}

// Verified says whether the milestone of a window has been reached: a case of its procedure has come to one of the
// states in which it counts as verified, by an instant. Without a milestone it always has.
func Verified(w *agreement.Window, cases iter.Seq[*Case], at time.Time) bool {
	if w.Milestone == "" {
		return true
	}
	for c := range cases {
		if c.Procedure.ID != w.Milestone {
			continue
		}
		if _, ok := enters(c.Settled(at), w.Verified, time.Time{}, at); ok {
			return true
		}
	}
	return false
}

// Allowed says whether an entry may follow those that were made; verified says of a window whether its milestone has
// been reached. Refused with the fund's article: invalid (no such entry, window or amount), field-invalid (another
// currency), side-unbound (no donor of the fund), and condition-unmet for what is released before its milestone, or is
// more than the ceiling, than was paid, than was released, or than is still there.
func Allowed(f *agreement.Fund, entries []FundEntry, e FundEntry, verified func(*agreement.Window) bool) error {
	b, err := bookOf(f, entries)
	if err != nil {
		return err
	}
	amount, err := b.enter(e)
	if err != nil {
		return err
	}
	w := f.Window(e.Window)
	unmet := func(format string, args ...any) *fault.Error {
		return fault.Refuse(fault.ConditionUnmet, string(f.Article), format, args...)
	}
	if e.Entry == EntryReleased && w != nil && w.Milestone != "" && !verified(w) {
		return unmet("the milestone of “%s” is not reached", title(w.Title, w.ID)).Mend("release it once a case of %s has been verified", words(w.Milestone))
	}
	// The entry stands in the book now: what is looked at is how the book would be.
	if w != nil && w.Ceiling != "" && slices.Contains([]string{EntryPledged, EntryPaid, EntryReleased}, e.Entry) {
		ceiling, _ := decimal(w.Ceiling)
		sum := b.windows[e.Window].of(e.Entry)
		if e.Entry == EntryPaid {
			sum = minus(sum, b.windows[e.Window].of(EntryReturned))
		}
		if sum.Cmp(ceiling) > 0 {
			return unmet("%s %s would be more than the ceiling of “%s”, %s", exactly(amount), f.Currency, title(w.Title, w.ID), w.Ceiling).
				Mend("enter no more than the ceiling leaves")
		}
	}
	return b.covered(e, amount, unmet)
}

// covered holds a release, an expense or a return against the money that is there.
func (b *book) covered(e FundEntry, amount *big.Rat, unmet func(string, ...any) *fault.Error) error {
	s := b.windows[e.Window]
	switch e.Entry {
	case EntryReleased:
		// Where its own money does not cover it, what is for no window must cover this and all else.
		if b.short(e.Window).Sign() > 0 && b.missing().Sign() > 0 {
			return unmet("%s %s cannot be released: less has been paid and is still there", exactly(amount), b.fund.Currency).
				Mend("wait until the donors have paid")
		}
	case EntrySpent:
		if s.claim().Sign() < 0 {
			return unmet("%s %s cannot be spent: less has been released and is left", exactly(amount), b.fund.Currency).Mend("release it first")
		}
		if b.free().Sign() < 0 {
			return unmet("%s %s cannot be spent: the money is no longer there", exactly(amount), b.fund.Currency).Mend("look at what was returned")
		}
	case EntryReturned:
		if s.held().Sign() < 0 || b.free().Sign() < 0 {
			return unmet("%s %s cannot be returned: less is there", exactly(amount), b.fund.Currency).Mend("return what is not spent")
		}
	}
	return nil
}

// book is a fund's entries, added up.
type book struct {
	fund    *agreement.Fund
	order   []agreement.WindowID // the windows in the order of the text, then ""
	windows map[agreement.WindowID]*sheet
	donors  map[agreement.PartyID]*sheet
}

func bookOf(f *agreement.Fund, entries []FundEntry) (*book, error) {
	b := &book{fund: f, windows: map[agreement.WindowID]*sheet{}, donors: map[agreement.PartyID]*sheet{}}
	for i := range f.Windows {
		b.order = append(b.order, f.Windows[i].ID)
	}
	b.order = append(b.order, "")
	for _, id := range b.order {
		b.windows[id] = newSheet()
	}
	for _, d := range f.Donors {
		b.donors[d] = newSheet()
	}
	for _, e := range entries {
		if _, err := b.enter(e); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// enter adds an entry whose form is right.
func (b *book) enter(e FundEntry) (*big.Rat, error) {
	art := string(b.fund.Article)
	if !slices.Contains([]string{EntryPledged, EntryPaid, EntryReleased, EntrySpent, EntryReturned}, e.Entry) {
		return nil, fault.Refuse(fault.Invalid, art, "a fund has no entry %q", e.Entry).Mend("enter what is pledged, paid, released, spent or returned")
	}
	s := b.windows[e.Window]
	if s == nil {
		return nil, fault.Refuse(fault.Invalid, art, "%s has no window %q", title(b.fund.Title, b.fund.ID), e.Window).Mend("name one of its windows")
	}
	if e.Currency != b.fund.Currency {
		return nil, fault.Refuse(fault.FieldInvalid, art, "%s is kept in %s, and not in %q", title(b.fund.Title, b.fund.ID), b.fund.Currency, e.Currency).
			Mend("state the amount in %s", b.fund.Currency)
	}
	amount, ok := decimal(e.Amount)
	if !ok || amount.Sign() <= 0 {
		return nil, fault.Refuse(fault.Invalid, art, "%q is not an amount above 0", e.Amount).Mend("write a decimal number such as \"100.50\"")
	}
	donor := b.donors[e.Donor]
	gives := e.Entry == EntryPledged || e.Entry == EntryPaid || e.Entry == EntryReturned
	if gives != (donor != nil) || !gives && e.Donor != "" {
		return nil, fault.Refuse(fault.SideUnbound, art, "%q gives nothing to %s, or nothing of this kind", e.Donor, title(b.fund.Title, b.fund.ID)).
			Mend("name a donor for what is pledged, paid or returned, and none for what is released or spent: %s", list(b.fund.Donors))
	}
	s.of(e.Entry).Add(s.of(e.Entry), amount)
	if donor != nil {
		donor.of(e.Entry).Add(donor.of(e.Entry), amount)
	}
	return amount, nil
}

// sheet is the sum of each kind of entry.
type sheet map[string]*big.Rat

func newSheet() *sheet { return &sheet{} }

func (s *sheet) of(entry string) *big.Rat {
	if (*s)[entry] == nil {
		(*s)[entry] = new(big.Rat)
	}
	return (*s)[entry]
}

func (s *sheet) add(t *sheet) {
	for entry, sum := range *t {
		s.of(entry).Add(s.of(entry), sum)
	}
}

func (s *sheet) sums() Sums {
	return Sums{
		Pledged: exactly(s.of(EntryPledged)), Paid: exactly(s.of(EntryPaid)), Released: exactly(s.of(EntryReleased)),
		Spent: exactly(s.of(EntrySpent)), Returned: exactly(s.of(EntryReturned)),
	}
}

func minus(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }

func least(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}

func positive(a *big.Rat) *big.Rat {
	if a.Sign() < 0 {
		return new(big.Rat)
	}
	return a
}

// claim is what was released and not spent.
func (s *sheet) claim() *big.Rat { return minus(s.of(EntryReleased), s.of(EntrySpent)) }

// held is the money that came for this part and is still there; below 0 where it drew on what is for no part.
func (s *sheet) held() *big.Rat {
	return minus(minus(s.of(EntryPaid), s.of(EntryReturned)), s.of(EntrySpent))
}

// free is the money for no window that no window has drawn on.
func (b *book) free() *big.Rat {
	free := new(big.Rat)
	for id, s := range b.windows {
		if held := s.held(); id == "" || held.Sign() < 0 {
			free.Add(free, held)
		}
	}
	return free
}

// short is what was released in a window and its own money does not cover.
func (b *book) short(id agreement.WindowID) *big.Rat {
	s := b.windows[id]
	if id == "" {
		return positive(s.claim())
	}
	return positive(minus(positive(s.claim()), positive(s.held())))
}

// missing is by how much all that was released and not spent exceeds the money that is there for it.
func (b *book) missing() *big.Rat {
	sum := new(big.Rat)
	for id := range b.windows {
		sum.Add(sum, b.short(id))
	}
	return minus(sum, positive(b.free()))
}

// left is what may still be spent in a window.
func (b *book) left(id agreement.WindowID) *big.Rat {
	s := b.windows[id]
	own := new(big.Rat)
	if id != "" {
		own = positive(s.held())
	}
	return least(positive(s.claim()), new(big.Rat).Add(own, positive(b.free())))
}

// allLeft is what may still be spent in all: the money for no window counts once.
func (b *book) allLeft() *big.Rat {
	sum, short := new(big.Rat), new(big.Rat)
	for id, s := range b.windows {
		if id != "" {
			sum.Add(sum, least(positive(s.claim()), positive(s.held())))
		}
		short.Add(short, b.short(id))
	}
	return sum.Add(sum, least(short, positive(b.free())))
}
