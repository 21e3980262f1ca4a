package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

type agreementExplainCmd struct {
	Files   []string          `arg:"" name:"FILE" help:"Texts of agreements."`
	Article agreement.Article `help:"Only this article." placeholder:"NUMBER"`
	Lang    string            `help:"Language of the words: ar, en, es, fr, ru or zh." default:"en"`
	Format  string            `help:"How it is written: text, markdown, or html, one page by itself." enum:"text,markdown,html" default:"text"`
}

// spoken refuses a language without a catalogue: English words under another language's name would mislead.
func spoken(lang string) error {
	if agreement.Speaks(lang) {
		return nil
	}
	return usage("rules are not said in the language %q; there are %s", lang, strings.Join(agreement.Languages(), ", "))
}

// worded gives the model of a text in the words of a language: those of its translation, where there is one.
func (a *app) worded(path, lang string) (*agreement.Model, error) {
	_, m, err := a.sound(path)
	if err != nil {
		return nil, err
	}
	t, findings, err := translated(path, m, lang)
	switch {
	case err != nil:
		return nil, err
	case findings.Failed():
		return nil, a.found(path, findings)
	case t != nil:
		return t.Model(), nil
	}
	return m, nil
}

// explainedText is one text's rules in words.
type explainedText struct {
	File  string                  `json:"file"`
	Title string                  `json:"title"`
	Lang  string                  `json:"lang"`
	Rules []agreement.Explanation `json:"rules"`
	model *agreement.Model
}

func (c agreementExplainCmd) Run(a *app) error {
	switch {
	case a.json && c.Format != "text":
		return usage("--json has a form of its own: leave out --format")
	case c.Format == "html" && len(c.Files) != 1:
		return usage("a page is one document: name one FILE")
	}
	if err := spoken(c.Lang); err != nil {
		return err
	}
	var all []explainedText
	for _, path := range c.Files {
		m, err := a.worded(path, c.Lang)
		if err != nil {
			return err
		}
		if c.Article != "" && m.Clause(c.Article) == nil {
			return fault.New(fault.NotFound, "%s has no Article %s", path, c.Article)
		}
		e := explainedText{File: path, Title: m.Title, Lang: c.Lang, Rules: []agreement.Explanation{}, model: m}
		for _, x := range agreement.Explain(m, c.Lang) {
			if c.Article == "" || x.Article == c.Article {
				e.Rules = append(e.Rules, x)
			}
		}
		all = append(all, e)
	}
	if c.Format != "text" {
		return c.documents(a, all)
	}
	return a.print(map[string]any{"texts": all}, func(w io.Writer) {
		for _, e := range all {
			fmt.Fprintf(w, "%s\n", e.Title)
			last := agreement.Article("")
			for _, r := range e.Rules {
				if r.Article != last {
					last = r.Article
					fmt.Fprintf(w, "\n%s\n", agreement.ArticleInWords(*e.model.Clause(last), c.Lang))
				}
				fmt.Fprintf(w, "  %s %s: %s\n", r.Rule, r.Name, r.Text)
				if s := r.Carried(c.Lang); s != "" {
					fmt.Fprintf(w, "    %s\n", s)
				}
			}
		}
	})
}

// documents writes Markdown, or the one page.
func (c agreementExplainCmd) documents(a *app, all []explainedText) error {
	var b bytes.Buffer
	for i, e := range all {
		if c.Format == "markdown" {
			if i > 0 {
				b.WriteByte('\n')
			}
			b.Write(agreement.ExplainMarkdown(e.model, c.Lang, c.Article))
			continue
		}
		page, err := agreement.ExplainHTML(e.model, c.Lang, c.Article)
		if err != nil {
			return fault.New(fault.Internal, "the page cannot be written").Wrap(err)
		}
		b.Write(page)
	}
	return a.writeOut("", b.Bytes())
}
