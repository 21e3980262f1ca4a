package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"syscall"

	"github.com/alecthomas/kong"
)

// cli is the grammar: a noun, then a verb. One file per noun.
type cli struct {
	JSON  bool `name:"json" help:"Print one JSON document instead of text."`
	Debug bool `name:"debug" help:"Also print the internal cause of an error."`

	Agreement agreementCmd `cmd:"" help:"Check, explain and compare the texts of agreements, and sign them."`
	Node      nodeCmd      `cmd:"" help:"Make, run and look after a party's node."`
	Key       keyCmd       `cmd:"" help:"Make and certify the keys of people."`
	Register  registerCmd  `cmd:"" help:"Load a register, and ask one."`
	Case      caseCmd      `cmd:"" help:"Open, take on and follow cases."`
	Draft     draftCmd     `cmd:"" help:"Negotiate: drafts, brackets, red lines, signature by all, amendment, accession."`
	Ledger    ledgerCmd    `cmd:"" help:"Checkpoints and proofs of the tamper-evident log."`
	Verify    verifyCmd    `cmd:"" help:"Verify a file that somebody holds, offline: a proof of filing, a checkpoint, a text."`
	Figures   figuresCmd   `cmd:"" help:"Publish how an agreement is kept, in numbers."`
	Audit     auditCmd     `cmd:"" help:"Collect evidence, and audit it offline."`
	Demo      demoCmd      `cmd:"" help:"Three nodes on this machine, in an exercise, with a story to walk through."`
	Bench     benchCmd     `cmd:"" help:"Measure this machine: exchanges, and audits."`
}

// Exit codes.
const (
	exitDone    = 0
	exitRefused = 1 // findings, or refused
	exitUsage   = 2 // wrong use
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run does one command and gives its exit code.
func run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	a := &app{ctx: ctx, in: in, out: out, errs: errs}
	c := &cli{}
	var help bytes.Buffer
	left := errors.New("left")
	parser, err := kong.New(c,
		kong.Name("entente"),
		kong.Description("An agreement written once, prose and rules in one file, is run by the parties' nodes, and audited by anybody."),
		kong.Writers(&help, errs),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true, WrapUpperBound: 110}),
		kong.Exit(func(int) { panic(left) }),
		kong.Bind(a),
	)
	if err != nil {
		fmt.Fprintln(errs, "entente:", err)
		return exitUsage
	}
	if helped(func() { err = parse(parser, c, a, args) }, left) {
		_, _ = out.Write(help.Bytes())
		return exitDone
	}
	return a.finish(err)
}

func parse(parser *kong.Kong, c *cli, a *app, args []string) error {
	kctx, err := parser.Parse(args)
	a.json, a.debug = c.JSON, c.Debug
	if err != nil {
		a.json = a.json || slices.Contains(args, "--json") // it may not have come that far
		return usage("%s", err)
	}
	return kctx.Run(a)
}

// helped says whether the parser left for --help.
func helped(do func(), left error) (yes bool) {
	defer func() {
		if p := recover(); p != nil {
			if p != any(left) {
				panic(p)
			}
			yes = true
		}
	}()
	do()
	return false
}
