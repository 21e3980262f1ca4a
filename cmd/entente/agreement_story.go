package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/scenario"
	"github.com/entente-net/entente/internal/world"
)

type agreementStoryCmd struct {
	Files []string `arg:"" name:"FILE" help:"Stories: what happens, and what then must be so."`
	Given string   `help:"Play them on this text instead of the one that they name: which no longer come out?" placeholder:"TEXT"`
	Nodes bool     `help:"Play them on real nodes, one for each party, beside each other: every act is signed, ordered, sent and shared. Without it they are played on the engine, one by one."`
}

// storyResult is one story as it came out.
type storyResult struct {
	File  string           `json:"file"`
	Title string           `json:"title"`
	Nodes int              `json:"nodes,omitempty"` // on how many it was played; 0: on the engine
	Wrong []scenario.Wrong `json:"wrong"`
}

// Run plays stories about agreements. A story names its agreement by a path from its own folder.
func (cmd agreementStoryCmd) Run(a *app) error {
	if cmd.Nodes {
		if cmd.Given != "" {
			return usage("on nodes a story is played on the agreement that it names: leave out --given, or --nodes")
		}
		return cmd.onNodes(a)
	}
	models := map[string]*agreement.Model{} // many stories are about one text
	results := make([]storyResult, 0, len(cmd.Files))
	for _, file := range cmd.Files {
		b, err := readFile(file, maxText)
		if err != nil {
			return err
		}
		s, err := scenario.Read(bytes.NewReader(b))
		if err != nil {
			return usage("%s: %v", file, err)
		}
		of := cmd.of(file, s)
		m := models[of]
		if m == nil {
			if cmd.Given != "" { // a text that was just changed: its own examples need not come out yet
				m, _, err = a.legible(of)
			} else {
				_, m, err = a.sound(of)
			}
			if err != nil {
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
		results = append(results, storyResult{File: file, Title: s.Title, Wrong: append([]scenario.Wrong{}, scenario.Play(m, s, amended...)...)})
	}
	return cmd.told(a, results)
}

// of is the path of the text on which a story is played.
func (cmd agreementStoryCmd) of(file string, s *scenario.Story) string {
	switch {
	case cmd.Given != "":
		return cmd.Given
	case filepath.IsAbs(s.Agreement):
		return s.Agreement
	}
	return filepath.Join(filepath.Dir(file), s.Agreement)
}

// onNodes makes nodes for the parties of each agreement in a folder that is thrown away, and plays the stories about it beside each other.
func (cmd agreementStoryCmd) onNodes(a *app) error {
	dir, err := os.MkdirTemp("", "entente-story-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	var order []string
	byText := map[string][]int{}
	stories := make([]*scenario.Story, len(cmd.Files))
	results := make([]storyResult, len(cmd.Files))
	for i, file := range cmd.Files {
		b, err := readFile(file, maxText)
		if err != nil {
			return err
		}
		if stories[i], err = scenario.Read(bytes.NewReader(b)); err != nil {
			return usage("%s: %v", file, err)
		}
		if len(stories[i].Amended) > 0 {
			return usage("%s: a story in which the agreement is amended is played on the engine alone", file)
		}
		of := cmd.of(file, stories[i])
		if byText[of] == nil {
			order = append(order, of)
		}
		byText[of] = append(byText[of], i)
		results[i] = storyResult{File: file, Title: stories[i].Title, Wrong: []scenario.Wrong{}}
	}
	for n, of := range order {
		text, m, err := a.sound(of)
		if err != nil {
			return err
		}
		first := time.Time{}
		for _, i := range byText[of] {
			at, err := stories[i].Begins(m.Location())
			if err != nil {
				return usage("%s: %v", cmd.Files[i], err)
			}
			if first.IsZero() || at.Before(first) {
				first = at
			}
		}
		w, err := world.NewInside(a.ctx, world.Plan{
			Dir: filepath.Join(dir, strconv.Itoa(n)), Text: text, Start: first.Add(-24 * time.Hour), Seed: &world.Seed,
			Node: node.Config{MaxSkew: 1000 * time.Hour, Patience: 24 * time.Hour},
		})
		if err != nil {
			return err
		}
		err = cmd.perform(a, w, m.ID, byText[of], stories, results)
		w.Close()
		if err != nil {
			return err
		}
	}
	return cmd.told(a, results)
}

func (cmd agreementStoryCmd) perform(a *app, w *world.Inside, id agreement.ID, which []int, stories []*scenario.Story, results []storyResult) error {
	casts := w.Extras()
	var strands []world.Strand
	for _, i := range which {
		scene, err := w.NewScene(a.ctx, id, stories[i], casts)
		if err != nil {
			return err
		}
		strands = append(strands, world.NewTelling(cmd.Files[i], stories[i], scene))
	}
	if err := w.Perform(a.ctx, strands, nil); err != nil {
		return err
	}
	for n, i := range which {
		results[i].Wrong = append(results[i].Wrong, strands[n].(*world.Telling).Wrong()...)
		results[i].Nodes = len(w.Members)
	}
	return nil
}

func (cmd agreementStoryCmd) told(a *app, results []storyResult) error {
	short := false
	err := a.print(map[string]any{"stories": results}, func(w io.Writer) {
		for _, r := range results {
			if len(r.Wrong) == 0 && r.Nodes > 0 {
				fmt.Fprintf(w, "%s comes out as told, on %d nodes: %s\n", r.File, r.Nodes, r.Title)
			} else if len(r.Wrong) == 0 {
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
	for _, r := range results {
		short = short || len(r.Wrong) > 0
	}
	if short {
		return errFindings
	}
	return nil
}
