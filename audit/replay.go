package audit

import (
	"context"
	"io"
	"runtime"
	"sync"
	"time"

	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

// Input is one bundle to audit. Name is for messages (a file name).
type Input struct {
	Name string
	From io.Reader
}

// Options are the tolerances of an audit. The zero value of each means its default.
type Options struct {
	Skew        time.Duration // by how much two parties' clocks may differ: 6 minutes, a little more than nodes let pass
	Late        time.Duration // how long a node may take to record a lapse: 1 hour
	Destroy     time.Duration // how long a node may take to destroy and attest: 24 hours
	Workers     int           // goroutines that verify and replay: as many as there are processors
	MaxFindings int           // the longest list of the report: 10,000
}

func (o Options) filled() Options {
	def := func(d *time.Duration, to time.Duration) {
		if *d == 0 {
			*d = to
		}
	}
	def(&o.Skew, 6*time.Minute)
	def(&o.Late, time.Hour)
	def(&o.Destroy, 24*time.Hour)
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if o.MaxFindings <= 0 {
		o.MaxFindings = 10_000
	}
	return o
}

// Replay audits bundles together: it verifies what is signed, rebuilds the logs, merges the cases and
// replays them. The error is for what cannot be read at all (malformed, too-large, with the bundle's
// name and line); whatever is wrong with what was read is a finding of the report.
func Replay(ctx context.Context, in []Input, o Options) (*Report, error) {
	if len(in) == 0 {
		return nil, fault.New(fault.Invalid, "no bundle to audit").Mend("name at least one evidence bundle")
	}
	a := &auditor{opts: o.filled(), contracts: contracts{}}
	a.col = newCollector(a.opts.MaxFindings)
	for i, s := range in {
		a.bundles = append(a.bundles, newStream(i, s))
	}
	if err := a.preamble(); err != nil {
		return nil, err
	}
	if err := a.body(ctx); err != nil {
		return nil, err
	}
	a.closing()
	return a.col.report(a.sources()), nil
}

// auditor holds what all workers share. After the preamble only the collector, the logs' marks and
// the queries' tallies change, each under its own lock.
type auditor struct {
	opts      Options
	bundles   []*stream
	contracts contracts
	col       *collector
	tally     tally
	stands    stands
	world     logWorld
	twofaced  map[string]bool // logs whose fork has been reported
	names     names

	once       sync.Once // see later
	successors []casework.Successor
}

// preamble reads all bundles up to their first case: texts, keys, checkpoints of every bundle first,
// since each party's checkpoints are tested against what the others saw, then the leaves.
func (a *auditor) preamble() error {
	for _, b := range a.bundles {
		if err := b.readHead(a); err != nil {
			return b.named(err)
		}
	}
	a.contracts.compile(a)
	a.certify()
	a.origins()
	for _, b := range a.bundles {
		a.checkHeader(b)
		a.checkpoints(b)
	}
	a.witness()
	for _, b := range a.bundles {
		if err := b.readLeaves(a); err != nil {
			return b.named(err)
		}
	}
	return nil
}

func (a *auditor) sources() []Source {
	list := make([]Source, 0, len(a.bundles))
	for _, b := range a.bundles {
		h := b.header
		list = append(list, Source{Party: h.Party, World: h.World, Made: h.Made, Agreements: h.Agreements, Lines: b.lines})
	}
	return list
}
