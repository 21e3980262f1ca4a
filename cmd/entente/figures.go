package main

import (
	"fmt"
	"io"
	"net/url"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/api"
)

type figuresCmd struct {
	Release figuresReleaseCmd `cmd:"" help:"Make the next release: the figures up to the end of the last month, kept for good, with their hash in the log."`
	List    figuresListCmd    `cmd:"" help:"List the releases."`
}

type figuresReleaseCmd struct {
	Dir       string       `arg:"" name:"DIR" help:"The node's folder."`
	Agreement agreement.ID `help:"Of which agreement, where the node has several." placeholder:"ID"`
	Corrects  int          `help:"The number of an earlier release that this one puts right." placeholder:"N"`
	Note      string       `help:"With --corrects: what was wrong there." placeholder:"TEXT"`
	IfDue     bool         `help:"Only where a month has ended since the last; a running node does this by itself."`
}

func (c figuresReleaseCmd) Run(a *app) error {
	n, err := a.reach(c.Dir)
	if err != nil {
		return err
	}
	defer n.close()
	id, err := n.theAgreement(a.ctx, c.Agreement)
	if err != nil {
		return err
	}
	out, err := adminPost[api.OpenReleases](a.ctx, n, "/admin/release", api.ReleaseRequest{Agreement: id, Corrects: c.Corrects, Note: c.Note, IfDue: c.IfDue})
	if err != nil {
		return err
	}
	return a.print(out, func(w io.Writer) {
		if len(out.Releases) == 0 {
			fmt.Fprintln(w, "no month has ended since the last release")
		}
		printReleases(w, out)
	})
}

type figuresListCmd struct {
	Dir       string       `arg:"" name:"DIR" help:"The node's folder."`
	Agreement agreement.ID `help:"Of which agreement, where the node has several." placeholder:"ID"`
}

func (c figuresListCmd) Run(a *app) error {
	n, err := a.reach(c.Dir)
	if err != nil {
		return err
	}
	defer n.close()
	id, err := n.theAgreement(a.ctx, c.Agreement)
	if err != nil {
		return err
	}
	out, err := adminGet[api.OpenReleases](a.ctx, n, "/admin/releases/"+url.PathEscape(string(id)))
	if err != nil {
		return err
	}
	return a.print(out, func(w io.Writer) {
		if len(out.Releases) == 0 {
			fmt.Fprintln(w, "no release yet; make one with: entente figures release", c.Dir)
		}
		printReleases(w, out)
	})
}

func printReleases(w io.Writer, out *api.OpenReleases) {
	for _, r := range out.Releases {
		fmt.Fprintf(w, "release %d of %s, %s to %s, %s\n", r.Number, out.Agreement, r.From, r.Until, r.SHA256)
		if r.Corrects > 0 {
			fmt.Fprintf(w, "  corrects release %d: %s\n", r.Corrects, r.Note)
		}
	}
}
