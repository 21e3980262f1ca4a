package agreement

import (
	"bytes"
	"fmt"
	"html/template"
	"slices"
)

// sheet is the specimen form of one step: what is written on paper by whom, and what the rules say of it.
type sheet struct {
	Lang, Dir string
	says      *phrases
	Title     string // of the agreement
	Exercise  string
	Heading   string // the article
	Procedure string
	Step      string
	Rule      []string // the step in plain words: who may, when, with what
	Opens     bool     // the case has no number yet
	Inputs    []sheetInput
	Grounds   []string
	Weighed   []sheetQuestion
	Times     []string // those that run until the step is taken, or begin with it
	Signature []string // what is written beside it
	Receipt   []string
}

type sheetInput struct {
	Label string
	Help  string
	Type  string
	Boxes []string // of a choice
	Long  bool     // reasons: some lines
}

type sheetQuestion struct {
	Text   string
	Boxes  []string
	Blocks string // with which answers the step is not possible
}

// Say gives a heading.
func (s sheet) Say(key string) string { return s.says.say("form." + key) }

// FormMarkdown gives the specimen form of a step as Markdown, to be printed and filled in by hand: what is asked for, who may
// fill it in, which times run and what silence means. An unknown language gives English.
func FormMarkdown(m *Model, x *Procedure, s *Step, lang string) []byte {
	const line = "\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_"
	v := sheetOf(m, x, s, lang)
	var b bytes.Buffer
	boxes := func(all []string) {
		for _, w := range all {
			fmt.Fprintf(&b, "  - ☐ %s\n", markdown(w))
		}
	}
	lines := func(all []string) {
		for _, w := range all {
			fmt.Fprintf(&b, "- %s: %s\n", markdown(w), line)
		}
	}
	fmt.Fprintf(&b, "# %s: %s\n\n", v.Say("specimen"), markdown(v.Step))
	for _, w := range []string{v.Title, v.Exercise, v.Heading, v.Procedure} {
		if w != "" {
			fmt.Fprintf(&b, "%s\n\n", markdown(w))
		}
	}
	if !v.Opens {
		lines([]string{v.Say("case")})
		b.WriteByte('\n')
	}
	for _, w := range v.Rule {
		fmt.Fprintf(&b, "> %s\n", markdown(w))
	}
	if len(v.Inputs) > 0 {
		fmt.Fprintf(&b, "\n## %s\n\n", v.Say("facts"))
	}
	for _, in := range v.Inputs {
		fmt.Fprintf(&b, "- %s", markdown(in.Label))
		if in.Type != "" {
			fmt.Fprintf(&b, " (%s)", markdown(in.Type))
		}
		if len(in.Boxes) == 0 {
			fmt.Fprintf(&b, ": %s", line)
		}
		b.WriteByte('\n')
		if in.Help != "" {
			fmt.Fprintf(&b, "  %s\n", markdown(in.Help))
		}
		boxes(in.Boxes)
	}
	if len(v.Grounds) > 0 {
		fmt.Fprintf(&b, "\n## %s\n\n", v.Say("ground"))
		boxes(v.Grounds)
	}
	if len(v.Weighed) > 0 {
		fmt.Fprintf(&b, "\n## %s\n\n", v.Say("weighed"))
	}
	for _, q := range v.Weighed {
		fmt.Fprintf(&b, "- %s\n", markdown(q.Text))
		if q.Blocks != "" {
			fmt.Fprintf(&b, "  %s\n", markdown(q.Blocks))
		}
		boxes(q.Boxes)
	}
	fmt.Fprintf(&b, "\n## %s\n\n", v.Say("signature"))
	lines(v.Signature)
	if len(v.Times) > 0 {
		fmt.Fprintf(&b, "\n## %s\n\n", v.Say("times"))
		for _, w := range v.Times {
			fmt.Fprintf(&b, "- %s\n", markdown(w))
		}
	}
	fmt.Fprintf(&b, "\n## %s\n\n", v.Say("receipt"))
	lines(v.Receipt)
	return b.Bytes()
}

