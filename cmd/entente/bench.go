package main

import "github.com/entente-net/entente/fault"

type benchCmd struct {
	Exchange benchExchangeCmd `cmd:"" help:"Two nodes on this machine: queries a second, and how long they take."`
	Audit    benchAuditCmd    `cmd:"" help:"An audit of a million acts."`
}

type benchExchangeCmd struct{}

func (benchExchangeCmd) Run(*app) error {
	return fault.New(fault.Unavailable, "this measurement is not part of this build")
}

type benchAuditCmd struct{}

func (benchAuditCmd) Run(*app) error {
	return fault.New(fault.Unavailable, "this measurement is not part of this build")
}
