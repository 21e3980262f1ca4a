package web

// Services are what the pages need. Tour is nil outside the demonstration.
type Services struct {
	Sessions  Sessions
	Frame     Frame
	Casebook  Casebook
	Steps     Steps
	Registers Registers
	Library   Library
	Ledgers   Ledgers
	Auditor   Auditor
	Tour      Tour
}

// Options set the handler up.
type Options struct {
	Name        string // of the node: names its cookies
	Key         []byte // of the form tokens; several processes of one node share it; empty: drawn at random
	Secure      bool   // cookies only over TLS
	Development bool   // serves /gallery
}
