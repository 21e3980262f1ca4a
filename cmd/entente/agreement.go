package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

type agreementCmd struct {
	New      agreementNewCmd      `cmd:"" help:"Begin one's own agreement from a model: asks what must be decided, leaves a file that checks."`
	Check    agreementCheckCmd    `cmd:"" help:"Find what is wrong with texts, all of it at once."`
	Fmt      agreementFmtCmd      `cmd:"" help:"Lay out the rules of texts in the one way that they have."`
	Assemble agreementAssembleCmd `cmd:"" help:"Print a text with the parts in place that it includes: the one that is signed."`
	Explain  agreementExplainCmd  `cmd:"" help:"Say every rule in plain words."`
	Form     agreementFormCmd     `cmd:"" help:"Print the specimen form of a step, to be filled in on paper."`
	Model    agreementModelCmd    `cmd:"" help:"Print the canonical model, or the hashes that are signed."`
	Diff     agreementDiffCmd     `cmd:"" help:"Compare two versions, article by article, in words."`
	Simulate agreementSimulateCmd `cmd:"" help:"Play the drills of a text on the engine: which times would be missed?"`
	Examples agreementExamplesCmd `cmd:"" help:"Draw examples from the rules: all that anybody may do and see, state by state."`
	Story    agreementStoryCmd    `cmd:"" help:"Play stories about an agreement: what happens, and what then must be so."`
	Keys     agreementKeysCmd     `cmd:"" help:"Write the parties' public keys, and the mark of a world, into a text."`
	Sign     agreementSignCmd     `cmd:"" help:"Ratify a text with a party key."`
}

// maxText bounds a text, in bytes; the compiler has the same bound and says so itself.
const maxText = 32 << 20

// compiled reads a text, puts the parts that it includes into their places, and compiles it with its expectations; a
// model is there where no finding is an error. The text is the whole.
func compiled(path string) ([]byte, *agreement.Model, agreement.Findings, error) {
	text, err := readFile(path, maxText)
	if err != nil {
		return nil, nil, nil, err
	}
	whole, findings := agreement.Assemble(os.DirFS(filepath.Dir(path)), filepath.ToSlash(path), text)
	if findings.Failed() {
		return text, nil, findings, nil
	}
	m, findings := agreement.Compile(path, whole.Text)
	if m != nil {
		for _, f := range casework.Expectations(m) {
			if f.File == "" {
				f.File = path
			}
			if at := exampleLine(whole.Text, f.Message); at > 0 { // the model keeps no lines of examples
				f.Line, f.Column = at, 1
			}
			findings = append(findings, f)
		}
	}
	return whole.Text, m, whole.Place(findings), nil
}

// exampleLine finds the example that a finding is about, from 1; 0 where it names none.
func exampleLine(text []byte, message string) int {
	_, rest, ok := strings.Cut(message, "the example \"")
	title, _, closed := strings.Cut(rest, "\" does not come out")
	if !ok || !closed {
		return 0
	}
	at := bytes.Index(text, []byte("\nexpect \""+title+"\" {"))
	if at < 0 {
		return 0
	}
	return bytes.Count(text[:at+1], []byte("\n")) + 1
}

// translated reads a text's translation beside it, where there is one.
func translated(path string, m *agreement.Model, lang string) (*agreement.Translation, agreement.Findings, error) {
	t, findings, err := agreement.OpenTranslation(os.DirFS(filepath.Dir(path)), filepath.Base(path), filepath.ToSlash(path), m, lang)
	if err != nil {
		return nil, nil, usage("%s cannot be read: %s", agreement.TranslationName(path, lang), reason(err))
	}
	return t, findings, nil
}

// beside reads every translation that stands beside a sound text. One that does not fit the text ends with its findings.
func (a *app) beside(path string, m *agreement.Model) ([]*agreement.Translation, error) {
	list, findings, err := agreement.OpenTranslations(os.DirFS(filepath.Dir(path)), filepath.Base(path), filepath.ToSlash(path), m)
	switch {
	case err != nil:
		return nil, usage("a translation of %s cannot be read: %s", path, reason(err))
	case findings.Failed():
		return nil, a.found(path, findings)
	}
	return list, nil
}

