package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/models"
	"github.com/entente-net/entente/seal"
	"github.com/mattn/go-isatty"
)

type agreementNewCmd struct {
	From    string            `required:"" help:"The model agreement to begin with: border, access, neighbours or justice." placeholder:"MODEL"`
	Parties map[string]string `help:"Who takes whose place: arland=\"Kingdom of Nord:XN\", the country after a colon where it is a state. What is not said is asked for." placeholder:"ID=NAME[:COUNTRY]" mapsep:";"`
	Title   string            `help:"What the agreement is called." placeholder:"TEXT"`
	Name    string            `help:"Its name in rules, evidence and addresses: small letters, digits and hyphens." placeholder:"NAME"`
	World   string            `help:"exercise, or real." enum:"exercise,real," default:""`
	Out     string            `short:"o" help:"Where to write it: the whole, in one file, and beside it the model's translations where the parties stay as they are. Never over a file that is there." placeholder:"FILE"`
}

// modelNames are the model agreements that are there.
func modelNames() []string {
	files, err := fs.Glob(models.Files, "*.md")
	if err != nil {
		return nil
	}
	files = slices.DeleteFunc(files, func(f string) bool {
		_, _, translation := agreement.TranslationOf(f)
		return translation
	})
	for i, f := range files {
		files[i] = strings.TrimSuffix(f, ".md")
	}
	return files
}

// Run begins one's own agreement from a model: it asks what must be decided, and leaves a file that checks.
func (c agreementNewCmd) Run(a *app) error {
	if !slices.Contains(modelNames(), c.From) {
		return usage("there is no model %q; there are %s", c.From, strings.Join(modelNames(), ", "))
	}
	whole, m, found, err := agreement.Open(models.Files, c.From+".md", c.From+".md")
	if err != nil || m == nil {
		return fault.New(fault.Internal, "the model %s does not read", c.From).Wrap(found)
	}
	ask := &asker{in: bufio.NewReader(os.Stdin), out: a.errs, silent: a.json || !atTerminal(os.Stdin)}
	terms := agreement.Terms{Title: c.Title, ID: agreement.ID(c.Name), Version: "0.1", World: c.World}
	if terms.Title == "" {
		terms.Title = ask.about("Title", m.Title)
	}
	parties := map[agreement.PartyID]agreement.Adopted{}
	for _, p := range m.Parties {
		said, ok := c.Parties[string(p.ID)]
		if !ok {
			said = ask.about(fmt.Sprintf("In the place of %s (%s)", p.Name, p.Kind), p.Name)
		}
		delete(c.Parties, string(p.ID))
		if said == p.Name {
			continue
		}
		name, country, _ := strings.Cut(said, ":")
		parties[p.ID] = agreement.Adopted{ID: idOf(name), Name: strings.TrimSpace(name), Country: strings.TrimSpace(country)}
	}
	for id := range c.Parties {
		return usage("the model %s has no party %q; it has %s", c.From, id, partyList(m))
	}
	switch terms.World {
	case "":
		terms.World = m.World
	case "real":
		terms.World = agreement.WorldReal
	}
	text, err := agreement.Adopt(whole.Text, parties, terms)
	if err != nil {
		return err
	}
	if c.World == "real" {
		if text, err = agreement.WithWorld(text, agreement.WorldReal); err != nil {
			return err
		}
	}
	translated, err := c.translations(m, text, len(parties) == 0)
	if err != nil {
		return err
	}
	return c.leave(a, text, translated)
}

// modelTranslation is a translation of the model and, unless it was left out, what of it goes beside the text.
type modelTranslation struct {
	model  string // its file: border.fr.md
	beside string
	text   []byte
}

// translations are those of the model. With other parties they are left out: what those are called in French or Arabic was
// not said, and articles and endings there hang on the names.
func (c agreementNewCmd) translations(m *agreement.Model, text []byte, sameParties bool) ([]modelTranslation, error) {
	now, found := agreement.Compile(c.From+".md", text)
	if found.Failed() {
		return nil, found
	}
	var all []modelTranslation
	for _, language := range m.Languages {
		name := agreement.TranslationName(c.From+".md", language)
		own, err := fs.ReadFile(models.Files, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fault.New(fault.Internal, "the model's translation %s does not read: %s", name, err)
		}
		t := modelTranslation{model: name, beside: agreement.TranslationName(c.Out, language)}
		if sameParties {
			whole, found := agreement.Assemble(models.Files, name, own)
			if found.Failed() {
				return nil, fault.New(fault.Internal, "the model's translation %s does not read", name).Wrap(found)
			}
			if t.text, err = agreement.AdoptTranslation(whole.Text, language, m, now); err != nil {
				return nil, err
			}
		}
		all = append(all, t)
	}
	return all, nil
}