// FormHTML gives the same as one page for the printer that needs nothing beside itself.
func FormHTML(m *Model, x *Procedure, s *Step, lang string) ([]byte, error) {
	var b bytes.Buffer
	if err := formTemplate.Execute(&b, sheetOf(m, x, s, lang)); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

var formTemplate = template.Must(template.New("form").Parse(`<!doctype html>
<html lang="{{.Lang}}" dir="{{.Dir}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{{.Say "specimen"}} · {{.Step}}</title>
<style>
@page { size: A4; margin: 18mm }
body { font: 0.95rem/1.5 "Noto Serif", "Noto Naskh Arabic", "Noto Serif CJK SC", Georgia, serif; max-width: 44rem; margin: 0 auto; padding: 1rem; color: #000; background: #fff; overflow-wrap: anywhere }
h1 { font-size: 1.4rem; line-height: 1.25 }
h2 { font-size: 1rem; border-block-start: 1px solid; margin-block: 1.2rem 0.4rem; padding-block-start: 0.5rem; break-after: avoid }
ul { list-style: none; margin: 0; padding: 0 }
li { break-inside: avoid; margin-block-end: 0.5rem }
p { margin-block: 0.2rem }
.line { border-block-end: 1px solid; min-block-size: 1.6rem }
.long { min-block-size: 8rem }
.small { font-size: 0.8rem }
.receipt { border: 1px solid; margin-block-start: 1.5rem; padding: 0 0.8rem; break-inside: avoid }
.receipt h2 { border: 0 }
</style>
</head>
<body>
<p>{{.Say "specimen"}}</p>
<h1>{{.Step}}</h1>
<p>{{.Procedure}}</p>
<p>{{.Heading}}</p>
<p class="small">{{.Title}} {{.Exercise}}</p>
{{- if not .Opens}}
<p>{{.Say "case"}}</p>
<div class="line"></div>
{{- end}}
{{- range .Rule}}
<p class="small">{{.}}</p>
{{- end}}
{{- if .Inputs}}
<h2>{{.Say "facts"}}</h2>
<ul>
{{- range .Inputs}}
<li>
<p>{{.Label}}{{with .Type}} <span class="small">({{.}})</span>{{end}}</p>
{{- with .Help}}
<p class="small">{{.}}</p>
{{- end}}
{{- range .Boxes}}
<p>☐ {{.}}</p>
{{- else}}
<div class="line{{if .Long}} long{{end}}"></div>
{{- end}}
</li>
{{- end}}
</ul>
{{- end}}
{{- if .Grounds}}
<h2>{{.Say "ground"}}</h2>
{{- range .Grounds}}
<p>☐ {{.}}</p>
{{- end}}
{{- end}}
{{- if .Weighed}}
<h2>{{.Say "weighed"}}</h2>
<ul>
{{- range .Weighed}}
<li>
<p>{{.Text}}</p>
{{- range .Boxes}}
<p>☐ {{.}}</p>
{{- end}}
{{- with .Blocks}}
<p class="small">{{.}}</p>
{{- end}}
</li>
{{- end}}
</ul>
{{- end}}
<h2>{{.Say "signature"}}</h2>
{{- range .Signature}}
<p>{{.}}</p>
<div class="line"></div>
{{- end}}
{{- if .Times}}
<h2>{{.Say "times"}}</h2>
{{- range .Times}}
<p class="small">{{.}}</p>
{{- end}}
{{- end}}
<div class="receipt">
<h2>{{.Say "receipt"}}</h2>
{{- range .Receipt}}
<p>{{.}}</p>
<div class="line"></div>
{{- end}}
</div>
</body>
</html>
`))

// sheetOf collects what the form of a step shows.
func sheetOf(m *Model, x *Procedure, s *Step, lang string) sheet {
	p := speak(lang)
	if !Speaks(lang) {
		lang = "en"
	}
	out := sheet{
		Lang: lang, Dir: direction(lang), says: p, Title: p.say("agreement", "title", p.own(m.Title), "version", m.Version),
		Procedure: p.own(titled(x.Title, string(x.ID))), Step: p.own(titled(s.Title, string(s.ID))), Opens: len(s.From) == 0,
	}
	if m.World == WorldExercise {
		out.Exercise = p.say("agreement.exercise")
	}
	if c := m.Clause(s.Article); c != nil {
		out.Heading = ArticleInWords(*c, lang)
	}
	for _, r := range Explain(m, lang) {
		switch {
		case r.Rule == "step" && r.Name == string(x.ID)+"."+string(s.ID):
			out.Rule = r.Sentences
		case r.Rule == "clock" && slices.ContainsFunc(x.Clocks, func(k Clock) bool { return r.Name == string(x.ID)+"."+string(k.ID) && bounds(s, &k) }):
			out.Times = append(out.Times, r.Text)
		}
	}
	e := &explainer{m: m, p: p, lang: lang, of: x.ID}
	for _, id := range s.Gives {
		if f := m.ProcedureField(x, id); f != nil {
			label := p.own(m.LabelOf(f, lang))
			if slices.Contains(s.Optional, id) {
				label = p.say("step.optional", "label", label)
			}
			out.Inputs = append(out.Inputs, e.inputs(f, label, 0)...)
		}
	}
	if f := m.ProcedureField(x, FieldReasons); s.Reasons && f != nil {
		out.Inputs = append(out.Inputs, sheetInput{Label: p.own(m.LabelOf(f, lang)), Long: true})
	}
	for _, g := range s.Grounds {
		out.Grounds = append(out.Grounds, e.ground(s, g))
	}
	for _, id := range s.Requires {
		if a := m.Assessment(id); a != nil {
			out.Weighed = append(out.Weighed, e.weighed(a)...)
		}
	}
	for _, key := range []string{"form.name", "form.office", "form.party", "form.instant", "form.signature"} {
		out.Signature = append(out.Signature, p.say(key))
	}
	for _, key := range []string{"form.received", "form.receiver", "form.number"} {
		out.Receipt = append(out.Receipt, p.say(key))
	}
	return out
}

// bounds says whether a time runs until a step is taken, or begins with it.
func bounds(s *Step, k *Clock) bool {
	if s.To != "" && slices.Contains(k.Starts, s.To) {
		return true
	}
	return slices.ContainsFunc(s.From, func(at StateID) bool { return slices.Contains(k.Starts, at) })
}

// maxNested bounds records within records; the language forbids a cycle, a form need not trust that.
const maxNested = 6

// inputs gives what is written for a field: a record within is asked for part by part.
func (e *explainer) inputs(f *Field, label string, depth int) []sheetInput {
	if r := e.m.Record(f.Record); f.Type == TypeRecord && r != nil && depth < maxNested {
		var out []sheetInput
		for i := range r.Fields {
			part := e.p.say("cond.part", "part", e.p.own(e.m.LabelOf(&r.Fields[i], e.lang)), "whole", label)
			out = append(out, e.inputs(&r.Fields[i], part, depth+1)...)
		}
		return out
	}
	in := sheetInput{Label: label, Help: e.p.own(e.m.pick(f.Help, e.lang, ""))}
	if f.Type != TypeChoice {
		in.Type = e.typed(f, f.Type)
		return []sheetInput{in}
	}
	for _, c := range f.Choices {
		in.Boxes = append(in.Boxes, e.p.own(e.m.chosen(f, c)))
	}
	return []sheetInput{in}
}

func (e *explainer) weighed(a *Assessment) []sheetQuestion {
	var out []sheetQuestion
	for i := range a.Questions {
		q := &a.Questions[i]
		x := sheetQuestion{Text: e.p.own(q.Text)}
		for _, answer := range q.Answers {
			x.Boxes = append(x.Boxes, e.p.own(e.m.chosen(q, answer)))
		}
		if len(q.Blocks) > 0 {
			blocks := make([]string, len(q.Blocks))
			for j, b := range q.Blocks {
				blocks[j] = e.p.quoted(e.m.chosen(q, b))
			}
			x.Blocks = e.p.say("form.blocks", "answers", e.p.list(blocks, e.p.or))
		}
		out = append(out, x)
	}
	return out
}
