package web

import (
	"net/http"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// A filing goes through the same two pages as a step of the desk (handle_step.go), and ends in the mailbox, where the code is
// shown. What was written travels in the pages and is kept nowhere before it is sent.

// filingState is a form of the portal: one that opens a case, or a later step by whoever holds the code.
type filingState struct {
	stepState
	later bool
}

func newFilingState(f StepForm, later bool) *filingState {
	s := &filingState{stepState: *newStepState(f, ""), later: later}
	s.action = doorPath(s.opening())
	if later {
		s.action = mailboxStepPath(s.opening())
	}
	return s
}

func (s *filingState) opening() Opening {
	return Opening{Agreement: s.form.Agreement, Procedure: s.form.Procedure, Step: s.form.Step.ID}
}

func (s *filingState) seals() bool { return seals(s.form.Inputs) }

// nav says under which item of the navigation the page stands.
func (s *filingState) nav() string {
	if s.later {
		return "mailbox"
	}
	return "complain"
}

// kind tells a new filing from a later step.
func (s *filingState) kind() string {
	if s.later {
		return "later"
	}
	return "file"
}

func (s *server) filingShow(w http.ResponseWriter, r *http.Request, p *page) error {
	st, p, err := s.filingForm(r, p, "", draftAt(r))
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, filingPage(p, st, nil))
}

// filingForm makes the form; code "" for one that opens a case.
func (s *server) filingForm(r *http.Request, p *page, code string, d Draft) (*filingState, *page, error) {
	f, err := s.Filings.FilingForm(r.Context(), code, d)
	if err != nil {
		return nil, p, err
	}
	if err := s.title(r, p, f.Agreement); err != nil {
		return nil, p, err
	}
	return newFilingState(*f, code != ""), p.at(f.Zone), nil
}

// title puts a page under its agreement, which stands in the header.
func (s *server) title(r *http.Request, p *page, id agreement.ID) error {
	list, err := s.Library.Agreements(r.Context(), Viewer{})
	for _, a := range list {
		if a.ID == id {
			p.about(id, a.Title, p.frame.World)
		}
	}
	return err
}

func (s *server) filingPost(w http.ResponseWriter, r *http.Request, p *page) error {
	return s.filingStep(w, r, p, "", func(d Draft) (string, error) {
		done, err := s.Filings.File(r.Context(), d)
		if err != nil {
			return "", err
		}
		s.keepOpen(w, done.Code, p.now)
		return mailboxPath, nil
	})
}

func (s *server) mailboxStepShow(w http.ResponseWriter, r *http.Request, p *page) error {
	code, err := s.opened(w, r, p)
	if err != nil {
		return err
	}
	st, p, err := s.filingForm(r, p, code, draftAt(r))
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, filingPage(p, st, nil))
}

func (s *server) mailboxStepPost(w http.ResponseWriter, r *http.Request, p *page) error {
	code, err := s.opened(w, r, p)
	if err != nil {
		return err
	}
	return s.filingStep(w, r, p, code, func(d Draft) (string, error) {
		done, err := s.Filings.Add(r.Context(), code, d)
		if err != nil {
			return "", err
		}
		said := "filed"
		if done.Queued {
			said = "filed-queued"
		}
		return mailboxPath + "?said=" + said, nil
	})
}

// filingStep takes a posted form through review to its end.
func (s *server) filingStep(w http.ResponseWriter, r *http.Request, p *page, code string, send func(Draft) (string, error)) error {
	d, do := draftAt(r), r.PostForm.Get("do")
	tongue, switches := strings.CutPrefix(do, "in-")
	if l := s.cat.find(tongue); switches && l != nil {
		s.keepLanguage(w, l)
		p.Language = l
		r = told(r, l)
	} else if do != "" {
		if err := d.load(r.PostForm.Get("draft")); err != nil {
			return err
		}
	}
	st, p, err := s.filingForm(r, p, code, d)
	if err != nil {
		return err
	}
	switch {
	case switches:
		st.read(r, p, &d)
		clear(st.faults) // what is to be mended is said once the form is to be read over
		return s.send(w, r, http.StatusOK, filingPage(p, st, nil))
	case do == "edit":
		st.fill(&d)
		return s.send(w, r, http.StatusOK, filingPage(p, st, nil))
	case do == "send":
		st.fill(&d)
		to, err := send(d)
		if err != nil {
			return s.filingAgain(w, r, p, st, nil, err)
		}
		http.Redirect(w, r, to, http.StatusSeeOther)
		return nil
	default:
		return s.filingReview(w, r, p, st, code, &d)
	}
}

func (s *server) filingReview(w http.ResponseWriter, r *http.Request, p *page, st *filingState, code string, d *Draft) error {
	st.read(r, p, d)
	view, err := s.Filings.FilingPreview(r.Context(), code, *d)
	if err != nil {
		return s.filingAgain(w, r, p, st, nil, err)
	}
	if len(st.faults) > 0 || len(view.Problems) > 0 {
		return s.filingAgain(w, r, p, st, view.Problems, nil)
	}
	return s.send(w, r, http.StatusOK, filingReviewPage(p, view, st, d.encode()))
}

// filingAgain shows the form with everything that is to be mended; nothing that was written is lost.
func (s *server) filingAgain(w http.ResponseWriter, r *http.Request, p *page, st *filingState, problems []Problem, err error) error {
	code := http.StatusUnprocessableEntity
	if e, ok := isFieldFault(err); ok {
		if e.Code == fault.NotFound {
			return err // the code opens nothing, or the step is no more
		}
		problems = append(problems, Problem{Fault: e})
		code = status(err)
	} else if err != nil {
		return err
	}
	list := p.listed(&st.filled, st.form.Inputs, st.form.Agreement, problems)
	return s.send(w, r, code, filingPage(p, st, list))
}
