package web

import (
	"encoding/base64"
	"encoding/json"
	"mime/multipart"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

// A step goes through three pages: the form, the review that says what leaves, and the case. The form
// and the review are stateless: what was filled in travels in a hidden field and is checked anew each time.

func newStepState(f StepForm, prefix string) *stepState {
	s := &stepState{filled: newFilled(), form: f, action: stepPath(&f), nonce: nonce()}
	s.prefix = prefix
	if len(f.Values) > 0 {
		s.raw = refill(f.Inputs, f.Values, zoneOf(&f))
		s.kept = keptFiles(f.Inputs, f.Values)
	}
	return s
}

func zoneOf(f *StepForm) *time.Location {
	if f.Zone == nil {
		return time.UTC
	}
	return f.Zone
}

// draftAt says which step the address means.
func draftAt(r *http.Request) Draft {
	return Draft{
		Agreement: agreementOf(r), Case: casework.CaseID(r.PathValue("case")),
		Procedure: agreement.ProcedureID(r.PathValue("procedure")), Step: agreement.StepID(r.PathValue("step")),
		Role: agreement.RoleID(r.URL.Query().Get("role")),
	}
}

func (s *server) stepShow(w http.ResponseWriter, r *http.Request, p *page) error {
	f, err := s.Steps.Form(r.Context(), p.viewer, draftAt(r))
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, stepPage(p.told(f.Zone), newStepState(*f, ""), nil))
}

func (s *server) stepPost(w http.ResponseWriter, r *http.Request, p *page) error {
	d, do := draftAt(r), r.PostForm.Get("do")
	if do == "" {
		d.Role = agreement.RoleID(r.PostForm.Get("role"))
	} else if err := d.load(r.PostForm.Get("draft")); err != nil {
		return err
	}
	f, err := s.Steps.Form(r.Context(), p.viewer, d)
	if err != nil {
		return err
	}
	p = p.told(f.Zone)
	st := newStepState(*f, "")
	switch do {
	case "edit", "fill":
		st.fill(&d)
		return s.send(w, r, http.StatusOK, stepPage(p, st, nil))
	case "sign":
		st.fill(&d)
		if d.Passkey, d.Signature = passkeyIn(r.PostForm), strings.TrimSpace(r.PostForm.Get("signature")); r.PostForm.Get("confirm") != "" {
			d.Passkey = PasskeyAnswer{} // it answered who signs, not what
		}
		if !d.Passkey.given() && d.Signature == "" {
			d.Prepared = "" // what stands in the person's place is signed anew
		}
		// A passkey that signs the act proves by that who is there; whatever else signs for a person does not.
		if f.Step.Personal && !d.Passkey.given() {
			if ok, err := s.confirmed(w, r, p); err != nil || !ok {
				return err
			}
		}
		done, err := s.Steps.Act(r.Context(), p.viewer, d)
		if err != nil {
			return s.again(w, r, p, st, nil, err)
		}
		said := "signed"
		if done.Queued {
			said = "queued"
		}
		http.Redirect(w, r, casePath(done.Case)+"?said="+said, http.StatusSeeOther)
		return nil
	default:
		return s.review(w, r, p, st, &d)
	}
}

// review reads what was filled in; with nothing to mend it shows what would leave.
func (s *server) review(w http.ResponseWriter, r *http.Request, p *page, st *stepState, d *Draft) error {
	st.read(r, p, d)
	view, err := s.Steps.Preview(r.Context(), p.viewer, *d)
	if err != nil {
		return s.again(w, r, p, st, nil, err)
	}
	if len(st.faults) > 0 || len(view.Problems) > 0 {
		return s.again(w, r, p, st, view.Problems, nil)
	}
	if view.Signing != nil {
		d.Prepared = view.Signing.Prepared
	}
	return s.send(w, r, http.StatusOK, reviewPage(p, view, st, d.encode()))
}

// again shows the form with everything that is to be mended; nothing that was written is lost.
func (s *server) again(w http.ResponseWriter, r *http.Request, p *page, st *stepState, problems []Problem, err error) error {
	code := http.StatusUnprocessableEntity
	if e, ok := isFieldFault(err); ok {
		problems = append(problems, Problem{Fault: e})
		code = status(err)
	} else if err != nil {
		return err
	}
	list := p.listed(&st.filled, st.form.Inputs, st.form.Agreement, problems)
	return s.send(w, r, code, stepPage(p, st, list))
}

// read takes the inputs out of a posted form.
func (s *stepState) read(r *http.Request, p *page, d *Draft) {
	in := &inputs{raw: r.PostForm, zone: zoneOf(&s.form), lang: p.Language, faults: map[string]string{}, kept: map[string]any{}}
	if b, err := base64.RawURLEncoding.DecodeString(r.PostForm.Get("kept")); err == nil && len(b) > 0 {
		_ = json.Unmarshal(b, &in.kept) // what does not decode was not kept; a required file is then missed by name
	}
	if r.MultipartForm != nil {
		in.files = files(r.MultipartForm.File)
	}
	d.Values = in.parse(s.form.Inputs)
	d.Ground = strings.TrimSpace(r.PostForm.Get("ground"))
	d.Nonce, d.Hit = r.PostForm.Get("nonce"), r.PostForm.Get("hit")
	d.Sides = map[agreement.SideID]agreement.PartyID{}
	for _, side := range s.form.Sides {
		if v := r.PostForm.Get("side." + string(side.Side)); len(side.Parties) == 1 {
			d.Sides[side.Side] = side.Parties[0].ID
		} else if v != "" {
			d.Sides[side.Side] = partyID(v)
		} else {
			in.fail("side."+string(side.Side), "input.side")
		}
	}
	if d.Nonce == "" {
		d.Nonce = s.nonce
	}
	s.nonce, s.hit, s.raw, s.faults = d.Nonce, d.Hit, r.PostForm, in.faults
	s.kept = keptFiles(s.form.Inputs, d.Values)
}

