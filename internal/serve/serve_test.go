package serve_test

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/desk"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/serve"
	"github.com/entente-net/entente/internal/web"
	"github.com/entente-net/entente/internal/world"
)

// home makes a node's folder.
func home(t *testing.T, change func(*node.Settings)) string {
	t.Helper()
	s := node.Settings{Party: "arland", Name: "arland", World: agreement.WorldExercise, Peer: "127.0.0.1:0", Desk: "127.0.0.1:0"}
	if change != nil {
		change(&s)
	}
	dir := filepath.Join(t.TempDir(), "node")
	if _, err := node.InitHome(dir, s, nil, time.Now(), nil); err != nil {
		t.Fatal(err)
	}
	return dir
}

func open(t *testing.T, dir string) *serve.Serving {
	t.Helper()
	s, err := serve.Open(t.Context(), dir, serve.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestANodeOpensAndCloses(t *testing.T) {
	dir := home(t, nil)
	for range 2 { // and again, where the database is there
		s := open(t, dir)
		if s.Node.Party() != "arland" || s.Node.World() != agreement.WorldExercise || s.Node.Behind() != nil {
			t.Fatalf("%+v", s.Node)
		}
		if err := s.Start(nil); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	s := open(t, dir)
	if err := s.Close(); err != nil { // one that never ran
		t.Fatal(err)
	}
}

func TestTwoProcessesOnOneNode(t *testing.T) {
	dir := home(t, nil)
	s := open(t, dir)
	if _, err := serve.Open(t.Context(), dir, serve.Options{}); fault.CodeOf(err) != fault.StoreBusy {
		t.Fatalf("a second one: %v", err)
	}
	if err := s.Start(nil); err != nil { // the first goes on
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := open(t, dir).Close(); err != nil { // and leaves it free
		t.Fatal(err)
	}
}

func TestWhatCannotBeOpened(t *testing.T) {
	if _, err := serve.Open(t.Context(), t.TempDir(), serve.Options{}); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("no node: %v", err)
	}
	for _, db := range []string{"mysql://somewhere", "node.db", "/tmp/node.db", "POSTGRES://x"} {
		dir := home(t, func(s *node.Settings) { s.Database = db })
		if _, err := serve.Open(t.Context(), dir, serve.Options{}); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("the database %q: %v", db, err)
		}
	}
	dir := home(t, func(s *node.Settings) { s.Database = "postgres://entente:hidden@127.0.0.1:1/x?connect_timeout=1" })
	if _, err := serve.Open(t.Context(), dir, serve.Options{}); err == nil || strings.Contains(err.Error(), "hidden") {
		t.Errorf("a database that nobody serves: %v", err)
	}
	dir = home(t, nil)
	if err := os.WriteFile(filepath.Join(dir, node.FileDatabase), []byte(strings.Repeat("no database ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := serve.Open(t.Context(), dir, serve.Options{}); err == nil {
		t.Error("a database that is none")
	}
	dir = home(t, nil)
	if err := open(t, dir).Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "checkpoint.lock"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := serve.Open(t.Context(), dir, serve.Options{}); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("a damaged lock: %v", err)
	}
	if err := os.Remove(filepath.Join(dir, "checkpoint.lock")); err != nil {
		t.Fatal(err)
	}
	if err := open(t, dir).Close(); err != nil { // what failed has let go of the database
		t.Fatal(err)
	}
}

func TestAPortThatIsTaken(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = ln.Close() }()
	s := open(t, home(t, func(s *node.Settings) { s.Peer = ln.Addr().String() }))
	if err := s.Start(nil); fault.CodeOf(err) != fault.Unavailable {
		t.Fatalf("%v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestTheClockOfANode(t *testing.T) {
	at := time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)
	dir := home(t, nil)
	s := open(t, dir)
	if err := s.Node.SetClock(t.Context(), at, true); err != nil || !s.Node.Now().Equal(at) {
		t.Fatalf("%s, %v", s.Node.Now(), err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, dir)
	if now := s.Node.Now(); now.Before(at) || now.After(at.Add(time.Minute)) {
		t.Errorf("an exercise's node goes on at %s, it stood at %s", now, at)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = open(t, home(t, func(s *node.Settings) { s.World = agreement.WorldReal }))
	if err := s.Node.SetClock(t.Context(), at, true); fault.CodeOf(err) != fault.WrongWorld || time.Since(s.Node.Now()).Abs() > time.Minute {
		t.Errorf("a real node's clock: %s, %v", s.Node.Now(), err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestRedirect(t *testing.T) {
	ctx := context.Background()
	text, err := os.ReadFile("../../bench/northgate.md")
	if err != nil {
		t.Fatal(err)
	}
	w, err := world.NewInside(ctx, world.Plan{Dir: filepath.Join(t.TempDir(), "world"), Text: text, Start: time.Date(2026, 6, 1, 8, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	dir := w.Members["arland"].Dir
	if err := serve.Redirect(ctx, dir, "belmark", "127.0.0.1:7999"); fault.CodeOf(err) != fault.StoreBusy {
		t.Errorf("of a node that runs: %v", err)
	}
	if err := w.Stop("arland"); err != nil {
		t.Fatal(err)
	}
	if err := serve.Redirect(ctx, dir, "chelmia", "127.0.0.1:7999"); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("to nobody we know: %v", err)
	}
	if err := serve.Redirect(ctx, dir, "belmark", "127.0.0.1:7999"); err != nil {
		t.Fatal(err)
	}
	if err := w.Start(ctx, "arland"); err != nil {
		t.Fatal(err)
	}
	for _, l := range w.Node("arland").Lines() {
		if moved := l.Address == "127.0.0.1:7999"; moved != (l.Party == "belmark") {
			t.Errorf("%s is reached at %s", l.Party, l.Address)
		}
	}
	if err := serve.Redirect(ctx, t.TempDir(), "belmark", "x"); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("no node: %v", err)
	}
}

func TestTheTour(t *testing.T) {
	dir := home(t, nil)
	s := open(t, dir)
	defer func() { _ = s.Close() }()
	if _, err := s.Desk(desk.Options{}); err != nil {
		t.Fatalf("a desk without a tour: %v", err)
	}
	v := &web.TourView{}
	if err := serve.WriteTour(dir, v); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(filepath.Join(dir, "tour.json"))
	if err != nil || info.Mode().Perm()&0o077 != 0 { // it has login links in it
		t.Fatalf("%v, %v", info, err)
	}
	if _, err := s.Desk(desk.Options{}); err != nil {
		t.Fatal(err)
	}
	if err := serve.WriteTour(filepath.Join(dir, "nowhere"), v); err == nil {
		t.Error("a tour in no folder")
	}
}
