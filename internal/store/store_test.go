package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/entente-net/entente/fault"
)

func TestMicros(t *testing.T) {
	if MicrosOf(time.Time{}) != 0 || !Micros(0).Time().IsZero() {
		t.Fatal("none is not none")
	}
	rapid.Check(t, func(t *rapid.T) {
		m := Micros(rapid.Int64Range(-1<<52, 1<<52).Filter(func(n int64) bool { return n != 0 }).Draw(t, "micros"))
		if MicrosOf(m.Time()) != m || m.Time().Location() != time.UTC {
			t.Fatalf("%d became %v", m, m.Time())
		}
	})
}

func TestTranslate(t *testing.T) {
	classes := map[error]Class{}
	d := &Dialect{Classify: func(err error) Class { return classes[err] }}
	made := func(c Class) error {
		err := errors.New("detail that stays inside")
		classes[err] = c
		return err
	}
	refusal := fault.Refuse(fault.WrongState, "7", "no")
	for _, tc := range []struct {
		err  error
		code fault.Code
	}{
		{nil, ""},
		{refusal, fault.WrongState},
		{sql.ErrNoRows, fault.NotFound},
		{context.Canceled, fault.Unavailable},
		{made(ClassFull), fault.StoreFull},
		{made(ClassConflict), fault.Conflict},
		{made(ClassLost), fault.Unavailable},
		{made(ClassText), fault.Invalid},
		{made(ClassDamaged), fault.Internal},
		{made(ClassOther), fault.Internal},
		{&panicked{"v", nil}, fault.Internal},
	} {
		got := d.translate(tc.err)
		if fault.CodeOf(got) != tc.code || !errors.Is(got, tc.err) {
			t.Errorf("%v became %v", tc.err, got)
		}
		if got != nil && strings.Contains(got.Error(), "detail") {
			t.Errorf("a person would read %q", got)
		}
	}
}

// TestDubious: which of a job's errors may hide that PostgreSQL has given the transaction up.
func TestDubious(t *testing.T) {
	for err, want := range map[error]bool{
		nil:                                false,
		sql.ErrNoRows:                      false,
		fmt.Errorf("in %w", sql.ErrNoRows): false,
		fault.New(fault.Conflict, "no"):    false,
		errors.New("from a driver"):        true,
		fault.New(fault.Internal, "x").Wrap(errors.New("from a driver")): true,
	} {
		if dubious(err) != want {
			t.Errorf("%v: %v", err, !want)
		}
	}
}

func TestLookTellsReadsFromWrites(t *testing.T) {
	for query, want := range map[string]bool{
		getMeta: false, listLeafRunsByRef: false, "SELECT 1": false,
		putMeta: true, advanceCase: true, "PRAGMA x": true, "-- name: X :one": true, "": true,
	} {
		g := &guard{}
		g.look(query)
		if g.wrote != want {
			t.Errorf("%s: wrote %v", query, g.wrote)
		}
	}
}

// TestSchemaFiles: numbered without gaps, and in types that both databases are given.
func TestSchemaFiles(t *testing.T) {
	files, err := fs.Glob(schema, "sql/schema/*.sql")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for i, name := range files {
		if !strings.HasPrefix(name, fmt.Sprintf("sql/schema/%04d_", i+1)) {
			t.Errorf("%s is number %d", name, i+1)
		}
		text, err := schema.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{"JSON", "TIMESTAMP", "REAL", "[]", "SERIAL,", "VARCHAR", "INTEGER"} {
			if strings.Contains(string(text), word) {
				t.Errorf("%s: %s is not one type in both databases", name, word)
			}
		}
	}
}
