package authtest

import (
	"bytes"
	"cmp"
	"context"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
)

// Memory is a store that forgets with its process. Its zero value is ready.
type Memory struct {
	mu       sync.Mutex
	people   map[auth.PersonID]*auth.Person
	sessions map[auth.TokenHash]auth.Session
	passkeys map[string]auth.Passkey
	used     map[[32]byte]bool
	records  map[[2]string]auth.Record
}

func cloned(p *auth.Person) *auth.Person {
	c := *p
	c.Secret = slices.Clone(p.Secret)
	c.Roles = make(map[agreement.ID][]agreement.RoleID, len(p.Roles))
	for id, roles := range p.Roles {
		c.Roles[id] = slices.Clone(roles)
	}
	return &c
}

// PersonByID gives a copy.
func (m *Memory) PersonByID(_ context.Context, id auth.PersonID) (*auth.Person, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if p := m.people[id]; p != nil {
		return cloned(p), nil
	}
	return nil, fault.New(fault.NotFound, "there is no person %s", id)
}

// PutPerson keeps a copy.
func (m *Memory) PutPerson(_ context.Context, p *auth.Person) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.people == nil {
		m.people = map[auth.PersonID]*auth.Person{}
	}
	m.people[p.ID] = cloned(p)
	return nil
}

// People gives copies, by id.
func (m *Memory) People(context.Context) ([]*auth.Person, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []*auth.Person
	for _, p := range m.people {
		out = append(out, cloned(p))
	}
	slices.SortFunc(out, func(a, b *auth.Person) int { return cmp.Compare(a.ID, b.ID) })
	return out, nil
}

// PutSession keeps a copy.
func (m *Memory) PutSession(_ context.Context, s *auth.Session) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.sessions == nil {
		m.sessions = map[auth.TokenHash]auth.Session{}
	}
	m.sessions[s.Hash] = *s
	return nil
}

// SessionByHash gives a copy.
func (m *Memory) SessionByHash(_ context.Context, h auth.TokenHash) (*auth.Session, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if s, ok := m.sessions[h]; ok {
		return &s, nil
	}
	return nil, fault.New(fault.NotFound, "there is no such session")
}

// DeleteSession says whether it was there.
func (m *Memory) DeleteSession(_ context.Context, h auth.TokenHash) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	_, had := m.sessions[h]
	delete(m.sessions, h)
	return had, nil
}

// Hashes gives what an intruder would find in place of tokens.
func (m *Memory) Hashes() []auth.TokenHash {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Collect(maps.Keys(m.sessions))
}

// SessionsOf gives copies, the oldest first.
func (m *Memory) SessionsOf(_ context.Context, who auth.PersonID, k auth.Kind, now time.Time) ([]*auth.Session, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []*auth.Session
	for _, s := range m.sessions {
		if s.Person == who && s.Kind == k && now.Before(s.Expires) {
			out = append(out, &s)
		}
	}
	slices.SortFunc(out, func(a, b *auth.Session) int {
		return cmp.Or(a.Created.Compare(b.Created), bytes.Compare(a.Hash[:], b.Hash[:]))
	})
	return out, nil
}

// PutUse notes a use.
func (m *Memory) PutUse(_ context.Context, h auth.TokenHash, u auth.Use) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if s, ok := m.sessions[h]; ok {
		s.Use = u
		m.sessions[h] = s
	}
	return nil
}

// AddPasskey keeps a copy.
func (m *Memory) AddPasskey(_ context.Context, p *auth.Passkey) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.passkeys == nil {
		m.passkeys = map[string]auth.Passkey{}
	}
	if _, had := m.passkeys[string(p.ID)]; had {
		return fault.New(fault.Conflict, "this passkey is known already")
	}
	m.passkeys[string(p.ID)] = *p
	return nil
}

// PasskeyByID gives a copy.
func (m *Memory) PasskeyByID(_ context.Context, id []byte) (*auth.Passkey, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if p, ok := m.passkeys[string(id)]; ok {
		return &p, nil
	}
	return nil, fault.New(fault.NotFound, "there is no such passkey")
}

// PasskeysOf gives copies, the oldest first.
func (m *Memory) PasskeysOf(_ context.Context, who auth.PersonID) ([]*auth.Passkey, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []*auth.Passkey
	for _, p := range m.passkeys {
		if p.Person == who {
			out = append(out, &p)
		}
	}
	slices.SortFunc(out, func(a, b *auth.Passkey) int { return cmp.Or(a.Created.Compare(b.Created), bytes.Compare(a.ID, b.ID)) })
	return out, nil
}

// CountPasskey says whether the counter rose, or there is none.
func (m *Memory) CountPasskey(_ context.Context, id []byte, counter uint32, used time.Time) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	p, ok := m.passkeys[string(id)]
	if !ok || counter <= p.Counter && counter+p.Counter > 0 {
		return false, nil
	}
	p.Counter, p.Used = counter, used.UTC()
	m.passkeys[string(id)] = p
	return true, nil
}

// DeletePasskey says whether it was its owner's.
func (m *Memory) DeletePasskey(_ context.Context, id []byte, owner auth.PersonID) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	p, ok := m.passkeys[string(id)]
	if !ok || p.Person != owner {
		return false, nil
	}
	delete(m.passkeys, string(id))
	return true, nil
}

// UseChallenge is true once.
func (m *Memory) UseChallenge(_ context.Context, h [32]byte, _ time.Time) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.used == nil {
		m.used = map[[32]byte]bool{}
	}
	had := m.used[h]
	m.used[h] = true
	return !had, nil
}

// PutRecord keeps a copy.
func (m *Memory) PutRecord(_ context.Context, r *auth.Record) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.records == nil {
		m.records = map[[2]string]auth.Record{}
	}
	m.records[[2]string{r.Kind, r.Ref}] = *r
	return nil
}

// RecordByRef gives a copy.
func (m *Memory) RecordByRef(_ context.Context, kind, ref string) (*auth.Record, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if r, ok := m.records[[2]string{kind, ref}]; ok {
		return &r, nil
	}
	return nil, fault.New(fault.NotFound, "there is no such record")
}

// RecordsOf gives copies, the newest first.
func (m *Memory) RecordsOf(_ context.Context, kind string, most int) ([]*auth.Record, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []*auth.Record
	for _, r := range m.records {
		if r.Kind == kind {
			out = append(out, &r)
		}
	}
	slices.SortFunc(out, func(a, b *auth.Record) int { return cmp.Or(b.Created.Compare(a.Created), cmp.Compare(a.Ref, b.Ref)) })
	return out[:min(most, len(out))], nil
}

// DeleteRecord says whether it was there.
func (m *Memory) DeleteRecord(_ context.Context, kind, ref string) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	_, had := m.records[[2]string{kind, ref}]
	delete(m.records, [2]string{kind, ref})
	return had, nil
}
