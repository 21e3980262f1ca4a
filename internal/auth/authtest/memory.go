package authtest

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"sync"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
)

// Memory is a store that forgets with its process. Its zero value is ready.
type Memory struct {
	mu       sync.Mutex
	people   map[auth.PersonID]*auth.Person
	sessions map[auth.TokenHash]auth.Session
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