// sound gives a text and its model, or, where it has errors, prints them and ends with findings.
func (a *app) sound(path string) ([]byte, *agreement.Model, error) {
	text, m, findings, err := compiled(path)
	if err != nil {
		return nil, nil, err
	}
	if m == nil || findings.Failed() {
		return nil, nil, a.found(path, findings)
	}
	return text, m, nil
}

// legible gives the model of a text, and its findings, also where its own examples no longer come out: what fails now is what
// a change does.
func (a *app) legible(path string) (*agreement.Model, agreement.Findings, error) {
	_, m, findings, err := compiled(path)
	if err == nil && m == nil {
		err = a.found(path, findings)
	}
	return m, findings, err
}

// found ends with the findings of a text.
func (a *app) found(path string, findings agreement.Findings) error {
	if a.json {
		return fault.New(fault.AgreementOpen, "%s has findings: %s", path, findings[0].Message).Mend("run entente agreement check %s", path)
	}
	fmt.Fprintln(a.errs, findings.String())
	return errFindings
}

type agreementCheckCmd struct {
	Files  []string `arg:"" name:"FILE" help:"Texts of agreements. A translation is checked with the text beside which it stands."`
	Amends string   `placeholder:"OLD" help:"The text that FILE takes the place of: could every open case move that FILE moves?"`
}

type checkedText struct {
	File      string             `json:"file"`
	Sound     bool               `json:"sound"`
	ID        agreement.ID       `json:"id,omitempty"`
	Title     string             `json:"title,omitempty"`
	TextHash  seal.Digest        `json:"text_hash"`
	ModelHash seal.Digest        `json:"model_hash,omitempty"`
	Findings  agreement.Findings `json:"findings"`

	Translations []translation `json:"translations,omitempty"`
}

// translation is a file beside a text that says it in another language.
type translation struct {
	Language string `json:"language"`
	File     string `json:"file"`
	SHA256   string `json:"sha256"`
	Bound    bool   `json:"bound"` // the text commits to it
}

// wholes puts the text in the place of each translation that stands beside one, and names each text once.
func wholes(files []string) (out []string) {
	for _, file := range files {
		if text, _, ok := agreement.TranslationOf(file); ok {
			if _, err := os.Stat(text); err == nil {
				file = text
			}
		}
		if !slices.Contains(out, file) {
			out = append(out, file)
		}
	}
	return out
}

