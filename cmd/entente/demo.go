package main

import "github.com/entente-net/entente/fault"

type demoCmd struct{}

func (demoCmd) Run(*app) error {
	return fault.New(fault.Unavailable, "the demonstration is not part of this build")
}
