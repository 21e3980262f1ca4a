package web

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/hex"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/a-h/templ"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// Setup makes a party's node from what its first page was told. Errors are *fault.Error.
type Setup interface {
	// Models lists the model agreements that the program brings along, in a reader's language.
	Models(ctx context.Context) ([]SetupText, error)
	// Text reads what the node begins with: a model by its name, or (name "") a text that was brought.
	Text(ctx context.Context, model string, text []byte) (*SetupText, error)
	// Make makes the node's folder, with its keys.
	Make(ctx context.Context, a SetupAnswers) (*SetupMade, error)
	// Enrol enters one of the first people.
	Enrol(ctx context.Context, p SetupPerson) error
	// Start lets the node run, and gives where each of the first people goes from here.
	Start(ctx context.Context) ([]SetupPerson, error)
}

// SetupText is a text to begin with.
type SetupText struct {
	Model   string // "" for one that was brought
	Title   string
	Tongue  string // language of its words
	Parties []PartyRef
}

// SetupAnswers are what a node is made of.
type SetupAnswers struct {
	Party      agreement.PartyID
	World      string
	Folder     string
	Desk, Peer string // host:port
	Database   string // "": a file in the folder
}

// SetupMade is what was made.
type SetupMade struct {
	Folder string
	Text   string   // where the text lies
	Give   []string // files to give the other parties
	Away   string   // the folder that is to leave this machine
	Then   []string // commands that come next, in their order
}

// SetupPerson is one of the first people.
type SetupPerson struct {
	ID, Name string
	Admin    bool   // looks after the node; negotiates otherwise
	Link     string // once the node runs: where the person begins; "" where only a command gives it
}

// setup is one first run: a few pages for whoever holds the address that was printed once.
type setup struct {
	*server
	make   Setup
	token  string // good once
	cookie string // whoever came with the token

	mu     sync.Mutex
	spent  bool
	text   *SetupText
	said   SetupAnswers
	review bool
	made   *SetupMade
	people []SetupPerson
	runs   bool
}

const setupCookie = "entente-setup"

// NewSetup gives the pages of a first run, and the token that its address bears: /?token=…. It is good for one browser, once.
func NewSetup(s Setup, first SetupAnswers) (http.Handler, string, error) {
	srv, err := newServer(Services{}, Options{Name: "setup"})
	if err != nil {
		return nil, "", err
	}
	x := &setup{server: srv, make: s, token: secret(), cookie: secret(), said: first}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /assets/{name}", srv.assets.serve)
	mux.HandleFunc("GET /language", srv.language)
	mux.HandleFunc("GET /{$}", x.admit)
	for path, do := range map[string]func(*http.Request) error{
		"text": x.chooseText, "answers": x.answer, "back": x.back, "make": x.makeIt, "person": x.enrol, "start": x.start,
	} {
		mux.HandleFunc("POST /setup/"+path, x.post(do))
	}
	return srv.guard(mux), x.token, nil
}

func secret() string {
	b := make([]byte, 32)
	_, _ = rand.Read(b) // crypto/rand does not fail
	return hex.EncodeToString(b)
}

