package web

import (
	"net/url"
	"strconv"
)

func number(n uint64) string { return strconv.FormatUint(n, 10) }

// heading is what a person would call the case.
func (v *CaseView) heading() string {
	if v.Case.Title != "" {
		return v.Case.Title
	}
	return v.Case.Procedure
}

// column names a viewer of the matrix by role; the viewer's own is marked by word too.
func (p *page) column(c Column) string {
	if c.You {
		return p.T("column.you", "role", c.Role.Title)
	}
	return c.Role.Title
}

// open says whether a step's form stands open: one that came back with something to mend.
func (s *stepState) open() bool { return len(s.faults) > 0 }

func openPath(o Opening) string {
	return "/open/" + url.PathEscape(string(o.Agreement)) + "/" + url.PathEscape(string(o.Procedure)) + "/" + url.PathEscape(string(o.Step))
}

func stepPath(f *StepForm) string {
	if f.Case.ID == "" {
		return openPath(Opening{Agreement: f.Agreement, Procedure: f.Procedure, Step: f.Step.ID})
	}
	return casePath(f.Case.ID) + "/steps/" + url.PathEscape(string(f.Step.ID))
}
