package web

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/a-h/templ"

	"github.com/entente-net/entente/fault"
)

// The gallery shows every page in every state, from invented views, in development mode only. Tests
// and screenshots read the same states, so that what is tested is what was looked at.

// galleryState is one page in one state.
type galleryState struct {
	name string
	draw func(p *page) templ.Component
	open bool // drawn for nobody in particular
}

func (s *server) galleryRoutes(mux *http.ServeMux) error {
	states := galleryStates()
	mux.HandleFunc("GET /gallery", s.galleryIndexPage(states))
	mux.HandleFunc("GET /gallery/{state}", func(w http.ResponseWriter, r *http.Request) {
		i := slices.IndexFunc(states, func(g galleryState) bool { return g.name == r.PathValue("state") })
		if i < 0 {
			http.NotFound(w, r)
			return
		}
		p := s.galleryPage(states[i])
		s.choose(p, r)
		r = told(r, p.Language)
		if err := s.send(w, r, http.StatusOK, states[i].draw(p)); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
	return nil
}

// galleryPage is the page around a state.
func (s *server) galleryPage(g galleryState) *page {
	p := &page{
		Language: s.cat.english, languages: s.cat.list, path: "/gallery/" + g.name, token: "gallery",
		styles: s.assets.styles, icon: s.assets.icon, scripts: s.assets.scripts, frame: specimenFrame(), now: specimenNow, zone: specimenZone,
	}
	p.tour = strings.HasPrefix(g.name, "tour")
	if g.open {
		p.public = strings.HasPrefix(g.name, "public")
	} else {
		p.viewer, p.known = specimenJudge(), true
	}
	return p
}

func galleryStates() []galleryState {
	queries := specimenQueries()
	state := func(name string, draw func(p *page) templ.Component) galleryState {
		return galleryState{name: name, draw: draw}
	}
	open := func(name string, draw func(p *page) templ.Component) galleryState {
		return galleryState{name: name, draw: draw, open: true}
	}
	states := []galleryState{
		state("today", func(p *page) templ.Component { return todayPage(p, specimenToday()) }),
		state("today-empty", func(p *page) templ.Component { p.frame.Waiting = 0; return todayPage(p, &TodayView{}) }),
		state("cases", func(p *page) templ.Component { return casesPage(p, specimenCases()) }),
		state("cases-empty", func(p *page) templ.Component { return casesPage(p, &CaseList{}) }),
		state("case", func(p *page) templ.Component { return drawCase(p, specimenCase()) }),
		state("case-one-step", func(p *page) templ.Component {
			v := specimenCase()
			v.Offers = v.Offers[:1]
			p.said = "said.signed"
			return drawCase(p, v)
		}),
		state("case-erased", func(p *page) templ.Component { return drawCase(p, specimenErased()) }),
		state("case-new", func(p *page) templ.Component {
			v := specimenCase()
			v.Clocks, v.Values, v.Acts, v.Next, v.Rows, v.Offers = nil, nil, nil, nil, nil, nil
			return drawCase(p, v)
		}),
		state("step", func(p *page) templ.Component { f := specimenForm(); return stepPage(p, newStepState(f, ""), nil) }),
		state("step-errors", drawStepErrors),
		state("review", func(p *page) templ.Component {
			r := specimenReview()
			st := newStepState(r.Form, "")
			st.raw.Set("ground", "fundamental rights")
			return reviewPage(p, r, st, "e30")
		}),
		state("review-exercise", func(p *page) templ.Component {
			r := specimenReview()
			r.Held, r.Outflows, r.Values = true, nil, nil
			return reviewPage(p, r, newStepState(r.Form, ""), "e30")
		}),
		state("parts", func(p *page) templ.Component { return partsPage(p) }),
		state("check", func(p *page) templ.Component { return checkPage(p, queries) }),
		state("check-empty", func(p *page) templ.Component { return checkPage(p, nil) }),
		state("check-form", func(p *page) templ.Component { f := newFilled(); return queryPage(p, &queries[0], &f, nil, nil) }),
		state("check-hit", func(p *page) templ.Component { return drawCheck(p, specimenHit()) }),
		state("check-none", func(p *page) templ.Component {
			res := specimenHit()
			res.Answers[0].Hits = nil
			return drawCheck(p, res)
		}),
		state("check-refused", func(p *page) templ.Component {
			res := specimenHit()
			res.Answers[0].Hits = nil
			res.Answers[0].Fault = fault.Refuse(fault.CapReached, "2", "Belmark has answered the 600 questions that your side may ask today").Mend("ask again after midnight, %s", "UTC+02:00")
			return drawCheck(p, res)
		}),
		state("agreements", func(p *page) templ.Component {
			return agreementsPage(p, []AgreementRow{specimenAgreement().AgreementRow})
		}),
		state("agreements-empty", func(p *page) templ.Component { return agreementsPage(p, nil) }),
		state("agreement", func(p *page) templ.Component { return agreementPage(p, specimenAgreement()) }),
		open("public", func(p *page) templ.Component { return agreementPage(p, specimenAgreement()) }),
		open("public-proposed", func(p *page) templ.Component { return agreementPage(p, specimenProposed()) }),
		state("ledgers", func(p *page) templ.Component {
			return ledgersPage(p, []AgreementRow{specimenAgreement().AgreementRow, specimenProposed().AgreementRow})
		}),
		state("ledger", func(p *page) templ.Component { return ledgerPage(p, specimenLedger()) }),
		state("ledger-empty", func(p *page) templ.Component {
			return ledgerPage(p, &LedgerView{Agreement: "northgate", Title: "Northgate", Origin: "belmark/northgate"})
		}),
		state("audit-clean", func(p *page) templ.Component { return auditPage(p, specimenAudit()) }),
		state("audit-findings", func(p *page) templ.Component {
			v := specimenAudit()
			v.Findings = specimenFindings()
			return auditPage(p, v)
		}),
		state("audit-running", func(p *page) templ.Component {
			return auditPage(p, &AuditView{Agreement: "northgate", Title: "Northgate", Running: true, Done: 6100, Total: 8800})
		}),
		state("audit-never", func(p *page) templ.Component {
			return auditPage(p, &AuditView{Agreement: "northgate", Title: "Northgate", Limits: specimenAudit().Limits})
		}),
		open("login", func(p *page) templ.Component { return loginPage(p, specimenPersonas(), &Ways{}, "/") }),
		open("login-empty", func(p *page) templ.Component { return loginPage(p, nil, &Ways{}, "/") }),
		open("tour", func(p *page) templ.Component { return tourPage(p, specimenTour()) }),
		open("tour-empty", func(p *page) templ.Component { return tourPage(p, &TourView{}) }),
		state("problem-refused", func(p *page) templ.Component {
			return drawProblem(p, fault.Refuse(fault.WrongRole, "7", "a prosecutor may not take the step “authorise”; it belongs to a judge of the requested side").Mend("let a judge of Belmark take it"))
		}),
		state("problem-internal", func(p *page) templ.Component { return drawProblem(p, http.ErrBodyNotAllowed) }),
	}
	return slices.Concat(
		states,
		searchStates(),
		heldStates(),
		galleryPortal(),
		gallerySettings(),
		figureStates(),
		galleryDraft(),
		galleryProgramme(),
		galleryNotice(),
	)
}

func drawCase(p *page, v *CaseView) templ.Component { return casePage(p, v, offeredForms(v), nil) }

func drawCheck(p *page, res *CheckResult) templ.Component {
	f := newFilled()
	return queryPage(p, &res.Query, &f, nil, res)
}

func drawProblem(p *page, err error) templ.Component {
	return problemPage(p, status(err), p.problemOf("northgate", err))
}

func drawStepErrors(p *page) templ.Component {
	st := newStepState(specimenForm(), "")
	st.raw.Set("f.reported", "23.11.")
	st.faults["f.reported"] = p.T("input.date", "got", "23.11.")
	list := p.listed(&st.filled, st.form.Inputs, "northgate", []Problem{
		{Field: "reasons", Fault: fault.Refuse(fault.ReasonsMissing, "7", "the step “refuse” is reasoned").Mend("say why, in the field Reasons")},
		{Fault: fault.Refuse(fault.GroundUnknown, "7", "“too much work” is none of the five grounds").Mend("choose one of the five")},
	})
	return stepPage(p, st, list)
}

// specimenNow is the hour at which the gallery stands still.
var (
	specimenZone = time.FixedZone("Etc/GMT-2", 2*3600)
	specimenNow  = time.Date(2026, 11, 23, 9, 40, 0, 0, specimenZone)
)