func equalSecrets(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// admit lets in whoever brings the token, once, and knows them from then on by a cookie.
func (x *setup) admit(w http.ResponseWriter, r *http.Request) {
	r = told(r, x.cat.choose(r))
	if token := r.URL.Query().Get("token"); token != "" {
		x.mu.Lock()
		ok := !x.spent && equalSecrets(token, x.token)
		x.spent = x.spent || ok
		x.mu.Unlock()
		if ok {
			http.SetCookie(w, &http.Cookie{Name: setupCookie, Value: x.cookie, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
			http.Redirect(w, r, "/", http.StatusSeeOther)
			return
		}
	}
	x.show(w, r, nil)
}

func (x *setup) knows(r *http.Request) bool {
	k, err := r.Cookie(setupCookie)
	return err == nil && equalSecrets(k.Value, x.cookie)
}

func (x *setup) post(do func(*http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		r = told(r, x.cat.choose(r))
		r.Body = http.MaxBytesReader(w, r.Body, maxForm+maxFile)
		err := error(fault.New(fault.Forbidden, "this address is not the one that was printed, or another browser came first").
			Mend("stop the command, run it again, and open the address that it prints"))
		if x.knows(r) {
			if err = r.ParseMultipartForm(maxForm); err == http.ErrNotMultipart {
				err = r.ParseForm()
			}
			if err == nil && !x.formRight(r, x.cookie, r.PostForm.Get(tokenField)) {
				err = fault.New(fault.Forbidden, "this form was not made for this session").Mend("open the page again and send it from there; nothing was done")
			}
			if err == nil {
				x.mu.Lock()
				err = do(r)
				x.mu.Unlock()
			}
		}
		if err != nil {
			x.show(w, r, err)
			return
		}
		http.Redirect(w, r, "/", http.StatusSeeOther)
	}
}

// show draws where the first run stands.
func (x *setup) show(w http.ResponseWriter, r *http.Request, wrong error) {
	p := &page{
		Language: x.cat.choose(r), languages: x.cat.list, path: "/", zone: time.UTC, now: time.Now(),
		styles: x.assets.styles, icon: x.assets.icon, scripts: x.assets.scripts,
	}
	code := http.StatusOK
	if wrong != nil {
		code = status(wrong)
	}
	var c templ.Component
	if !x.knows(r) {
		code = http.StatusForbidden
		c = setupShut(p)
	} else {
		p.token = x.formToken(w, r, x.cookie)
		x.mu.Lock()
		defer x.mu.Unlock()
		switch {
		case x.made != nil:
			c = setupMadePage(p, x.made, x.people, x.runs, wrong)
		case x.text == nil:
			list, err := x.make.Models(r.Context())
			if wrong == nil {
				wrong = err
			}
			c = setupTextPage(p, list, wrong)
		case x.review && wrong == nil:
			c = setupReviewPage(p, x.text, x.said)
		default:
			c = setupAnswersPage(p, x.text, x.said, wrong)
		}
	}
	if err := x.send(w, r, code, c); err != nil {
		http.Error(w, "the page cannot be drawn", http.StatusInternalServerError)
	}
}

func (x *setup) chooseText(r *http.Request) error {
	model := r.PostForm.Get("model")
	var text []byte
	if model == "" {
		f, _, err := r.FormFile("file")
		if err != nil {
			return fault.New(fault.FieldMissing, "neither a model nor a file was chosen").Mend("choose one of the models, or bring a file")
		}
		defer func() { _ = f.Close() }()
		if text, err = io.ReadAll(f); err != nil {
			return fault.New(fault.Invalid, "the file cannot be read").Mend("choose it again").Wrap(err)
		}
	}
	found, err := x.make.Text(r.Context(), model, text)
	if err == nil {
		x.text = found
	}
	return err
}

func (x *setup) answer(r *http.Request) error {
	f := r.PostForm
	x.said = SetupAnswers{
		Party: agreement.PartyID(f.Get("party")), World: f.Get("world"), Folder: f.Get("folder"), Desk: f.Get("desk"), Peer: f.Get("peer"), Database: f.Get("database"),
	}
	x.review = false
	if x.said.Party == "" {
		return fault.New(fault.FieldMissing, "it was not said whose node it is").Mend("choose one of the parties")
	}
	if x.said.Folder == "" || x.said.Desk == "" || x.said.Peer == "" {
		return fault.New(fault.FieldMissing, "the folder or an address is missing").Mend("fill in all three")
	}
	x.review = true
	return nil
}

// back goes one page back.
func (x *setup) back(*http.Request) error {
	if x.review {
		x.review = false
	} else {
		x.text = nil
	}
	return nil
}

func (x *setup) makeIt(r *http.Request) error {
	if x.made != nil {
		return nil // sent twice
	}
	if x.text == nil || !x.review {
		return fault.New(fault.Conflict, "not all is said yet").Mend("answer the questions first")
	}
	made, err := x.make.Make(r.Context(), x.said)
	if err != nil {
		x.review = false
		return err
	}
	x.made = made
	return nil
}

func (x *setup) enrol(r *http.Request) error {
	if x.made == nil || x.runs {
		return fault.New(fault.Conflict, "the first people are entered once the node is made, and before it runs").Mend("use entente node person from here on")
	}
	p := SetupPerson{ID: r.PostForm.Get("id"), Name: r.PostForm.Get("name"), Admin: r.PostForm.Get("does") == "admin"}
	if p.Name == "" || p.ID == "" {
		return fault.New(fault.FieldMissing, "a person has a name, and a name in the node's records").Mend("fill in both")
	}
	if err := x.make.Enrol(r.Context(), p); err != nil {
		return err
	}
	x.people = append(x.people, p)
	return nil
}

func (x *setup) start(r *http.Request) error {
	if x.made == nil {
		return fault.New(fault.Conflict, "there is no node yet").Mend("answer the questions first")
	}
	if x.runs {
		return nil
	}
	people, err := x.make.Start(r.Context())
	if err == nil {
		x.runs, x.people = true, people
	}
	return err
}

// draftHelp is the command that leads on to a negotiation.
const draftHelp = "entente draft --help"
