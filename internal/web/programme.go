package web

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

func programmePath(id agreement.ID, from string) string {
	q := url.Values{"agreement": {string(id)}}
	if from != "" {
		q.Set("from", from)
	}
	return "/programme?" + q.Encode()
}

func (s *server) programme(w http.ResponseWriter, r *http.Request, p *page) error {
	q := r.URL.Query()
	var from time.Time
	if x := q.Get("from"); x != "" {
		var err error
		if from, err = time.Parse("2006-01", x); err != nil {
			return fault.New(fault.Invalid, "%q is no month", x).Mend("write year and month: 2026-09")
		}
	}
	v, err := s.Programmes.Programme(r.Context(), p.viewer, agreement.ID(q.Get("agreement")), from)
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, programmePage(p.at(v.Zone), v))
}

// monthOf gives "September 2026".
func (p *page) monthOf(t time.Time) string {
	t = p.in(t)
	return p.T("programme.month", "month", p.T(fmt.Sprintf("month.%d", t.Month())), "year", fmt.Sprint(t.Year()))
}

// programmeTitle is what a person would say of it.
func (p *page) programmeTitle(v *ProgrammeView) string {
	switch {
	case v.Missed > 0:
		return p.N("programme.title.missed", v.Missed)
	case v.Due > 0:
		return p.N("programme.title.due", v.Due)
	default:
		return p.T("programme.title")
	}
}

func turnGlyph(state string) string {
	switch state {
	case "met":
		return "ok"
	case "late":
		return "part"
	case "missed":
		return "late"
	case "due":
		return "open"
	default:
		return "wait"
	}
}

// turnWord says how a party stands to a turn.
func (p *page) turnWord(t TurnView, x TurnParty) string {
	switch x.State {
	case "met", "late":
		return p.T("programme.turn."+x.State, "date", p.date(x.At))
	case "missed":
		return p.T("programme.turn.missed", "date", p.date(t.Due))
	case "due":
		return p.T("programme.turn.due", "date", p.date(t.Due), "ago", p.ago(t.Due))
	default:
		return p.T("programme.turn." + x.State)
	}
}

// byState gives the parties of a turn by how they stand, the viewer's own apart.
func byState(t TurnView) [][]TurnParty {
	var out [][]TurnParty
next:
	for _, x := range t.Parties {
		for i := range out {
			if o := out[i][0]; !x.Own && !o.Own && o.State == x.State && x.State != "met" && x.State != "late" {
				out[i] = append(out[i], x)
				continue next
			}
		}
		out = append(out, []TurnParty{x})
	}
	return out
}

// money writes an amount with its currency; nothing is a dash.
func money(amount, currency string) string {
	if amount == "" {
		return "–"
	}
	return grouped(amount) + "\u00a0" + currency
}

// grouped sets thin spaces between thousands, which every language reads.
func grouped(s string) string {
	whole, rest, cut := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	var b strings.Builder
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteRune('\u202f')
		}
		b.WriteRune(c)
	}
	if cut {
		return sign + b.String() + "." + rest
	}
	return sign + b.String()
}

func (p *page) programmeKind(r ProgrammeRow) string {
	key := "programme.kind." + r.Kind
	if r.Past && r.Kind != "turn" {
		key += ".past"
	}
	return p.T(key, "date", p.kindDate(r))
}

// kindDate is the day of a row; of an end it is the last day.
func (p *page) kindDate(r ProgrammeRow) string {
	if r.Kind == "end" || r.Kind == "sunset" {
		return p.lastDay(r.At)
	}
	return p.date(r.At)
}
