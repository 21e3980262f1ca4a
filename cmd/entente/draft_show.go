package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/entente-net/entente/client"
	"github.com/entente-net/entente/fault"
)

type draftShowCmd struct {
	Args    []string `arg:"" optional:"" name:"DIR NEGOTIATION" help:"The node's folder, and the negotiation."`
	Article string   `help:"Only this article, in full: with all words in brackets, and who wants them." placeholder:"NUMBER"`
	Text    bool     `help:"Only the text, byte for byte."`
	Version string   `help:"With --text: of this version." placeholder:"VERSION"`
	Out     string   `short:"o" help:"With --text: where to write it." placeholder:"FILE"`
	target
}

func (c draftShowCmd) Run(a *app) error {
	api, args, err := c.client(a, c.Args, "NEGOTIATION")
	if err != nil {
		return err
	}
	if (c.Version != "" || c.Out != "") && !c.Text {
		return usage("--version and --out go with --text")
	}
	if c.Text {
		text, err := api.DraftText(a.ctx, args[0], c.Version)
		if err != nil {
			return err
		}
		if a.json {
			return a.print(map[string]string{"text": string(text)}, nil)
		}
		return a.writeOut(c.Out, text)
	}
	n, err := api.Negotiation(a.ctx, args[0])
	if err != nil {
		return err
	}
	if c.Article != "" {
		return c.article(a, n)
	}
	return a.print(n, func(w io.Writer) { negotiationText(w, n) })
}

func (c draftShowCmd) article(a *app, n *client.Negotiation) error {
	for _, x := range n.Articles {
		if x.Article == c.Article {
			return a.print(x, func(w io.Writer) {
				fmt.Fprintf(w, "%s\n", articleLine(&x))
				if x.Text != "" {
					fmt.Fprintf(w, "\n%s\n", strings.TrimRight(x.Text, "\n"))
				}
				brackets(w, n, x.Article)
				comments(w, n, x.Article)
			})
		}
	}
	return fault.New(fault.NotFound, "the draft has no Article %s", c.Article).Mend("without --article all are shown")
}

func articleLine(x *client.DraftArticle) string {
	name := "Article " + x.Article
	if x.Article == "frame" {
		name = "the frame: title, preamble, which articles there are"
	} else if x.Title != "" {
		name += " — " + x.Title
	}
	switch x.Status {
	case "agreed":
		return name + ": agreed by all"
	case "bracketed":
		return name + ": bracketed by " + strings.Join(x.By, ", ")
	case "open":
		return name + ": opened again by " + strings.Join(x.By, ", ")
	}
	if len(x.Agreed) == 0 {
		return name + ": proposed by " + strings.Join(x.By, ", ") + ", agreed by nobody yet"
	}
	return name + ": proposed by " + strings.Join(x.By, ", ") + ", not agreed by " + strings.Join(x.Missing, ", ")
}

func brackets(w io.Writer, n *client.Negotiation, article string) {
	for _, b := range n.Brackets {
		if article != "" && b.Article != article {
			continue
		}
		fmt.Fprintf(w, "bracket %s, Article %s, %s: %s → %s\n", b.ID, b.Article, b.Party, clipped(b.From), clipped(b.To))
		if b.Words != "" {
			fmt.Fprintf(w, "  %s\n", indented(b.Words))
		}
	}
}

func comments(w io.Writer, n *client.Negotiation, article string) {
	for _, c := range n.Comments {
		if article != "" && c.Article != article {
			continue
		}
		who := c.Party
		if c.Person != "" {
			who = c.Person + " (" + c.Party + ")"
		}
		about := ""
		if c.Article != "" {
			about = " on Article " + c.Article
		}
		if c.About != "" {
			about += ", " + clipped(c.About)
		}
		fmt.Fprintf(w, "%s%s, version %d: %s\n", who, about, c.Version, indented(c.Words))
	}
}

// clipped shows a passage on one line.
func clipped(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 80 {
		s = string(r[:80]) + "…"
	}
	if s == "" {
		return "(nothing)"
	}
	return "“" + s + "”"
}

func negotiationText(w io.Writer, n *client.Negotiation) {
	negotiationLine(w, &n.NegotiationLine)
	fmt.Fprintf(w, "  text %s\n", n.TextHash)
	if n.Beside > 0 {
		fmt.Fprintf(w, "  %s beside it: bring a version that is built on all of them\n", counted(n.Beside, "other draft"))
	}
	fmt.Fprintln(w)
	for _, x := range n.Articles {
		fmt.Fprintln(w, articleLine(&x))
	}
	section(w, len(n.Brackets), "Brackets:", func() { brackets(w, n, "") })
	section(w, len(n.Comments), "Comments:", func() { comments(w, n, "") })
	section(w, len(n.Changes), "What changed against the version before:", func() {
		for _, c := range n.Changes {
			if c.Article != "" {
				fmt.Fprintf(w, "Article %s: ", c.Article)
			}
			fmt.Fprintln(w, c.Text)
		}
	})
	section(w, len(n.RedLines), "Red lines, to be seen here alone:", func() { redLines(w, n.RedLines) })
	section(w, len(n.Cases), "Open cases:", func() {
		for _, c := range n.Cases {
			switch {
			case len(c.Lacks) > 0:
				fmt.Fprintf(w, "%s cannot move to this text: %s\n", c.Case, strings.Join(c.Lacks, ", "))
			case c.Moves:
				fmt.Fprintf(w, "%s moves to this text once it is in force\n", c.Case)
			default:
				fmt.Fprintf(w, "%s stays under the text as it is in force\n", c.Case)
			}
		}
	})
	section(w, len(n.Forks), "Said twice under one number, and kept as proof:", func() {
		for _, f := range n.Forks {
			fmt.Fprintf(w, "%s, number %d: %s\n", f.Party, f.Number, f.Digest)
		}
	})
	section(w, len(n.Missing), "What has come to others and not here:", func() {
		for _, m := range n.Missing {
			fmt.Fprintf(w, "%s, up to number %d\n", m.Party, m.Number)
		}
	})
	section(w, len(n.History), "History:", func() {
		for _, h := range n.History {
			fmt.Fprintf(w, "%s %s %s\n", h.Sent.UTC().Format(time.RFC3339), h.Party, h.Says)
			if h.Why != "" {
				fmt.Fprintf(w, "  %s\n", indented(h.Why))
			}
		}
	})
	fmt.Fprintln(w)
	switch {
	case n.Concluded != "":
		fmt.Fprintln(w, "signed by all, and on this node")
	case len(n.Obstacles) == 0:
		fmt.Fprintln(w, "it may be signed")
	default:
		fmt.Fprintln(w, "it may not be signed yet:")
		for _, o := range n.Obstacles {
			fmt.Fprintf(w, "  %s\n", indented(o))
		}
	}
}

func section(w io.Writer, count int, head string, body func()) {
	if count > 0 {
		fmt.Fprintf(w, "\n%s\n", head)
		body()
	}
}
