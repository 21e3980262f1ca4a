package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/a-h/templ"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// Care is what those do who look after the node. Nothing of it shows what is in a case.
type Care interface {
	// Staff gives the people of the node and what waits for a second administrator.
	Staff(ctx context.Context, v Viewer) (*StaffView, error)
	// KeepPerson adds a person, or changes what is known of one; true where a second administrator must confirm it first.
	KeepPerson(ctx context.Context, v Viewer, f PersonForm) (bool, error)
	// AnswerChange confirms or refuses what another administrator asked for.
	AnswerChange(ctx context.Context, v Viewer, id string, yes bool) error
	// House gives the node itself; with test true every line is tried now.
	House(ctx context.Context, v Viewer, test bool) (*HouseView, error)
	// Backup writes a copy of the database beside it, and says where.
	Backup(ctx context.Context, v Viewer) (string, error)
}

// StaffView is the page of the people.
type StaffView struct {
	People     []StaffRow
	Changes    []StaffChange
	Log        []StaffEntry
	Agreements []StaffAgreement
	Second     bool // a second administrator must confirm what gives somebody something
}

// StaffRow is a person of the node.
type StaffRow struct {
	ID, Name                  string
	Roles                     []string        // titles
	Held                      map[string]bool // by "agreement/role"
	Admin, Delegate, Disabled bool
	Passkeys                  int
	Away                      time.Time // until when; zero: here
}

// StaffAgreement is an agreement with the roles that people of this party may hold.
type StaffAgreement struct {
	ID    agreement.ID
	Title string
	Roles []StaffRole
}

// StaffRole is a role as the agreement bounds it.
type StaffRole struct {
	Role        RoleRef
	Article     ArticleRef
	Independent bool   // nobody may hold it beside another
	Enrolled    string // who certifies its holders' keys; "": nobody
}

// StaffChange is a change that waits for a second administrator.
type StaffChange struct {
	ID    string
	Name  string
	Gives []string // in words: roles, the care of the node, negotiating
	By    string
	Asked time.Time
	Own   bool // the viewer asked, or is whom it concerns: somebody else must confirm
}

// StaffEntry is something that was changed.
type StaffEntry struct {
	At       time.Time
	By, Name string
	What     string // added, changed, disabled, asked, confirmed, refused
	Second   string // who confirmed it
}

// PersonForm is a person as an administrator writes them down.
type PersonForm struct {
	ID, Name                  string
	Roles                     map[agreement.ID][]agreement.RoleID
	Admin, Delegate, Disabled bool
}

// HouseView is the node itself.
type HouseView struct {
	Tested    bool
	Lines     []HouseLine
	Keys      []HouseKey
	Calendars []HouseCalendar
	Keeps     []HouseKeep
	Due       []HouseDue
	Sights    []Sighting
	Backups   []HouseBackup
	CanBackup bool
}

// HouseLine is the line to another party's node.
type HouseLine struct {
	Party   PartyRef
	Address string
	Heard   time.Time // zero: not since the node runs
	Took    time.Duration
	Skew    time.Duration
	Problem *Problem // of a test
	Waiting int      // what waits to be sent
}

// HouseKey is a key of the node or of an authority.
type HouseKey struct {
	Kind  string // party, node, authority
	Of    string
	ID    string
	Until time.Time // zero: as long as the agreement names it
}

// HouseCalendar says which days are working days.
type HouseCalendar struct {
	Agreement string
	Title     string
	Article   ArticleRef
	Of        []string // whose days these are
	Weekend   []time.Weekday
	Closed    []time.Time // single days
	Yearly    []time.Time // of every year; of the year of its date only month and day count
	From      time.Time
	Until     time.Time
	Common    bool // where a clock names none
}

// HouseKeep says how long something is kept.
type HouseKeep struct {
	Agreement, What, Fields string
	Kept                    string // in words
	Article                 ArticleRef
}

// HouseDue is what is to be erased: how much and by when, never what.
type HouseDue struct {
	Day   time.Time
	Count int
}

// Sighting is one thing that was looked at.
type Sighting struct {
	What  string // behind, card, disk, force, admins, partykey, line, tls, origin
	Level string // ok, warning, error
	Of    string // a party, an agreement
	At    time.Time
	Count int
	Fault *fault.Error
}

// HouseBackup is a copy that was written.
type HouseBackup struct {
	At   time.Time
	File string
	By   string
}

// housePages are the pages of the node itself, by their addresses.
var housePages = map[string]func(*page, *HouseView) templ.Component{
	"/settings/parties": partiesPage, "/settings/calendars": calendarsPage, "/settings/retention": retentionPage, "/settings/backup": backupPage, "/settings/health": healthPage,
}

