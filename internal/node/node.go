package node

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/keystore"
	"github.com/entente-net/entente/internal/notice"
	"github.com/entente-net/entente/internal/peer"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// Config is what a node is made of. The caller opens the database and the key store, and closes
// them after the node.
type Config struct {
	Home  *Home // the node's folder: keys, cards, checkpoint lock
	DB    *store.DB
	Vault *keystore.Store
	Clock *Clock
	Log   *slog.Logger

	// RelayAfter is how long home may be silent before an act goes by the depositary (T1).
	RelayAfter time.Duration
	// Cadence is how often a grown log gets a checkpoint that goes to the witnesses.
	Cadence time.Duration
	// MaxSkew is by how much another node's clock may differ.
	MaxSkew time.Duration
	// MaxWait bounds how long something refused for now waits in the outbox before it is sent again.
	MaxWait time.Duration
	// Patience is how long after something overdue, that another node must do, this one looks again.
	Patience time.Duration
	// Random is what keys, salts and names are drawn from; nil: crypto/rand. In an exercise it may be drawn from a seed, so that
	// the same story makes the same logs.
	Random io.Reader
	// Deliver makes this a node that is led by hand, in an exercise: nothing works in the background, and where a person
	// waits for another node this is called, which lets all of them Post until nothing waits. nil: each works by itself.
	Deliver func(context.Context) error
	// Mail takes the letters that tell people that something waits; nil: none are sent.
	Mail *notice.Server
	// Courier carries what other programs are told; nil: nothing is sent to any.
	Courier Courier
	// Library keeps the compiled texts of nodes that share a process; nil: one of its own.
	Library *Library
	// Flights and Batch bound the coalescing of questions to one peer: letters under way, questions a letter.
	Flights, Batch int
}

// Node is a running node.
type Node struct {
	home  *Home
	db    *store.DB
	vault *keystore.Store
	clock *Clock
	log   *slog.Logger
	cfg   Config
	party agreement.PartyID
	world string

	mu      sync.RWMutex
	deals   map[seal.Digest]*deal
	byID    map[agreement.ID][]*deal // its versions, in the order in which they came here
	clients map[agreement.PartyID]*line
	pins    map[peer.Pin]agreement.PartyID
	behind  error // set where the database is older than the last signed checkpoint: nothing is signed

	files     fileCache
	tally     tally
	posted    posted
	waiters   waiters
	drafts    drafts
	contacts  contacts
	talks     talks
	askers    askers
	guesses   guesses
	caps      caps
	traces    sync.Map     // store.Compartment of a trace: its end is a duty in the database
	letters   atomic.Int64 // of questions, sent
	bulletin  bulletin
	regs      registers
	hooks     hooks
	pushing   pushing
	wakeups   chan struct{} // the sweeper looks again
	people    *auth.Service
	signing   sync.Mutex // of checkpoints
	locks     *locks
	sequencer *store.LogSequencer
	running   context.Context
	stop      context.CancelFunc
	workers   sync.WaitGroup
	heard     sync.Map    // agreement.PartyID → time.Time
	stirred   atomic.Bool // what is due next is to be looked up anew
	nextDue   time.Time   // as NextDue found it last
	leased    time.Time   // when the leases were renewed last; only whoever makes checkpoints looks at it
}

// Open loads the agreements and finds out where the node stood. Nothing runs until Run.
func Open(ctx context.Context, cfg Config) (*Node, error) {
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	if (cfg.Random != nil || cfg.Deliver != nil) && cfg.Home.World != agreement.WorldExercise {
		return nil, errDrawn
	}
	if cfg.Random == nil {
		cfg.Random = rand.Reader
	}
	if cfg.Library == nil {
		cfg.Library = NewLibrary()
	}
	cfg.RelayAfter = orDefault(cfg.RelayAfter, 10*time.Second)
	cfg.Cadence = orDefault(cfg.Cadence, 2*time.Second)
	cfg.MaxSkew = orDefault(cfg.MaxSkew, 5*time.Minute)
	cfg.MaxWait = orDefault(cfg.MaxWait, time.Minute)
	cfg.Patience = orDefault(cfg.Patience, time.Minute)
	if cfg.Flights == 0 {
		cfg.Flights = 8
	}
	if cfg.Batch == 0 {
		cfg.Batch = 200
	}
	n := &Node{
		home: cfg.Home, db: cfg.DB, vault: cfg.Vault, clock: cfg.Clock, log: cfg.Log, cfg: cfg,
		party: cfg.Home.Party, world: cfg.Home.World,
		deals: map[seal.Digest]*deal{}, byID: map[agreement.ID][]*deal{},
		clients: map[agreement.PartyID]*line{}, pins: map[peer.Pin]agreement.PartyID{},
		wakeups: make(chan struct{}, 1), hooks: hooks{wake: make(chan struct{}, 1)},
	}
	n.running, n.stop = context.WithCancel(context.Background())
	n.sequencer = store.NewLogSequencer(n.db, cfg.Home.Name+"/"+hexOf(random(8)), grower{})
	var err error
	if n.locks, err = openLocks(cfg.Home.Dir); err != nil {
		return nil, err
	}
	if n.people, err = auth.New(peopleStore{n.db}, auth.Config{Node: cfg.Home.Name, World: n.world, Secret: cfg.Home.secret, Random: cfg.Random, Now: cfg.Clock.Now}); err != nil {
		return nil, err
	}
	for _, load := range []func(context.Context) error{n.loadDeals, n.loadContacts, n.loadTalks, n.loadHooks} {
		if err := load(ctx); err != nil {
			n.stop()
			return nil, err
		}
	}
	return n, nil
}

