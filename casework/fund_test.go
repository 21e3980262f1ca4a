package casework

import (
	"slices"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

func pay(entry string, window agreement.WindowID, donor agreement.PartyID, amount string) FundEntry {
	return FundEntry{Window: window, Donor: donor, Entry: entry, Amount: amount, Currency: "EUR"}
}

func reached(*agreement.Window) bool { return true }
func not(*agreement.Window) bool     { return false }

func TestFund(t *testing.T) {
	f := figuresModel(t).Fund("homes") // walls: at most 100.50, after an inspection; roofs: free
	paid := []FundEntry{pay(EntryPledged, "walls", arland, "100"), pay(EntryPaid, "walls", arland, "60.10"), pay(EntryPaid, "", belmark, "20.20")}
	released := append(slices.Clone(paid), pay(EntryReleased, "walls", "", "70"), pay(EntrySpent, "walls", "", "65"))
	for name, x := range map[string]struct {
		before   []FundEntry
		entry    FundEntry
		verified func(*agreement.Window) bool
		want     fault.Code
	}{
		"a pledge":                                {nil, pay(EntryPledged, "walls", arland, "100.50"), not, ""},
		"a pledge above the ceiling":              {paid, pay(EntryPledged, "walls", belmark, "0.51"), reached, fault.ConditionUnmet},
		"a payment above the ceiling":             {paid, pay(EntryPaid, "walls", belmark, "40.41"), reached, fault.ConditionUnmet},
		"a payment up to the ceiling":             {paid, pay(EntryPaid, "walls", belmark, "40.40"), reached, ""},
		"what was returned makes room":            {append(slices.Clone(paid), pay(EntryReturned, "walls", arland, "10")), pay(EntryPaid, "walls", belmark, "50.40"), reached, ""},
		"no ceiling":                              {paid, pay(EntryPaid, "roofs", belmark, "999999999999999999.999999999"), reached, ""},
		"a release before the milestone":          {paid, pay(EntryReleased, "walls", "", "1"), not, fault.ConditionUnmet},
		"a release after it":                      {paid, pay(EntryReleased, "walls", "", "60.10"), reached, ""},
		"with what is for no window":              {paid, pay(EntryReleased, "walls", "", "80.30"), reached, ""},
		"a release of more than was paid":         {paid, pay(EntryReleased, "walls", "", "80.31"), reached, fault.ConditionUnmet},
		"money for walls builds no roof":          {paid, pay(EntryReleased, "roofs", "", "20.21"), not, fault.ConditionUnmet},
		"what is for no window does":              {paid, pay(EntryReleased, "roofs", "", "20.20"), not, ""},
		"the same money twice":                    {append(slices.Clone(paid), pay(EntryReleased, "walls", "", "80.30")), pay(EntryReleased, "roofs", "", "0.01"), reached, fault.ConditionUnmet},
		"an expense before a release":             {paid, pay(EntrySpent, "roofs", "", "0.01"), reached, fault.ConditionUnmet},
		"an expense":                              {released, pay(EntrySpent, "walls", "", "5"), reached, ""},
		"an expense beyond the release":           {released, pay(EntrySpent, "walls", "", "5.01"), reached, fault.ConditionUnmet},
		"an expense of what was returned":         {append(slices.Clone(released), pay(EntryReturned, "", belmark, "15.30")), pay(EntrySpent, "walls", "", "0.01"), reached, fault.ConditionUnmet},
		"a return of what is spent":               {released, pay(EntryReturned, "walls", arland, "0.01"), reached, fault.ConditionUnmet},
		"a return of what walls drew on":          {released, pay(EntryReturned, "", belmark, "15.31"), reached, fault.ConditionUnmet},
		"a return of what is there":               {released, pay(EntryReturned, "", belmark, "15.30"), reached, ""},
		"another currency":                        {paid, FundEntry{Donor: arland, Entry: EntryPaid, Amount: "1", Currency: "USD"}, reached, fault.FieldInvalid},
		"no donor":                                {paid, pay(EntryPaid, "roofs", "", "1"), reached, fault.SideUnbound},
		"who gives nothing":                       {paid, pay(EntryPaid, "roofs", secretariat, "1"), reached, fault.SideUnbound},
		"a donor of what is spent":                {released, pay(EntrySpent, "walls", arland, "1"), reached, fault.SideUnbound},
		"another entry":                           {paid, pay("lent", "roofs", arland, "1"), reached, fault.Invalid},
		"another window":                          {paid, pay(EntryPaid, "doors", arland, "1"), reached, fault.Invalid},
		"nothing":                                 {paid, pay(EntryPaid, "roofs", arland, "0.00"), reached, fault.Invalid},
		"less than nothing":                       {paid, pay(EntryPaid, "roofs", arland, "-1"), reached, fault.Invalid},
		"a fraction":                              {paid, pay(EntryPaid, "roofs", arland, "1/3"), reached, fault.Invalid},
		"an exponent":                             {paid, pay(EntryPaid, "roofs", arland, "1e9"), reached, fault.Invalid},
		"a book that holds what it cannot hold":   {[]FundEntry{pay("lent", "", arland, "1")}, pay(EntryPaid, "roofs", arland, "1"), reached, fault.Invalid},
		"an amount as long as none may be at all": {paid, pay(EntryPaid, "roofs", arland, "1000000000000000000"), reached, fault.Invalid},
	} {
		err := Allowed(f, x.before, x.entry, x.verified)
		if fault.CodeOf(err) != x.want {
			t.Errorf("%s: %v, want %q", name, err, x.want)
		}
		if e, ok := err.(*fault.Error); ok && (e.Article != "4" || e.Remedy == "") {
			t.Errorf("%s: %+v cites no article or says no remedy", name, e)
		}
	}
}

func TestBalance(t *testing.T) {
	f := figuresModel(t).Fund("homes")
	b, err := Balance(f, []FundEntry{
		pay(EntryPledged, "walls", arland, "100"), pay(EntryPledged, "", belmark, "0.1"), pay(EntryPledged, "", belmark, "0.2"),
		pay(EntryPaid, "walls", arland, "60.10"), pay(EntryPaid, "", belmark, "20.20"), pay(EntryPaid, "roofs", belmark, "5"),
		pay(EntryReleased, "walls", "", "75"), pay(EntrySpent, "walls", "", "61"), pay(EntryReleased, "roofs", "", "9"),
		pay(EntryReturned, "", belmark, "0.3"),
	})
	if err != nil {
		t.Fatal(err)
	}
	// Free money: 20.20 − 0.30 − 0.90 that walls drew = 19. Walls may spend 14 more, all of it free money; roofs 9, of
	// which 5 are its own: in all 5 + 14 + 4 = 23.
	want := FundBalance{
		Fund: "homes", Currency: "EUR", Total: Sums{"100.3", "85.3", "84", "61", "0.3", "23"},
		Windows: []WindowBalance{
			{"walls", Sums{"100", "60.1", "75", "61", "0", "14"}},
			{"roofs", Sums{"0", "5", "9", "0", "0", "9"}},
			{"", Sums{"0.3", "20.2", "0", "0", "0.3", "0"}},
		},
		Donors: []DonorBalance{
			{arland, Sums{Pledged: "100", Paid: "60.1", Returned: "0"}},
			{belmark, Sums{Pledged: "0.3", Paid: "25.2", Returned: "0.3"}},
		},
	}
	if b.Total != want.Total || !slices.Equal(b.Windows, want.Windows) || !slices.Equal(b.Donors, want.Donors) || b.Currency != "EUR" {
		t.Errorf("%+v\nwant %+v", b, want)
	}
	// What was returned after its release is no longer there to be spent.
	b, err = Balance(f, []FundEntry{pay(EntryPaid, "", arland, "10"), pay(EntryReleased, "roofs", "", "10"), pay(EntryReturned, "", arland, "7")})
	if err != nil || b.Total.Left != "3" || b.Windows[1].Left != "3" {
		t.Errorf("%+v, %v", b, err)
	}
	if _, err := Balance(f, []FundEntry{{Entry: EntryPaid, Donor: arland, Amount: "1", Currency: "XAF"}}); fault.CodeOf(err) != fault.FieldInvalid {
		t.Errorf("another currency: %v", err)
	}
	if b, err := Balance(f, nil); err != nil || b.Total.Left != "0" || len(b.Windows) != 3 || len(b.Donors) != 2 {
		t.Errorf("an empty fund: %+v, %v", b, err)
	}
}

func TestMilestone(t *testing.T) {
	m := figuresModel(t)
	walls, roofs := m.Fund("homes").Window("walls"), m.Fund("homes").Window("roofs")
	p := m.Procedure("home")
	sides := map[agreement.SideID]agreement.PartyID{"building": arland, "inspecting": secretariat}
	c, err := Open(m, "h", "home", sides, sampleMove(m, p, sides, "report", newYear))
	if err != nil {
		t.Fatal(err)
	}
	permits := cases(t, m, permits)
	only := func(c *Case) func(func(*Case) bool) {
		return func(yield func(*Case) bool) {
			for p := range permits.Cases {
				if !yield(p) {
					return
				}
			}
			yield(c)
		}
	}
	later := newYear.AddDate(0, 0, 3)
	if Verified(walls, only(c), later) || !Verified(roofs, only(c), later) {
		t.Error("a report alone verifies a milestone, or a window without one waits")
	}
	mv := sampleMove(m, p, sides, "inspect", newYear.AddDate(0, 0, 2))
	mv.Facts = map[string]any{"fund:homes": 0.0}
	if c, err = c.Take(mv); err != nil {
		t.Fatal(err)
	}
	if !Verified(walls, only(c), later) || Verified(walls, only(c), later.Add(-48*time.Hour)) {
		t.Error("an inspection verifies from when on it was made")
	}
}
