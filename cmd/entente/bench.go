package main

import (
	"context"
	"io"
	"os"
	"time"

	"github.com/entente-net/entente/bench"
	"github.com/entente-net/entente/fault"
)

type benchCmd struct {
	Exchange benchExchangeCmd `cmd:"" help:"Two nodes on this machine: checks a second, and how long they take."`
	Desk     benchDeskCmd     `cmd:"" help:"The pages of a node with a hundred thousand cases."`
	Audit    benchAuditCmd    `cmd:"" help:"An audit of a million acts."`
	Hold     benchHoldCmd     `cmd:"" hidden:"" help:"The holder's process of the exchange benchmark."`
}

type benchExchangeCmd struct {
	For     time.Duration `help:"How long each run lasts." default:"20s" placeholder:"DURATION"`
	Entries int           `help:"Entries in the holder's register." default:"10000" placeholder:"N"`
	Only    string        `help:"One run alone: single, coalesced or 'manifests of 200'." placeholder:"NAME"`
	Demand  bool          `help:"Exit with 1 unless every run keeps its rate with p99 under 50 ms (manifests: the rate)."`
}

func (c benchExchangeCmd) Run(a *app) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	quiet()
	r, err := bench.Exchange(a.ctx, bench.ExchangeOptions{Model: bench.Northgate, Hold: []string{self, "bench", "hold"}, For: c.For, Entries: c.Entries, Only: c.Only}, a.errs)
	if err != nil {
		return fault.New(fault.Unavailable, "the measurement broke off: %v", err).Wrap(err)
	}
	if err := a.print(r, func(w io.Writer) { r.Print(w) }); err != nil {
		return err
	}
	if c.Demand && !r.Kept() {
		return errFindings
	}
	return nil
}

type benchDeskCmd struct {
	Cases  int           `help:"How many cases the node has." default:"100000" placeholder:"N"`
	For    time.Duration `help:"How long each page is asked for." default:"5s" placeholder:"DURATION"`
	Demand bool          `help:"Exit with 1 unless each page of the desk is served in under 30 ms (95th percentile), and 500 pages of the portal a second."`
}

func (c benchDeskCmd) Run(a *app) error {
	quiet()
	r, err := bench.Desk(a.ctx, bench.DeskOptions{Model: bench.Northgate, Cases: c.Cases, For: c.For}, a.errs)
	if err != nil {
		return fault.New(fault.Unavailable, "the measurement broke off: %v", err).Wrap(err)
	}
	if err := a.print(r, func(w io.Writer) { r.Print(w) }); err != nil {
		return err
	}
	if c.Demand && !r.Kept() {
		return errFindings
	}
	return nil
}

type benchHoldCmd struct {
	Dir    string `arg:""`
	Listen string `arg:""`
}

func (c benchHoldCmd) Run(a *app) error {
	quiet()
	return bench.Hold(a.ctx, c.Dir, c.Listen)
}

type benchAuditCmd struct {
	Acts   int  `help:"How many acts." default:"1000000" placeholder:"N"`
	Demand bool `help:"Exit with 1 unless it takes under 60 s and 200 MB."`
}

func (c benchAuditCmd) Run(a *app) error {
	r, err := bench.Audit(context.WithoutCancel(a.ctx), c.Acts, a.errs)
	if err != nil {
		return err
	}
	if err := a.print(r, func(w io.Writer) { r.Print(w) }); err != nil {
		return err
	}
	if c.Demand && (r.Seconds > 60 || r.PeakMB > 200 || r.Findings > 0) {
		return errFindings
	}
	return nil
}