// files leaves out the empty parts that a browser sends for a file field left empty.
func files(all map[string][]*multipart.FileHeader) map[string][]*multipart.FileHeader {
	out := make(map[string][]*multipart.FileHeader, len(all))
	for name, list := range all {
		for _, h := range list {
			if h.Filename != "" || h.Size > 0 {
				out[name] = append(out[name], h)
			}
		}
	}
	return out
}

// fill writes a draft back into the form.
func (s *stepState) fill(d *Draft) {
	s.raw = refill(s.form.Inputs, d.Values, zoneOf(&s.form))
	s.kept = keptFiles(s.form.Inputs, d.Values)
	s.raw.Set("ground", d.Ground)
	for side, r := range d.Sides {
		s.raw.Set("side."+string(side), string(r))
	}
	if s.hit = d.Hit; d.Nonce != "" {
		s.nonce = d.Nonce
	}
}

// carried is what of a draft travels in the review page.
type carried struct {
	Values map[agreement.FieldID]any              `json:"values"`
	Ground string                                 `json:"ground"`
	Role   agreement.RoleID                       `json:"role"`
	Sides  map[agreement.SideID]agreement.PartyID `json:"sides"`
	Nonce  string                                 `json:"nonce"`
	Hit    string                                 `json:"hit,omitempty"`
	Ready  string                                 `json:"prepared,omitempty"`
}

func (d *Draft) encode() string {
	b, _ := json.Marshal(carried{d.Values, d.Ground, d.Role, d.Sides, d.Nonce, d.Hit, d.Prepared})
	return base64.RawURLEncoding.EncodeToString(b)
}

func (d *Draft) load(s string) error {
	b, err := base64.RawURLEncoding.DecodeString(s)
	var c carried
	if err == nil {
		dec := json.NewDecoder(strings.NewReader(string(b)))
		dec.UseNumber()
		dec.DisallowUnknownFields()
		err = dec.Decode(&c)
	}
	if err != nil {
		return fault.New(fault.Invalid, "what was filled in did not come back whole").Mend("open the step again from the case").Wrap(err)
	}
	d.Values, d.Ground, d.Role, d.Sides, d.Nonce, d.Hit, d.Prepared = c.Values, c.Ground, c.Role, c.Sides, c.Nonce, c.Hit, c.Ready
	return nil
}

// draftOf carries a hit's fields into the form that it opens; never in an address.
func draftOf(o *Opening) string {
	d := Draft{Values: o.Values, Hit: o.Hit}
	return d.encode()
}

// listed puts what is wrong in the order of the form, each with its field, and notes it at the field.
func (p *page) listed(s *filled, form []Input, id agreement.ID, problems []Problem) []listed {
	var list []listed
	named := map[string]bool{}
	for _, at := range sortedKeys(s.faults) {
		list = append(list, listed{path: at, at: s.ident(at), label: p.pathLabel(form, at), message: s.faults[at]})
		named[top(at)] = true
	}
	for _, q := range problems {
		at := pathOf(q)
		if at != "" && named[at] {
			continue // the form could not be read there: its own message is the nearer one
		}
		e := p.problemOf(id, q.Fault)
		l := listed{path: at, message: e.message, remedy: e.remedy, article: e.article, detail: e.detail, lang: e.lang}
		if at != "" {
			l.at, l.label = s.ident(at), p.pathLabel(form, at)
			s.faults[at] = p.faultLine(e)
		}
		list = append(list, l)
	}
	place := func(l listed) int {
		i := slices.IndexFunc(form, func(i Input) bool { return "f."+string(i.Field.ID) == top(l.path) })
		switch {
		case l.path == "" || strings.HasPrefix(l.path, "side."):
			return -1 // the form as a whole, then the parties, come first
		case i < 0:
			return len(form)
		default:
			return i
		}
	}
	slices.SortStableFunc(list, func(a, b listed) int { return place(a) - place(b) })
	return list
}

// pathOf says where in a form a problem lies; "" for the form as a whole.
func pathOf(q Problem) string {
	switch {
	case q.Field != "":
		return "f." + string(q.Field)
	case q.Fault.Code == fault.GroundUnknown:
		return "ground"
	default:
		return ""
	}
}

func (p *page) faultLine(e problem) string {
	line := e.message
	if e.remedy != "" {
		line += p.T("list.space") + p.T("errors.mend", "remedy", e.remedy)
	}
	if e.article.Number != "" {
		line += " (" + p.article(e.article.Number) + ")"
	}
	return line
}

// top is the path of the field that a path lies in: "f.person" of "f.person.name".
func top(at string) string {
	parts := strings.SplitN(at, ".", 3)
	return strings.Join(parts[:min(2, len(parts))], ".")
}

// pathLabel names the field of a path, and the part of it.
func (p *page) pathLabel(form []Input, at string) string {
	name, ok := strings.CutPrefix(at, "f.")
	if !ok {
		if at == "ground" || at == "purpose" {
			return p.T("label." + at)
		}
		return p.T("label.side")
	}
	var labels []string
	for part := range strings.SplitSeq(name, ".") {
		i := slices.IndexFunc(form, func(i Input) bool { return string(i.Field.ID) == part })
		if i < 0 {
			continue // the number of a row
		}
		labels = append(labels, p.label(form[i].Field))
		form = form[i].Parts
	}
	return strings.Join(labels, p.T("list.aside"))
}
