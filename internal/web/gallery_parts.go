package web

import (
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

// The gallery's own page and the page of parts. Both are the makers' and speak English alone; what they show
// speaks every language.

type galleryGroup struct {
	id     string
	states []string
}

// galleryChoice is how a state is looked at.
type galleryChoice struct{ language, scheme string }

// "" leaves the scheme to the reader's machine.
var gallerySchemes = []string{"", "light", "dark"}

func schemeName(s string) string {
	if s == "" {
		return "As this machine has it"
	}
	return upperFirst(s)
}

func galleryPath(state string, c galleryChoice) string {
	q := url.Values{}
	if c.language != "" && c.language != "en" {
		q.Set("language", c.language)
	}
	if c.scheme != "" {
		q.Set("scheme", c.scheme)
	}
	path := "/gallery"
	if state != "" {
		path += "/" + state
	}
	if len(q) > 0 {
		path += "?" + q.Encode()
	}
	return path
}

// groupsOf puts states under the word before their first hyphen, in the order in which the words come.
func groupsOf(states []galleryState) []galleryGroup {
	var groups []galleryGroup
	at := map[string]int{}
	for _, g := range states {
		word, _, _ := strings.Cut(g.name, "-")
		word = map[string]string{"cases": "case", "step": "case", "review": "case", "agreements": "agreement", "ledgers": "ledger", "audit": "ledger"}[word]
		if word == "" {
			word, _, _ = strings.Cut(g.name, "-")
		}
		i, ok := at[word]
		if !ok {
			i = len(groups)
			at[word] = i
			groups = append(groups, galleryGroup{id: word})
		}
		groups[i].states = append(groups[i].states, g.name)
	}
	return groups
}

// choose sets a page of the gallery to what its address asks for.
func (s *server) choose(p *page, r *http.Request) {
	if l := s.cat.find(r.URL.Query().Get("language")); l != nil {
		p.Language = l
	}
	if scheme := r.URL.Query().Get("scheme"); scheme == "light" || scheme == "dark" {
		p.scheme = scheme
	}
}

// galleryIndexPage answers /gallery.
func (s *server) galleryIndexPage(states []galleryState) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		p := s.galleryPage(galleryState{name: "", open: true})
		p.path = "/gallery"
		chosen := *p
		s.choose(&chosen, r)
		p.scheme = chosen.scheme
		if err := s.send(w, r, http.StatusOK, galleryIndex(p, groupsOf(states), galleryChoice{chosen.Code, chosen.scheme})); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	}
}

var partStates = []string{"holds", "open", "suspended", "sunset", "part", "below", "late", "no", "closed", "ok", "wait"}

// partClocks are a clock for each silence, and one for each end and pause of one.
func partClocks() []ClockView {
	var list []ClockView
	effects := map[agreement.Silence]string{
		agreement.SilenceProceed: "The convoy may go.", agreement.SilenceLapse: "The request falls.", agreement.SilenceSuspend: "The article rests until somebody speaks.",
		agreement.SilenceErase: "What was obtained is destroyed on every node.", agreement.SilenceRestrict: "Nobody but the judge may read it.",
		agreement.SilenceExplain: "Reasons are owed.", agreement.SilenceRemain: "The duty stays.",
	}
	for _, silence := range []agreement.Silence{
		agreement.SilenceProceed, agreement.SilenceLapse, agreement.SilenceSuspend, agreement.SilenceErase, agreement.SilenceRestrict, agreement.SilenceExplain, agreement.SilenceRemain,
	} {
		c := specimenDecisionClock()
		c.Silence, c.Effect = silence, effects[silence]
		list = append(list, c)
	}
	others, duty, paused, over, sealed, stopped := specimenDecisionClock(), specimenDecisionClock(), specimenDecisionClock(), specimenDecisionClock(), specimenReviewClock(), specimenDecisionClock()
	others.Yours = false
	duty.Silence, duty.Effect = "", "The person concerned has not been told."
	paused.Paused = before(2 * time.Hour)
	over.Due = before(time.Hour)
	sealed.Status, sealed.Due = casework.StatusSealed, before(time.Hour)
	stopped.Status = casework.StatusStopped
	list = append(list, others, duty, paused, over, sealed, specimenLapsedClock(), stopped)
	for i := range list {
		list[i].Title += ", " + number(uint64(i+1)) // each is a landmark of its own
	}
	return list
}

// everySight is each way in which a field can be seen or not.
var everySight = []Sight{
	{Sees: SeesIt, Article: "7"},
	{Sees: SeesGave},
	{Sees: SeesLater, When: "authorised"},
	{Sees: SeesSealed, Article: "7"},
	{Sees: SeesErased},
	{Sees: SeesNone},
	{Sees: SeesUngiven},
	{Sees: SeesClosed},
	{Sees: SeesAwaited},
}

func partMatrix() *CaseView {
	v := specimenCase()
	v.Columns = []Column{{Role: prosecutorA}, {Role: judgeB, You: true}, {Role: prosecutorB}}
	v.Rows = nil
	for i, f := range []*agreement.Field{fieldOffence, fieldPerson, fieldEvidence} {
		v.Rows = append(v.Rows, Row{Field: f, Cells: everySight[3*i : 3*i+3]})
	}
	return v
}

func partValues() []Value {
	list := specimenCase().Values
	for _, s := range everySight[2:] {
		list = append(list, Value{Field: fieldReasons, Sight: s})
	}
	return append(list, Value{Field: fieldPerson, Sight: everySight[0], Parts: []Value{{Field: fieldName, Value: "Ilyan Voss", Sight: everySight[0]}, {Field: fieldBorn, Value: "1991-04-02", Sight: everySight[0]}}},
		Value{Field: listField("plates", agreement.TypeText, "Number plates"), Value: []any{"N 4410 KD", "N 7719 AB"}, Sight: everySight[0]})
}

func partProblem() error {
	return fault.Refuse(fault.WrongRole, "7", "a prosecutor may not take the step “authorise”; it belongs to a judge of the requested side").Mend("let a judge of Belmark take it")
}

func partForm(p *page) *stepState {
	st := newStepState(specimenForm(), "")
	st.prefix = "part."
	for _, at := range []string{"f.number", "f.issuing_state", "f.kind", "f.lane", "f.reported", "f.seen", "f.count", "f.worth", "f.weight", "f.urgent", "f.place", "f.route", "f.zone", "f.plates", "f.evidence", "f.assessment_proportionality", "f.reasons", "ground"} {
		st.faults[at] = p.T("input.missing")
	}
	st.faults["side."+"requested"] = p.T("input.side")
	st.raw.Set("f.reported", "23.11.")
	st.faults["f.reported"] = p.T("input.date", "got", "23.11.")
	return st
}
