package web

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"github.com/entente-net/entente/agreement"
)

// filled is a form with what stands in it and what is wrong with it.
type filled struct {
	prefix string // several forms on one page keep their element names apart
	raw    url.Values
	faults map[string]string // by path
	kept   map[string]any    // files of an earlier round, by path
}

func newFilled() filled {
	return filled{raw: url.Values{}, faults: map[string]string{}, kept: map[string]any{}}
}

// stepState is a step's form on a page.
type stepState struct {
	filled
	form   StepForm
	action string
	nonce  string
	hit    string // the question whose hit the case follows that this opens; ""
}

func (s *stepState) id(part string) string { return s.ident(string(s.form.Step.ID) + "." + part) }

func (s *filled) ident(at string) string { return ident(s.prefix + at) }

func (s *stepState) uploads() bool { return slices.ContainsFunc(s.form.Inputs, uploads) }

func uploads(i Input) bool {
	return i.Field.Type == agreement.TypeFile || i.Field.Of == agreement.TypeFile || slices.ContainsFunc(i.Parts, uploads)
}

func (s *filled) keptField() string {
	b, _ := json.Marshal(s.kept)
	return base64.RawURLEncoding.EncodeToString(b)
}

func (s *filled) keptNames(at string) []string {
	var names []string
	list, _ := s.kept[at].([]any)
	for _, e := range list {
		if o, ok := e.(map[string]any); ok {
			names = append(names, fmt.Sprint(o["name"]))
		}
	}
	return names
}

// ident makes an element's id of a path.
func ident(at string) string {
	return strings.Map(func(r rune) rune {
		if r == '.' || r == '_' || r == ' ' {
			return '-'
		}
		return r
	}, at)
}

func (s *filled) class(at string) string {
	if s.faults[at] != "" {
		return "has-error"
	}
	return "asked"
}

// invalid ties a control to its hint and to what is wrong with it.
func (s *filled) invalid(at string) templ.Attributes {
	if s.faults[at] == "" {
		return templ.Attributes{}
	}
	return templ.Attributes{"aria-invalid": "true", "aria-describedby": s.ident(at) + "-e"}
}

// rowsOf says how many rows of a list of records are shown: those there are, and room for one more.
func (s *filled) rowsOf(at string) []struct{} {
	return make([]struct{}, min(maxRows, rowCount(s.raw, at)+1))
}

// asked is the question above a field; what need not be answered says so.
func (p *page) asked(i Input) string {
	if i.Required {
		return p.label(i.Field)
	}
	return p.T("field.optional", "label", p.label(i.Field))
}

// hintOf says in which form an answer is given, and who will read it.
func (p *page) hintOf(i Input) string {
	var parts []string
	printed := i.Field.Type == agreement.TypeDocument || i.Field.Type == agreement.TypeIdentifier
	if key := "field.form." + formKey(i.Field); p.Has(key) && (p.help(i.Field) == "" || !printed) {
		parts = append(parts, p.T(key, "zone", p.zoneName()))
	}
	if i.Field.Assessment {
		parts = append(parts, p.T("field.assessment.hint"))
	}
	if len(i.Readers) > 0 {
		parts = append(parts, p.T("field.readers", "readers", p.list(i.Readers)))
	}
	return p.follow(parts...)
}

func formKey(f *agreement.Field) string {
	switch {
	case f.Type == agreement.TypeList && f.Of == agreement.TypeRecord:
		return "rows"
	case f.Type == agreement.TypeList && f.Of == agreement.TypeFile:
		return string(f.Of)
	case f.Type == agreement.TypeList:
		return "list"
	}
	return string(f.Type)
}

// questionNote says where one is in the test, and which answers close the step.
func (p *page) questionNote(n, of int, q agreement.Question) string {
	s := p.T("assessment.question", "n", n+1, "of", of)
	if len(q.Blocks) > 0 {
		quoted := make([]string, len(q.Blocks))
		for i, b := range q.Blocks {
			quoted[i] = p.T("quoted", "text", q.Word(b))
		}
		s += p.T("list.space") + p.N("assessment.blocks", len(q.Blocks), "answers", p.list(quoted))
	}
	return s
}

// kindOf chooses the control for a field.
func kindOf(f *agreement.Field) string {
	switch f.Type {
	case agreement.TypeText, agreement.TypeLine, agreement.TypeArea:
		return "area"
	case agreement.TypeList:
		if f.Of == agreement.TypeFile {
			return "file"
		}
		return "area"
	case agreement.TypeChoice:
		return "select"
	case agreement.TypeFile:
		return "file"
	case agreement.TypeDate:
		return "date"
	case agreement.TypeTime:
		return "datetime-local"
	default:
		return "text"
	}
}

// kindOf shows what somebody wrote that is no date as they wrote it, to be mended: a field for dates alone would show nothing.
func (s *filled) kindOf(f *agreement.Field, at string) string {
	if kind := kindOf(f); s.faults[at] == "" || kind != "date" && kind != "datetime-local" {
		return kind
	}
	return "text"
}

func rowsFor(f *agreement.Field) string {
	if f.Type == agreement.TypeText {
		return "5"
	}
	return "4"
}

func inputClass(f *agreement.Field) string {
	switch f.Type {
	case agreement.TypeDate, agreement.TypeTime, agreement.TypeNumber, agreement.TypeCountry:
		return "short"
	case agreement.TypeDocument, agreement.TypeIdentifier:
		return "code"
	default:
		return "line"
	}
}

func inputMore(f *agreement.Field) templ.Attributes {
	switch f.Type {
	case agreement.TypeNumber:
		return templ.Attributes{"inputmode": "decimal"}
	case agreement.TypeCountry:
		return templ.Attributes{"maxlength": "2", "autocapitalize": "characters", "spellcheck": "false"}
	case agreement.TypeDocument, agreement.TypeIdentifier:
		return templ.Attributes{"autocapitalize": "characters", "spellcheck": "false"}
	default:
		return templ.Attributes{}
	}
}

// pairOf names the two parts of a value that is asked for in two.
func pairOf(t agreement.Type) [2]string {
	switch t {
	case agreement.TypeAmount:
		return [2]string{"value", "currency"}
	case agreement.TypeQuantity:
		return [2]string{"value", "unit"}
	case agreement.TypePoint:
		return [2]string{"lat", "lon"}
	default:
		return [2]string{}
	}
}

// listed is one problem in the list at the top.
type listed struct {
	path, at, label, message, remedy string
	article                          ArticleRef
	detail, lang                     string
}

func topIf(after bool) string {
	if after {
		return "title top"
	}
	return "title"
}

func sectionIf(yes bool) string {
	if yes {
		return "section top"
	}
	return "asking"
}
