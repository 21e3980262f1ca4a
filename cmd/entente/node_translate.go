package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/api"
)

type nodeTranslateCmd struct {
	Dir       string       `arg:"" name:"DIR" help:"The node's folder."`
	File      string       `arg:"" name:"FILE" help:"The translation, as agreement check reads it beside the text: border.fr.md."`
	Language  string       `help:"Its language, where the file's name does not say it." placeholder:"CODE"`
	Agreement agreement.ID `help:"Of which agreement, where the node has several." placeholder:"ID"`
}

func (c nodeTranslateCmd) Run(a *app) error {
	language := c.Language
	if language == "" {
		var ok bool
		if _, language, ok = agreement.TranslationOf(c.File); !ok {
			return usage("%s does not say which language it is in; say --language, or call it like border.fr.md", c.File)
		}
	}
	text, err := readFile(c.File, maxText)
	if err != nil {
		return err
	}
	whole, findings := agreement.Assemble(os.DirFS(filepath.Dir(c.File)), filepath.ToSlash(c.File), text)
	if findings.Failed() {
		return a.found(c.File, findings)
	}
	n, err := a.reach(c.Dir)
	if err != nil {
		return err
	}
	defer n.close()
	id, err := n.theAgreement(a.ctx, c.Agreement)
	if err != nil {
		return err
	}
	req := api.TranslationRequest{Agreement: id, Translation: api.Translation{Language: language, Text: string(whole.Text)}}
	if _, err := adminPost[api.Adopted](a.ctx, n, "/admin/translation", req); err != nil {
		return err
	}
	return a.print(map[string]any{"agreement": id, "language": language}, func(w io.Writer) {
		fmt.Fprintf(w, "%s can be read in %s on the node of %s\n", id, language, n.home.Party)
	})
}
