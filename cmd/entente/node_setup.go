package main

func (c nodeInitCmd) onPage(a *app) error { return nil }