func (c agreementCheckCmd) Run(a *app) error {
	debug.SetGCPercent(-1) // a check is over before its memory would be worth collecting, up to a bound
	debug.SetMemoryLimit(1 << 30)
	failed := false
	var all []checkedText
	var old *agreement.Model
	if c.Amends != "" {
		if len(c.Files) != 1 {
			return usage("one text takes the place of another: name one FILE with --amends OLD")
		}
		var err error
		if _, old, err = a.sound(c.Amends); err != nil {
			return err
		}
	}
	for _, path := range wholes(c.Files) {
		text, m, findings, err := compiled(path)
		if err != nil {
			return err
		}
		if m != nil && old != nil {
			findings = append(findings, agreement.CheckAmendment(old, path, text)...)
		}
		t := checkedText{File: path, Sound: m != nil && !findings.Failed(), TextHash: seal.DigestFrom(agreement.TextHash(text)), Findings: findings}
		if m != nil {
			t.ID, t.Title, t.ModelHash = m.ID, m.Title, seal.DigestFrom(m.Hash())
		}
		if m != nil {
			for _, lang := range m.Languages[min(1, len(m.Languages)):] {
				tr, found, err := translated(path, m, lang)
				if err != nil {
					return err
				}
				t.Findings = append(t.Findings, found...)
				t.Sound = t.Sound && !found.Failed()
				if tr != nil {
					t.Translations = append(t.Translations, translation{Language: lang, File: agreement.TranslationName(path, lang), SHA256: tr.Hash, Bound: tr.Bound})
				}
			}
		}
		if t.Findings == nil {
			t.Findings = agreement.Findings{}
		}
		failed = failed || !t.Sound
		all = append(all, t)
	}
	err := a.print(map[string]any{"texts": all}, func(w io.Writer) {
		for _, t := range all {
			if len(t.Findings) > 0 {
				fmt.Fprintf(w, "%s\n\n", t.Findings.String())
			}
			if t.Sound {
				fmt.Fprintf(w, "%s: %s, sound\n  text  %s\n  model %s\n", t.File, t.Title, t.TextHash, t.ModelHash)
				for _, x := range t.Translations {
					bound := "not signed with it"
					if x.Bound {
						bound = "signed with it"
					}
					fmt.Fprintf(w, "  %-5s sha256 %s  %s, %s\n", x.Language, x.SHA256, x.File, bound)
				}
			} else {
				fmt.Fprintf(w, "%s: %s\n", t.File, counted(len(t.Findings), "finding"))
			}
		}
	})
	if err == nil && failed {
		return errFindings
	}
	return err
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

type agreementModelCmd struct {
	Files []string `arg:"" name:"FILE" help:"Texts of agreements."`
	Hash  bool     `help:"Print the hashes of text and model alone."`
}

func (c agreementModelCmd) Run(a *app) error {
	if len(c.Files) != 1 && !c.Hash && !a.json {
		return usage("a model is one document: name one FILE, or ask with --json or --hash")
	}
	type modelled struct {
		File      string          `json:"file"`
		ID        agreement.ID    `json:"id"`
		TextHash  seal.Digest     `json:"text_hash"`
		ModelHash seal.Digest     `json:"model_hash"`
		Model     json.RawMessage `json:"model,omitempty"`
	}
	var all []modelled
	for _, path := range c.Files {
		text, m, err := a.sound(path)
		if err != nil {
			return err
		}
		x := modelled{File: path, ID: m.ID, TextHash: seal.DigestFrom(agreement.TextHash(text)), ModelHash: seal.DigestFrom(m.Hash())}
		if !c.Hash {
			x.Model = m.Canonical()
		}
		all = append(all, x)
	}
	return a.print(map[string]any{"texts": all}, func(w io.Writer) {
		for _, x := range all {
			if c.Hash {
				fmt.Fprintf(w, "%s\n  text  %s\n  model %s\n", x.File, x.TextHash, x.ModelHash)
				continue
			}
			_, _ = w.Write(x.Model) // byte for byte what is hashed: no line end
		}
	})
}

type agreementDiffCmd struct {
	Files []string `arg:"" name:"FILE" help:"The older and the newer text."`
	Lang  string   `help:"Language of the words: ar, en, es, fr, ru or zh." default:"en"`
}

func (c agreementDiffCmd) Run(a *app) error {
	if len(c.Files) != 2 {
		return usage("two texts are compared, the older first; %d given", len(c.Files))
	}
	if err := spoken(c.Lang); err != nil {
		return err
	}
	old, _, err := a.legible(c.Files[0])
	if err != nil {
		return err
	}
	now, findings, err := a.legible(c.Files[1])
	if err != nil {
		return err
	}
	changes := agreement.DiffIn(old, now, c.Lang)
	if changes == nil {
		changes = []agreement.Change{}
	}
	if findings == nil {
		findings = agreement.Findings{}
	}
	err = a.print(map[string]any{"changes": changes, "findings": findings}, func(w io.Writer) {
		for _, x := range changes {
			fmt.Fprintln(w, x.Cited(c.Lang))
		}
		if len(changes) == 0 {
			fmt.Fprintln(w, "no difference")
		}
		if len(findings) > 0 {
			fmt.Fprintf(w, "\nWhat no longer holds in %s:\n\n%s\n", c.Files[1], findings)
		}
	})
	if err == nil && findings.Failed() {
		return errFindings
	}
	return err
}
