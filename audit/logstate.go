package audit

import (
	"encoding/hex"
	"sync"
	"sync/atomic"
	"time"

	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/ledger"
)

// pageLeaves is how many leaf hashes one page of a log holds: pages are plain bytes, so that the
// collector of garbage never looks into them.
const pageLeaves = 1 << 14

// logState is one log of one bundle: its leaves, and which of them have been explained.
type logState struct {
	Log
	notes   []noteLine
	own     []mark // checkpoints that the log's own node signed
	builder *ledger.TreeBuilder
	pages   [][]byte
	count   uint64
	covered uint64 // up to here a checkpoint of the node vouches for the leaves
	opened  []uint64
	clock   logClock
	bounds  *bounds
}

type noteLine struct {
	note string
	no   int
}

// mark is a root at a size, and who says so.
type mark struct {
	size uint64
	root [32]byte
	by   string // "": the log itself
	when time.Time
	made time.Time // the witness's bundle
}

func newLogState(l Log) *logState { return &logState{Log: l} }

func (l *logState) addLeaves(start uint64, raw []byte) error {
	if start != l.count {
		return malformed("the leaves of the log %s go on at %d, not at %d", l.Name, l.count, start)
	}
	if l.count+uint64(len(raw)/32) > l.Size {
		return malformed("the log %s was announced with %d leaves and has more", l.Name, l.Size)
	}
	for len(raw) > 0 {
		if l.count%pageLeaves == 0 {
			n := min(l.Size-l.count, pageLeaves)
			l.pages = append(l.pages, make([]byte, 0, n*32))
		}
		page := &l.pages[len(l.pages)-1]
		n := min(len(raw), int(pageLeaves-l.count%pageLeaves)*32)
		*page = append(*page, raw[:n]...)
		for i := 0; i < n; i += 32 {
			l.builder.Add([32]byte(raw[i : i+32]))
		}
		l.count += uint64(n / 32)
		raw = raw[n:]
	}
	return nil
}

func (l *logState) leaf(i uint64) [32]byte {
	at := i % pageLeaves * 32
	return [32]byte(l.pages[i/pageLeaves][at : at+32])
}

// holds says whether the log has this leaf at this place, and notes that the leaf is explained.
func (l *logState) holds(index uint64, leaf [32]byte) bool {
	if index >= l.count || l.leaf(index) != leaf {
		return false
	}
	atomic.OrUint64(&l.opened[index/64], 1<<(index%64))
	return true
}

// ready is called when all leaves are in.
func (l *logState) ready() {
	l.opened = make([]uint64, (l.count+63)/64)
	l.clock.init(l.count)
}

// logClock tells whether the instants that a node put into its receipts follow the order of its log:
// a receipt that stands after another but claims to be older was dated back. A long log is looked at
// in blocks, so that the memory stays bounded; the finding still names the receipt.
type logClock struct {
	mu     sync.Mutex
	width  uint64
	blocks []clockBlock
}

type clockBlock struct {
	low, high int64 // microseconds; 0: none
	job       uint32
	number    uint32
}

const maxBlocks = 1 << 19

func (c *logClock) init(size uint64) {
	c.width = 1 + size/maxBlocks
	c.blocks = nil
}

// note takes the instant of the receipt at index. job names its case.
func (c *logClock) note(size, index uint64, at time.Time, job uint32, number uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.blocks == nil {
		c.blocks = make([]clockBlock, size/c.width+1)
	}
	b, t := &c.blocks[index/c.width], at.UnixMicro()
	if b.low == 0 || t < b.low {
		b.low, b.job, b.number = t, job, uint32(number)
	}
	b.high = max(b.high, t)
}

// backDated gives the receipts that claim to be older, by more than the tolerance, than one that
// stands before them.
func (c *logClock) backDated(tolerance time.Duration, found func(job uint32, number, index uint64, claims, before time.Time)) {
	var high int64
	for i := range c.blocks {
		b := &c.blocks[i]
		if b.low == 0 {
			continue
		}
		if high-b.low > tolerance.Microseconds() {
			found(b.job, uint64(b.number), uint64(i)*c.width, time.UnixMicro(b.low).UTC(), time.UnixMicro(high).UTC())
			continue // what is wrong does not set the measure for what follows
		}
		high = max(high, b.high)
	}
}

// names keeps the cases' names, so that a finding made at the end can name its place.
type names struct {
	mu   sync.Mutex
	list []jobName
}

type jobName struct {
	id [16]byte
	ct *contract
}

func (n *names) add(id casework.CaseID, ct *contract) uint32 {
	j := jobName{ct: ct}
	_, _ = hex.Decode(j.id[:], []byte(id)) // validCase has read every digit
	n.mu.Lock()
	defer n.mu.Unlock()
	n.list = append(n.list, j)
	return uint32(len(n.list) - 1)
}

func (n *names) at(job uint32) (casework.CaseID, *contract) {
	n.mu.Lock()
	defer n.mu.Unlock()
	j := n.list[job]
	return casework.CaseID(hex.EncodeToString(j.id[:])), j.ct
}
