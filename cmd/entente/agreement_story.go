package main

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/scenario"
)

type agreementStoryCmd struct {
	Files []string `arg:"" name:"FILE" help:"Stories: what happens, and what then must be so."`
}

// storyResult is one story as it came out.
type storyResult struct {
	File  string           `json:"file"`
	Title string           `json:"title"`
	Wrong []scenario.Wrong `json:"wrong"`
}

// Run plays stories about agreements on the engine. A story names its agreement by a path from its own folder.
func (cmd agreementStoryCmd) Run(a *app) error {
	models := map[string]*agreement.Model{} // many stories are about one text
	results, short := make([]storyResult, 0, len(cmd.Files)), 0
	for _, file := range cmd.Files {
		b, err := readFile(file, maxText)
		if err != nil {
			return err
		}
		s, err := scenario.Read(bytes.NewReader(b))
		if err != nil {
			return usage("%s: %v", file, err)
		}
		of := s.Agreement
		if !filepath.IsAbs(of) {
			of = filepath.Join(filepath.Dir(file), of)
		}
		m := models[of]
		if m == nil {
			if _, m, err = a.sound(of); err != nil {
				return err
			}
			models[of] = m
		}
		var amended []*agreement.Model
		old := m
		for _, path := range s.Amended {
			path = filepath.Join(filepath.Dir(file), path)
			text, now, err := a.sound(path)
			if err != nil {
				return err
			}
			if findings := agreement.CheckAmendment(old, path, text); findings.Failed() {
				return a.found(path, findings)
			}
			amended, old = append(amended, now), now
		}
		r := storyResult{File: file, Title: s.Title, Wrong: append([]scenario.Wrong{}, scenario.Play(m, s, amended...)...)}
		if len(r.Wrong) > 0 {
			short++
		}
		results = append(results, r)
	}
	err := a.print(map[string]any{"stories": results}, func(w io.Writer) {
		for _, r := range results {
			if len(r.Wrong) == 0 {
				fmt.Fprintf(w, "%s comes out as told: %s\n", r.File, r.Title)
			}
			for _, x := range r.Wrong {
				fmt.Fprintf(w, "%s: %s\n", r.File, x)
			}
		}
	})
	if err != nil {
		return err
	}
	if short > 0 {
		return errFindings
	}
	return nil
}
