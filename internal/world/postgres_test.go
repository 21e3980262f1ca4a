package world

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/serve"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/internal/store/postgres/pgtest"
)

func TestNodesOnPostgreSQL(t *testing.T) {
	ctx := context.Background()
	t.Parallel()
	dir, stop, err := pgtest.Start()
	if errors.Is(err, pgtest.ErrAbsent) && os.Getenv("CI") == "" {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	at := func(name string) string {
		return "postgres://entente@/" + name + "?" + url.Values{"host": {dir}, "sslmode": {"disable"}}.Encode()
	}
	admin, err := sql.Open("pgx", at("postgres"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = admin.Close() }()
	for _, party := range []string{"arland", "belmark"} { // the secretariat's stays SQLite: nobody sees the difference
		if _, err := admin.ExecContext(ctx, "CREATE DATABASE "+party); err != nil {
			t.Fatal(err)
		}
	}
	w, err := NewInside(ctx, Plan{Dir: filepath.Join(t.TempDir(), "world"), Text: model(t), Start: begin, Database: func(p agreement.PartyID) string {
		if p == "secretariat" {
			return ""
		}
		return at(string(p))
	}})
	if err != nil {
		t.Fatalf("%v: %v", err, errors.Unwrap(err))
	}
	t.Cleanup(w.Close)
	p := &play{Inside: w, t: t}
	if d := p.Members["belmark"].DB.Dialect(); d != "postgres" {
		t.Fatalf("Belmark's database is %s", d)
	}
	if _, err := os.Stat(filepath.Join(p.Members["belmark"].Dir, node.FileDatabase)); !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("there is an SQLite database too: %v", err)
	}
	p.people()
	p.register()
	p.ask("P0000000", 0)
	p.hit("another")
	id := p.granted()
	p.awaitField(t, "arland", p.pia, id, "evidence", "the telephone was at Quell")
	urgent := p.asked("danger to life")
	p.do("belmark", p.oren, urgent, "act-at-once", fields{"evidence": secret, "reasons": "a life"})
	p.awaitField(t, "arland", p.pia, urgent, "evidence", secret)
	p.again("arland")
	// Belmark's process is killed: nobody gives its lease of the log back, and what the next one enters waits for a moment.
	if err := p.Stop("belmark"); err != nil {
		t.Fatal(err)
	}
	home, err := node.OpenHome(p.Members["belmark"].Dir)
	if err != nil {
		t.Fatal(err)
	}
	db, err := serve.OpenStore(ctx, home, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var logs []store.Log
	if err := db.View(ctx, func(tx *store.Tx) (err error) { logs, err = tx.ListLogs(ctx); return err }); err != nil || len(logs) != 1 {
		t.Fatalf("%d logs: %v", len(logs), err)
	}
	now := time.Now()
	if held, err := store.NewLogSequencer(db, "killed", nil).Hold(ctx, logs[0].ID, store.MicrosOf(now), store.MicrosOf(now.Add(time.Second))); err != nil || !held {
		t.Fatalf("a node that was stopped has kept its lease: %v", err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if err := p.Start(ctx, "belmark"); err != nil {
		t.Fatal(err)
	}
	size := p.logSize("belmark")
	waits := p.asked("ordinary")
	p.do("belmark", p.vantor, waits, "authorise", because("necessary"))
	if err := p.Await(ctx, func() (bool, error) { return p.logSize("belmark") >= size+4, nil }); err != nil {
		t.Fatalf("what was entered without the lease never got its place: %d entries, before %d", p.logSize("belmark"), size)
	}
	p.pass(48*time.Hour + time.Second)
	refused(t, "the evidence after 48 hours", second(p.Node("arland").Field(ctx, p.pia, urgent, "evidence")), fault.Sealed, "7")
	p.pass(24*time.Hour + time.Second)
	p.state("arland", urgent, "not-upheld")
	refused(t, "the evidence after the grace", second(p.Node("arland").Field(ctx, p.pia, urgent, "evidence")), fault.Erased, "7")
	p.disclosed("arland", urgent, "evidence", 0)
	p.disclosed("belmark", urgent, "evidence", 0)
	r := clean(t, p.bundles(all...))
	for _, f := range r.Attested { // of a node that was started again, too
		if strings.Contains(f.Message, "not shown to stand in a log") {
			t.Errorf("an entry is not in the log: %s", f)
		}
	}

	// An address that leads nowhere says so.
	for what, x := range map[string]struct {
		url  string
		code fault.Code
	}{"no such database": {at("nowhere"), fault.NotFound}, "no server": {fmt.Sprintf("postgres://entente@/arland?host=%s&sslmode=disable", t.TempDir()), fault.Unavailable}} {
		home := *p.Members["arland"].Home
		home.Database = x.url
		db, err := serve.OpenStore(ctx, &home, store.Options{})
		refused(t, what, err, x.code, "")
		if err == nil {
			_ = db.Close()
		}
	}
}