// Party is whose node this is.
func (n *Node) Party() agreement.PartyID { return n.party }

// World is agreement.WorldReal or agreement.WorldExercise.
func (n *Node) World() string { return n.world }

// LettersSent counts the letters of questions since the start.
func (n *Node) LettersSent() int64 { return n.letters.Load() }

// Now is the node's clock.
func (n *Node) Now() time.Time { return n.clock.Now() }

// Run starts what works in the background: clocks, the outbox, checkpoints. It returns at once; Close ends it.
func (n *Node) Run() {
	if n.cfg.Deliver != nil {
		return
	}
	n.workers.Go(n.sweep)
	n.workers.Go(n.tellPeople)
	n.workers.Go(n.sendingHooks)
	n.workers.Go(n.checkpoints)
	n.mu.RLock()
	defer n.mu.RUnlock()
	for _, l := range n.clients {
		n.startLine(l)
	}
}

// Close ends the background work and waits for it.
func (n *Node) Close() {
	n.stop()
	n.workers.Wait()
	n.releaseLeases()
	n.mu.RLock()
	defer n.mu.RUnlock()
	for _, l := range n.clients {
		l.client.Load().Close()
	}
}

// SetClock sets the clock of an exercise world and lets everything that is due happen.
func (n *Node) SetClock(ctx context.Context, t time.Time, frozen bool) error {
	if err := n.clock.Set(t, frozen); err != nil {
		return err
	}
	text := []byte(n.clock.Offset().String())
	err := n.db.Update(ctx, func(tx *store.Tx) error {
		return tx.PutMeta(ctx, store.PutMetaParams{Key: metaClock, Value: text})
	})
	n.wakeSweeper()
	return err
}

// metaClock is where an exercise's node keeps by how much its clock was shifted, so that a second start goes on.
const metaClock = "clock-offset"

// deal finds an agreement by its id: of several versions the newest that all have signed. "northgate@1.0" is that version.
func (n *Node) deal(id agreement.ID) (*deal, error) {
	name, version, exact := strings.Cut(string(id), "@")
	n.mu.RLock()
	defer n.mu.RUnlock()
	list := n.byID[agreement.ID(name)]
	if exact {
		list = slices.DeleteFunc(slices.Clone(list), func(d *deal) bool { return d.model.Version != version })
	}
	if d := newest(list, n.Now()); d != nil {
		return d, nil
	}
	return nil, fault.New(fault.NotFound, "this node is no party to an agreement %q", id).
		Mend("see the list of agreements for the names")
}

func (n *Node) dealOf(text seal.Digest) (*deal, error) {
	n.mu.RLock()
	defer n.mu.RUnlock()
	if d, ok := n.deals[text]; ok {
		return d, nil
	}
	return nil, fault.New(fault.WrongModel, "this node has no agreement with the text %s", text).
		Mend("compare the hashes of the texts; both sides must have signed the same")
}

// maySign says no where the database is older than what was signed last: whoever signs then forks.
func (n *Node) maySign() error {
	n.mu.RLock()
	defer n.mu.RUnlock()
	return n.behind
}

func (n *Node) wakeSweeper() {
	n.stirred.Store(true)
	select {
	case n.wakeups <- struct{}{}:
	default:
	}
}

func orDefault(d, def time.Duration) time.Duration {
	if d == 0 {
		return def
	}
	return d
}

func asFault(err error) *fault.Error {
	var f *fault.Error
	if errors.As(err, &f) {
		return f
	}
	return fault.New(fault.Internal, "something went wrong inside the node").Wrap(err)
}

func random(size int) []byte {
	b := make([]byte, size)
	_, _ = rand.Read(b) // never fails (crypto/rand, Go 1.24)
	return b
}

// caseIDs are 32 hex digits.
func (n *Node) newCaseID() (casework.CaseID, error) {
	b := make([]byte, 16)
	if _, err := io.ReadFull(n.cfg.Random, b); err != nil {
		return "", fault.New(fault.Internal, "no random bytes are to be had").Wrap(err)
	}
	return casework.CaseID(hexOf(b)), nil
}
