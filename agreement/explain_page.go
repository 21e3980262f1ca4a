package agreement

import (
	"bytes"
	"fmt"
	"html/template"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
)

// page is an agreement as one document: each article's prose as signed, and its rules in words.
type page struct {
	Lang, Dir string
	TextLang  string // of the agreement's own words
	TextDir   string
	Title     string
	Words     string // "Rules in plain words"
	Prose     string // "Text as agreed"
	Articles  []pageArticle
}

type pageArticle struct {
	Number  Article
	Heading string
	Prose   []string
	Rules   []Explanation
	None    string // what is said where there is no rule
}

// pageOf collects what a page shows; only restricts it to one article, "" to none.
func pageOf(m *Model, lang string, only Article) page {
	p := speak(lang)
	if !Speaks(lang) {
		lang = "en"
	}
	out := page{Lang: lang, Dir: direction(lang), TextLang: "und", TextDir: "auto", Title: m.Title, Words: p.say("page.words"), Prose: p.say("page.prose")}
	if len(m.Languages) > 0 {
		out.TextLang, out.TextDir = m.Languages[0], direction(m.Languages[0])
	}
	rules := map[Article][]Explanation{}
	for _, e := range Explain(m, lang) {
		rules[e.Article] = append(rules[e.Article], e)
	}
	for _, c := range m.Articles {
		if only != "" && c.Number != only {
			continue
		}
		a := pageArticle{Number: c.Number, Heading: ArticleInWords(c, lang), Prose: c.Prose, Rules: rules[c.Number]}
		if len(a.Rules) == 0 {
			a.None = p.say("page.none")
		}
		out.Articles = append(out.Articles, a)
	}
	return out
}

// ArticleInWords gives an article's heading: "Article 7 — Mutual assistance".
func ArticleInWords(c Clause, lang string) string {
	p := speak(lang)
	if c.Title == "" {
		return p.say("page.article", "number", string(c.Number))
	}
	return p.say("page.named", "number", string(c.Number), "title", p.own(c.Title))
}

// direction gives the way a language is written, by the first part of its tag.
func direction(lang string) string {
	switch base, _, _ := strings.Cut(lang, "-"); base {
	case "ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi":
		return "rtl"
	}
	return "ltr"
}

// ExplainMarkdown gives the agreement as one Markdown document: under each article the prose as signed, quoted,
// and its rules in words. With only, it holds that article alone. An unknown language gives English.
func ExplainMarkdown(m *Model, lang string, only Article) []byte {
	v := pageOf(m, lang, only)
	var b bytes.Buffer
	fmt.Fprintf(&b, "# %s\n", markdown(v.Title))
	for _, a := range v.Articles {
		fmt.Fprintf(&b, "\n## %s\n", markdown(a.Heading))
		for i, paragraph := range a.Prose {
			if i > 0 {
				b.WriteString(">\n")
			} else {
				b.WriteString("\n")
			}
			for line := range strings.Lines(paragraph) {
				fmt.Fprintf(&b, "> %s\n", strings.TrimRight(line, "\n"))
			}
		}
		fmt.Fprintf(&b, "\n### %s\n\n", v.Words)
		if a.None != "" {
			fmt.Fprintf(&b, "%s\n", a.None)
		}
		for _, r := range a.Rules {
			fmt.Fprintf(&b, "- %s\n", markdown(r.Text))
			if s := r.Carried(v.Lang); s != "" {
				fmt.Fprintf(&b, "  %s\n", markdown(s))
			}
		}
	}
	return b.Bytes()
}

var (
	marks     = regexp.MustCompile("[\\\\`*_\\[\\]<>#|&~$]")
	listStart = regexp.MustCompile(`^([0-9]+)([.)])|^([-+=])`)
)

// markdown keeps words from being read as marks. Line breaks, which would end an item, become spaces.
func markdown(s string) string {
	s = marks.ReplaceAllString(strings.Join(strings.Fields(s), " "), `\$0`)
	return listStart.ReplaceAllString(s, `$1\$2$3`)
}

// ExplainHTML gives the same as one page that needs nothing beside itself: marks of the text are escaped, raw HTML
// and doubtful links of the prose are left out, and nothing is loaded from anywhere.
func ExplainHTML(m *Model, lang string, only Article) ([]byte, error) {
	v := pageOf(m, lang, only)
	var b bytes.Buffer
	if err := explainTemplate.Execute(&b, v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// proseHTML renders paragraphs of Markdown. Goldmark leaves raw HTML out unless it is told otherwise, and it is
// not told: an agreement brings words, never markup of its own.
func proseHTML(paragraphs []string) (template.HTML, error) {
	var b bytes.Buffer
	if err := goldmark.Convert([]byte(strings.Join(paragraphs, "\n\n")), &b); err != nil {
		return "", err
	}
	return template.HTML(b.String()), nil //nolint:gosec // see above
}

var explainTemplate = template.Must(template.New("explain").Funcs(template.FuncMap{"prose": proseHTML}).Parse(`<!doctype html>
<html lang="{{.Lang}}" dir="{{.Dir}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{{.Title}} · {{.Words}}</title>
<style>
:root { color-scheme: light dark }
body { font: 1rem/1.6 "Noto Serif", "Noto Naskh Arabic", "Noto Serif CJK SC", Georgia, serif; max-width: 76rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere }
h1, h2 { line-height: 1.25 }
section { border-block-start: 1px solid; padding-block: 0.5rem 1.5rem }
.sides { display: grid; gap: 0 2.5rem; grid-template-columns: 1fr }
@media (min-width: 56rem), print { .sides { grid-template-columns: 1fr 1fr } }
h3 { font-size: 0.9rem; font-weight: normal; margin-block: 0.5rem; opacity: 0.75 }
.rules { list-style: none; margin: 0; padding: 0 }
.rules > li { border-inline-start: 3px solid; margin-block-end: 0.9rem; padding-inline-start: 0.8rem; break-inside: avoid }
.rules p { margin: 0 }
.name, .carried { font-size: 0.8rem; opacity: 0.75 }
</style>
</head>
<body>
<h1 lang="{{.TextLang}}"><bdi>{{.Title}}</bdi></h1>
{{- $v := .}}
{{- range .Articles}}
<section id="a{{.Number}}">
<h2>{{.Heading}}</h2>
<div class="sides">
<div>
<h3>{{$v.Prose}}</h3>
<div lang="{{$v.TextLang}}" dir="{{$v.TextDir}}">
{{prose .Prose}}</div>
</div>
<div>
<h3>{{$v.Words}}</h3>
{{- if .None}}
<p>{{.None}}</p>
{{- else}}
<ul class="rules">
{{- range .Rules}}
<li>
<p>{{.Text}}</p>
{{- with .Carried $v.Lang}}
<p class="carried">{{.}}</p>
{{- end}}
<p class="name"><code dir="ltr">{{.Rule}} {{.Name}}</code></p>
{{- range .Conditions}}
<p class="name"><code dir="ltr">{{.}}</code></p>
{{- end}}
</li>
{{- end}}
</ul>
{{- end}}
</div>
</div>
</section>
{{- end}}
</body>
</html>
`))