func (s *server) careRoutes(mux *http.ServeMux) {
	care := func(h handler) http.HandlerFunc {
		return s.desk(func(w http.ResponseWriter, r *http.Request, p *page) error {
			if !p.viewer.Admin {
				return fault.New(fault.Forbidden, "this is for those who look after the node").Mend("ask one of them")
			}
			return h(w, r, p)
		})
	}
	change := func(h handler) http.HandlerFunc { return care(s.fresh(h)) }
	mux.HandleFunc("GET /settings/people", care(s.staff))
	mux.HandleFunc("GET /settings/people/new", care(s.personForm))
	mux.HandleFunc("GET /settings/people/{person}", care(s.personForm))
	mux.HandleFunc("POST /settings/people", change(s.personKeep))
	mux.HandleFunc("POST /settings/people/answer", change(s.personAnswer))
	for path, draw := range housePages {
		mux.HandleFunc("GET "+path, care(func(w http.ResponseWriter, r *http.Request, p *page) error {
			v, err := s.Settings.House(r.Context(), p.viewer, false)
			if err != nil {
				return err
			}
			return s.send(w, r, http.StatusOK, draw(p, v))
		}))
	}
	mux.HandleFunc("POST /settings/parties", care(s.lineTest))
	mux.HandleFunc("POST /settings/backup", change(s.backup))
}

func (s *server) staff(w http.ResponseWriter, r *http.Request, p *page) error {
	v, err := s.Settings.Staff(r.Context(), p.viewer)
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, staffPage(p, v))
}

func (s *server) personForm(w http.ResponseWriter, r *http.Request, p *page) error {
	v, err := s.Settings.Staff(r.Context(), p.viewer)
	if err != nil {
		return err
	}
	id := r.PathValue("person")
	if id == "" {
		return s.send(w, r, http.StatusOK, personPage(p, v, StaffRow{}, nil))
	}
	i := slices.IndexFunc(v.People, func(x StaffRow) bool { return x.ID == id })
	if i < 0 {
		return fault.New(fault.NotFound, "there is no such person here").Mend("see the list of people")
	}
	return s.send(w, r, http.StatusOK, personPage(p, v, v.People[i], nil))
}

func personIn(form url.Values) PersonForm {
	f := PersonForm{
		ID: strings.TrimSpace(form.Get("person")), Name: strings.TrimSpace(form.Get("name")), Roles: map[agreement.ID][]agreement.RoleID{},
		Admin: form.Get("admin") != "", Delegate: form.Get("delegate") != "", Disabled: form.Get("disabled") != "",
	}
	for _, x := range form["role"] {
		if id, role, ok := strings.Cut(x, "/"); ok {
			f.Roles[agreement.ID(id)] = append(f.Roles[agreement.ID(id)], agreement.RoleID(role))
		}
	}
	return f
}

func (s *server) personKeep(w http.ResponseWriter, r *http.Request, p *page) error {
	f := personIn(r.PostForm)
	waits, err := s.Settings.KeepPerson(r.Context(), p.viewer, f)
	if e, ok := isFieldFault(err); ok {
		v, err := s.Settings.Staff(r.Context(), p.viewer)
		if err != nil {
			return err
		}
		row := StaffRow{ID: f.ID, Name: f.Name, Admin: f.Admin, Delegate: f.Delegate, Disabled: f.Disabled, Held: map[string]bool{}}
		for _, x := range r.PostForm["role"] {
			row.Held[x] = true
		}
		return s.send(w, r, status(e), personPage(p, v, row, e))
	} else if err != nil {
		return err
	}
	said := "person-kept"
	if waits {
		said = "person-waits"
	}
	http.Redirect(w, r, "/settings/people?said="+said, http.StatusSeeOther)
	return nil
}

func (s *server) personAnswer(w http.ResponseWriter, r *http.Request, p *page) error {
	yes := r.PostForm.Get("answer") == "yes"
	if err := s.Settings.AnswerChange(r.Context(), p.viewer, r.PostForm.Get("change"), yes); err != nil {
		return err
	}
	said := "person-refused"
	if yes {
		said = "person-confirmed"
	}
	http.Redirect(w, r, "/settings/people?said="+said, http.StatusSeeOther)
	return nil
}

func (s *server) lineTest(w http.ResponseWriter, r *http.Request, p *page) error {
	v, err := s.Settings.House(r.Context(), p.viewer, true)
	if err != nil {
		return err
	}
	return s.send(w, r, http.StatusOK, partiesPage(p, v))
}

func (s *server) backup(w http.ResponseWriter, r *http.Request, p *page) error {
	if _, err := s.Settings.Backup(r.Context(), p.viewer); err != nil {
		return err
	}
	http.Redirect(w, r, "/settings/backup?said=backed-up", http.StatusSeeOther)
	return nil
}

// weekdays names days of the week.
func (p *page) weekdays(days []time.Weekday) string {
	var out []string
	for _, d := range days {
		out = append(out, p.T(weekdayKeys[d]))
	}
	return p.list(out)
}

var weekdayKeys = [...]string{"weekday.0", "weekday.1", "weekday.2", "weekday.3", "weekday.4", "weekday.5", "weekday.6"}

// dates lists days, each once.
func (p *page) dates(days []time.Time) string {
	var out []string
	for _, d := range days {
		out = append(out, p.date(d))
	}
	return strings.Join(out, p.T("list.comma"))
}

// yearly lists days of every year, without the year.
func (p *page) yearly(days []time.Time) string {
	var out []string
	for _, d := range days {
		out = append(out, p.T("settings.calendar.yearday", "day", d.Day(), "month", p.T(fmt.Sprintf("month.%d", d.Month()))))
	}
	return strings.Join(out, p.T("list.comma"))
}