// leave writes the text and its translations, and says what to do with them.
func (c agreementNewCmd) leave(a *app, text []byte, translated []modelTranslation) error {
	hash := string(seal.DigestFrom(agreement.TextHash(text)))
	if c.Out == "" {
		if a.json {
			return a.print(map[string]string{"text": string(text), "text_hash": hash}, nil)
		}
		_, err := a.out.Write(text)
		return err
	}
	left := struct {
		File         string   `json:"file"`
		TextHash     string   `json:"text_hash"`
		Translations []string `json:"translations,omitempty"`
		LeftOut      []string `json:"left_out,omitempty"`
	}{File: c.Out, TextHash: hash}
	for _, t := range translated {
		if t.text == nil {
			left.LeftOut = append(left.LeftOut, t.model)
			continue
		}
		if _, err := os.Lstat(t.beside); err == nil {
			return usage("%s cannot be written: file exists", t.beside)
		}
		left.Translations = append(left.Translations, t.beside)
	}
	if err := writeNew(c.Out, text); err != nil {
		return err
	}
	for _, t := range translated {
		if t.text == nil {
			continue
		}
		if err := writeNew(t.beside, t.text); err != nil {
			return err
		}
	}
	return a.print(left, func(w io.Writer) {
		fmt.Fprintf(w, "wrote %s\n  text  %s\n", c.Out, hash)
		for _, beside := range left.Translations {
			fmt.Fprintf(w, "wrote %s, its translation\n", beside)
		}
		if len(left.LeftOut) > 0 {
			fmt.Fprintf(w, "not copied: %s. They call the model's parties by name, and what yours are called in those languages was not said.\n"+
				"  To translate from them, leave the parties as they are: entente agreement new --from %s -o FILE\n", strings.Join(left.LeftOut, ", "), c.From)
		}
		fmt.Fprintf(w, "\nNow it is yours: change a sentence and its rule, and see\n"+
			"  entente agreement check %[1]s\n  entente agreement explain %[1]s\n  entente agreement simulate %[1]s\n", c.Out)
	})
}

// writeNew writes a file that is not there yet.
func writeNew(path string, text []byte) error {
	f, err := os.OpenFile(filepath.Clean(path), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return usage("%s cannot be written: %s", path, reason(err))
	}
	_, err = f.Write(text)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return usage("%s cannot be written: %s", path, reason(err))
	}
	return nil
}

// atTerminal says whether somebody can answer.
func atTerminal(f *os.File) bool {
	return isatty.IsTerminal(f.Fd())
}

// asker asks at a terminal; elsewhere everything stays as it is.
type asker struct {
	in     *bufio.Reader
	out    io.Writer
	silent bool
}

func (k *asker) about(what, now string) string {
	if k.silent {
		return now
	}
	fmt.Fprintf(k.out, "%s [%s]: ", what, now)
	line, err := k.in.ReadString('\n')
	if line = strings.TrimSpace(line); err != nil || line == "" {
		return now
	}
	return line
}

// idOf makes a name for rules of a party's name: "Kingdom of Nord" is called nord.
func idOf(name string) agreement.PartyID {
	if i := strings.LastIndex(name, " of "); i >= 0 {
		name = strings.TrimPrefix(name[i+4:], "the ")
	}
	var b strings.Builder
	for _, r := range strings.ToLower(strings.TrimSpace(name)) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		default:
			if s := b.String(); s != "" && !strings.HasSuffix(s, "-") {
				b.WriteByte('-')
			}
		}
	}
	return agreement.PartyID(strings.Trim(b.String(), "-"))
}

func partyList(m *agreement.Model) string {
	ids := make([]string, len(m.Parties))
	for i := range m.Parties {
		ids[i] = string(m.Parties[i].ID)
	}
	return strings.Join(ids, ", ")
}
