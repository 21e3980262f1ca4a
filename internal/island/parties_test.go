package island

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
)

// What is said of the parties is what the agreements say.
func TestParties(t *testing.T) {
	all := Parties()
	if len(all) != 10 {
		t.Errorf("%d parties", len(all))
	}
	type named struct {
		party agreement.PartyID
		in    agreement.ID
		id    agreement.AuthorityID
		name  string
	}
	said, stated := map[named]bool{}, map[named]bool{}
	for _, p := range all {
		for _, l := range Languages {
			if p.Name[l] == "" || p.About[l] == "" {
				t.Errorf("%s: nothing is said of it in %s", p.ID, l)
			}
		}
		place := Find(p.Seat)
		switch {
		case place == nil:
			t.Errorf("%s sits at %s, which is not there", p.ID, p.Seat)
		case p.Kind == "state" && (place.Kind != KindCapital || place.Within != string(p.ID)):
			t.Errorf("%s is no capital of %s", p.Seat, p.ID)
		case p.Kind == "state" && Find(string(p.ID)).Name["en"] != p.Name["en"]:
			t.Errorf("the map calls %s %s", p.ID, Find(string(p.ID)).Name["en"])
		}
		for _, a := range p.Authorities {
			for _, id := range a.In {
				said[named{p.ID, id, a.ID, a.Name}] = true
			}
		}
	}
	for id, m := range texts() {
		for _, p := range m.Parties {
			i := slices.IndexFunc(all, func(x Party) bool { return x.ID == p.ID })
			if i < 0 {
				t.Errorf("%s of %s is not among the parties", p.ID, id)
			} else if all[i].Name["en"] != p.Name || all[i].Kind != p.Kind {
				t.Errorf("%s calls %s %s, a %s", id, p.ID, p.Name, p.Kind)
			}
			for _, a := range p.Authorities {
				stated[named{p.ID, id, a.ID, a.Name}] = true
			}
		}
	}
	for a := range said {
		if !stated[a] {
			t.Errorf("no agreement states %+v", a)
		}
	}
	for a := range stated {
		if !said[a] {
			t.Errorf("nothing is said of %+v", a)
		}
	}
}

// The words on a calendar are what the agreement's calendar holds.
func TestCalendars(t *testing.T) {
	of := map[agreement.ID]bool{}
	for _, c := range Calendars() {
		of[c.Agreement] = true
		for _, text := range []Text{c.Name, c.Weekend, c.Closed} {
			for _, l := range Languages {
				if text[l] == "" {
					t.Errorf("%s: a word lacks in %s", c.Agreement, l)
				}
			}
		}
		m := texts()[c.Agreement]
		if len(m.Calendars) != 1 || m.Calendars[0].Title != c.Name["en"] || m.Calendar != m.Calendars[0].ID {
			t.Fatalf("%s counts by other calendars: %+v", c.Agreement, m.Calendars)
		}
		stated := m.Calendars[0]
		if w := strings.Join(stated.Weekend, " and "); w != strings.ToLower(c.Weekend["en"]) {
			t.Errorf("%s: the weekend is %s", c.Agreement, w)
		}
		var closed []string
		for _, d := range stated.Yearly {
			day, err := time.Parse("01-02", d)
			if err != nil {
				t.Fatal(err)
			}
			closed = append(closed, day.Format("2 January"))
		}
		for _, d := range stated.Closed {
			day, err := time.Parse(time.DateOnly, d.String())
			if err != nil {
				t.Fatal(err)
			}
			if day.Weekday() != time.Monday || day.Month() < time.March || day.Month() > time.May {
				t.Errorf("%s: closed on %s", c.Agreement, d)
			}
		}
		if len(stated.Closed) > 0 {
			closed = append(closed, "a Monday in spring")
		}
		if got := strings.Join(closed, ", "); got != c.Closed["en"] {
			t.Errorf("%s: closed on %s", c.Agreement, got)
		}
	}
	for _, id := range Agreements {
		if of[id] != (len(texts()[id].Calendars) > 0) {
			t.Errorf("%s: whether it has a calendar is not what is said", id)
		}
	}
}
