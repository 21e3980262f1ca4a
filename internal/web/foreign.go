package web

import (
	"context"
	"strings"

	"github.com/a-h/templ"

	"github.com/entente-net/entente/agreement"
)

// What an agreement says is shown in the reader's language where it has it, and else in its own: then the words are marked with their
// language and direction, so that they are spoken and set rightly, and the page says so once.

// Labelled is a field as its label is looked for.
type Labelled = *agreement.Field

// foreign gives the attributes of words in another language than the reader's, nil of the reader's own.
func foreign(ctx context.Context, tongue string) templ.Attributes {
	if tongue == "" || tongue == LanguageOf(ctx) {
		return nil
	}
	return templ.Attributes{"lang": tongue, "dir": directionOf(tongue)}
}

// directionOf is how a language is written.
func directionOf(code string) string {
	switch code {
	case "ar", "fa", "he", "ps", "ur", "ckb", "dv", "yi":
		return "rtl"
	case "und":
		return "auto"
	}
	return "ltr"
}

// labelTongue is the language of the label that a reader is shown; "" where that is the reader's.
func (p *page) labelTongue(f *agreement.Field) string {
	if f.Label[p.Code] != "" {
		return ""
	}
	return p.ownTongue(f.Label)
}

func (p *page) helpTongue(f *agreement.Field) string {
	if f.Help[p.Code] != "" {
		return ""
	}
	return p.ownTongue(f.Help)
}

// ownTongue is the language that Own chooses.
func (p *page) ownTongue(texts map[string]string) string {
	chosen := p.Own(texts, "")
	if texts["en"] == chosen && chosen != "" {
		return "en"
	}
	for _, code := range sortedKeys(texts) {
		if texts[code] == chosen && chosen != "" {
			return code
		}
	}
	return "und" // its name, a word in no language
}

// optional is what stands before and after the label of a field that may be left out.
func (p *page) optional() (before, after string, ok bool) {
	const mark = "\x00"
	return strings.Cut(p.bare("field.optional", "label", mark), mark)
}

// bare is T without the isolation of what is put in: for markup that isolates it.
func (l *Language) bare(key, name, value string) string {
	m, ok := l.messages[key]
	if !ok && l.fallback != nil {
		return l.fallback.bare(key, name, value)
	}
	return strings.ReplaceAll(m.text, "{"+name+"}", value)
}

// foreign are the agreements of which the page says in which language they are read: on a page of the public that of the page.
func (p *page) foreign() []Foreign {
	var out []Foreign
	for _, f := range p.frame.Foreign {
		if !p.public || f.Agreement == p.frame.Agreement.Agreement {
			out = append(out, f)
		}
	}
	return out
}

// foreignSays is the note: "“Border Partnership” exists in English, French and Arabic; you read English."
func (p *page) foreignSays(f Foreign) string {
	return p.T("foreign.note", "title", f.Title, "languages", p.languageNames(f.Has), "read", p.languageNames([]string{f.Reads}))
}
