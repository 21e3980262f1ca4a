package serve

import (
	"context"
	"log/slog"
	"net"
	"path/filepath"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/courier"
	"github.com/entente-net/entente/internal/keystore"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/peer"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/internal/store/postgres"
	"github.com/entente-net/entente/internal/store/sqlite"
)

// Options tune a node. The zero value is right for a real one.
type Options struct {
	Log   *slog.Logger
	Node  node.Config // durations and bounds; its parts are filled in here
	Store store.Options
	Clock *node.Clock // nil: the machine's, shifted as an exercise's node remembers
	Peer  net.Listener
}

// Serving is an open node.
type Serving struct {
	Home  *node.Home
	Node  *node.Node
	DB    *store.DB
	Clock *node.Clock

	vault *keystore.Store
	peer  *peer.Server
	log   *slog.Logger
}

// OpenStore opens a node's database by its settings.
func OpenStore(ctx context.Context, home *node.Home, o store.Options) (*store.DB, error) {
	if strings.HasPrefix(home.Database, "postgres://") || strings.HasPrefix(home.Database, "postgresql://") {
		return postgres.Open(ctx, home.Database, o)
	}
	if home.Database != "" {
		return nil, fault.New(fault.Invalid, "the database %q is neither empty (SQLite in the node's folder) nor a postgres:// address", home.Database)
	}
	return sqlite.Open(ctx, filepath.Join(home.Dir, node.FileDatabase), o)
}

// Open opens a node without letting it run or listen.
func Open(ctx context.Context, dir string, o Options) (*Serving, error) {
	home, err := node.OpenHome(dir)
	if err != nil {
		return nil, err
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	s := &Serving{Home: home, log: o.Log, Clock: o.Clock}
	if s.DB, err = OpenStore(ctx, home, o.Store); err != nil {
		return nil, err
	}
	if s.vault, err = keystore.Open(filepath.Join(dir, node.DirVault)); err != nil {
		_ = s.DB.Close()
		return nil, err
	}
	if s.Clock == nil {
		if s.Clock, err = node.RememberedClock(ctx, s.DB, home.World); err != nil {
			s.closeStores()
			return nil, err
		}
	}
	cfg := o.Node
	cfg.Home, cfg.DB, cfg.Vault, cfg.Clock, cfg.Log = home, s.DB, s.vault, s.Clock, o.Log
	if cfg.Courier == nil {
		cfg.Courier = courier.New(home.World, nil)
	}
	if s.Node, err = node.Open(ctx, cfg); err != nil {
		s.closeStores()
		return nil, err
	}
	return s, nil
}

// Start listens for the other nodes and lets the clocks run.
func (s *Serving) Start(ln net.Listener) error {
	if ln == nil {
		var err error
		if ln, err = net.Listen("tcp", s.Home.Peer); err != nil {
			return fault.New(fault.Unavailable, "nobody can listen on %s", s.Home.Peer).Mend("another program may hold the port; see entente node doctor").Wrap(err)
		}
	}
	s.peer = peer.Serve(ln, s.Home.Certificate, s.Node, s.Node.Handle, s.log)
	s.Node.Run()
	return nil
}

// Close stops listening, lets what runs finish, and closes the database.
func (s *Serving) Close() error {
	if s.peer != nil {
		// Lines stay open for as long as the other side likes; what is under way gets a moment, no more.
		ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
		_ = s.peer.Close(ctx)
		cancel()
	}
	s.Node.Close()
	return s.closeStores()
}

func (s *Serving) closeStores() error {
	err := s.DB.Close()
	if verr := s.vault.Close(); err == nil {
		err = verr
	}
	return err
}

// Redirect changes where a node that is not running reaches another party.
func Redirect(ctx context.Context, dir string, party agreement.PartyID, address string) error {
	home, err := node.OpenHome(dir)
	if err != nil {
		return err
	}
	db, err := OpenStore(ctx, home, store.Options{})
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	return node.Redirect(ctx, db, party, address)
}
