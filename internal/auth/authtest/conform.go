package authtest

import (
	"bytes"
	"fmt"
	"reflect"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
)

// Conform holds a new, empty store against the contract of auth.Store.
func Conform(t *testing.T, store auth.Store) {
	ctx := t.Context()
	at := time.Date(2026, 3, 1, 12, 0, 0, 123456000, time.UTC)
	p := &auth.Person{
		ID: "leila", Name: "Leila Hadad", Party: "arland", Created: at, Secret: bytes.Repeat([]byte{7}, 32),
		Roles: map[agreement.ID][]agreement.RoleID{"northgate": {"officer", "prosecutor"}},
	}
	if _, err := store.PersonByID(ctx, "leila"); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("nobody: got %v, want not-found", err)
	}
	if err := store.PutPerson(ctx, p); err != nil {
		t.Fatal(err)
	}
	if got, err := store.PersonByID(ctx, "leila"); err != nil || !reflect.DeepEqual(got, p) {
		t.Errorf("got %#v, %v; want what was put", got, err)
	}
	changed := *p
	changed.Name, changed.Disabled = "Leila H.", true
	admin := &auth.Person{ID: "adam", Name: "Adam", Party: "arland", Admin: true, Created: at, Secret: bytes.Repeat([]byte{8}, 32), Roles: map[agreement.ID][]agreement.RoleID{}}
	for _, p := range []*auth.Person{&changed, admin} {
		if err := store.PutPerson(ctx, p); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := store.People(ctx); err != nil || !reflect.DeepEqual(got, []*auth.Person{admin, &changed}) {
		t.Errorf("got %v, %v; want both, by id, as they were put last", got, err)
	}
	sessions(t, store, at)
}

func sessions(t *testing.T, store auth.Store, at time.Time) {
	ctx := t.Context()
	s := &auth.Session{Hash: auth.HashOf("token"), Person: "leila", Kind: auth.KindBearer, Created: at, Expires: at.Add(time.Hour)}
	if _, err := store.SessionByHash(ctx, s.Hash); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("no session: got %v, want not-found", err)
	}
	if err := store.PutSession(ctx, s); err != nil {
		t.Fatal(err)
	}
	if got, err := store.SessionByHash(ctx, s.Hash); err != nil || !reflect.DeepEqual(got, s) {
		t.Errorf("got %+v, %v; want %+v", got, err, s)
	}
	var had atomic.Int32
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			ok, err := store.DeleteSession(ctx, s.Hash)
			if err != nil {
				t.Error(err)
			}
			if ok {
				had.Add(1)
			}
		})
	}
	wg.Wait()
	if n := had.Load(); n != 1 {
		t.Errorf("%s deleted one session", fmt.Sprint(n))
	}
	if _, err := store.SessionByHash(ctx, s.Hash); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("deleted: got %v, want not-found", err)
	}
}
