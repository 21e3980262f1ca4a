package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

type auditCmd struct {
	Replay  auditReplayCmd  `cmd:"" default:"withargs" help:"Verify and replay evidence bundles, offline. The word replay may be left out."`
	Collect auditCollectCmd `cmd:"" help:"Write a node's evidence bundle."`
}

type auditReplayCmd struct {
	Bundles   []string      `arg:"" name:"BUNDLE" help:"Evidence bundles, of one party or of several."`
	Agreement string        `help:"Demand that the evidence is under this text." placeholder:"FILE"`
	Skew      time.Duration `help:"By how much two parties' clocks may differ." default:"5m" placeholder:"DURATION"`
	Late      time.Duration `help:"How long a node may take to record a lapse." default:"1h" placeholder:"DURATION"`
	Destroy   time.Duration `help:"How long a node may take to destroy, and to attest it." default:"24h" placeholder:"DURATION"`
}

func (c auditReplayCmd) Run(a *app) error {
	var inputs []audit.Input
	for _, path := range c.Bundles {
		f, err := os.Open(path)
		if err != nil {
			return usage("%s cannot be read: %s", path, reason(err))
		}
		defer func() { _ = f.Close() }()
		inputs = append(inputs, audit.Input{Name: filepath.Base(path), From: f})
	}
	var want seal.Digest
	if c.Agreement != "" {
		text, err := readFile(c.Agreement, maxText)
		if err != nil {
			return err
		}
		want = seal.DigestFrom(agreement.TextHash(text))
	}
	report, err := audit.Replay(a.ctx, inputs, audit.Options{Skew: c.Skew, Late: c.Late, Destroy: c.Destroy})
	if err != nil {
		return err
	}
	for _, s := range report.Bundles {
		if want != "" && !slices.Contains(s.Agreements, want) {
			return fault.New(fault.WrongModel, "the bundle of %s is not under the text %s", s.Party, c.Agreement).
				Mend("compare the hashes: the evidence is of another text, or of another version")
		}
	}
	if a.json {
		b, err := report.JSON()
		if err != nil {
			return err
		}
		_, err = a.out.Write(b)
		if err != nil {
			return err
		}
	} else if err := report.WriteText(a.out); err != nil {
		return err
	}
	if !report.Kept() {
		return errFindings
	}
	return nil
}

type auditCollectCmd struct {
	Dir       string       `arg:"" name:"DIR" help:"The node's folder."`
	Agreement agreement.ID `help:"Of which agreement, where the node has several." placeholder:"ID"`
	Out       string       `short:"o" help:"The bundle to write; PARTY.AGREEMENT.evidence unless stated." placeholder:"FILE"`
}

func (c auditCollectCmd) Run(a *app) error {
	n, err := a.reach(c.Dir)
	if err != nil {
		return err
	}
	defer n.close()
	id, err := n.theAgreement(a.ctx, c.Agreement)
	if err != nil {
		return err
	}
	if c.Out == "" {
		c.Out = string(n.home.Party) + "." + string(id) + ".evidence"
	}
	size, err := c.collect(a, n, id)
	if err != nil {
		return err
	}
	return a.print(map[string]any{"file": c.Out, "party": n.home.Party, "agreement": id, "bytes": size}, func(w io.Writer) {
		fmt.Fprintf(w, "wrote %s, %d bytes\n", c.Out, size)
	})
}

// collect leaves a whole bundle or none.
func (c auditCollectCmd) collect(a *app, n *admin, id agreement.ID) (size int64, err error) {
	resp, err := n.do(a.ctx, "GET", "/admin/evidence/"+escape(id), nil)
	if err != nil {
		return 0, err
	}
	defer func() { _ = resp.Body.Close() }()
	part := c.Out + ".part"
	f, err := os.OpenFile(part, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600) // it holds what the auditor may see
	if err != nil {
		return 0, usage("%s cannot be written: %s", c.Out, reason(err))
	}
	size, err = io.Copy(f, resp.Body)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Rename(part, c.Out)
	}
	if err != nil {
		_ = os.Remove(part)
		return 0, fault.New(fault.Unavailable, "the evidence broke off before its end").Mend("collect it again").Wrap(err)
	}
	return size, nil
}
