package keystore

import (
	"container/list"
	"crypto/cipher"
	"sync"
)

// cache keeps the most recently used keys ready.
type cache struct {
	mu    sync.Mutex
	bound int
	byUse *list.List // of *ready; the front was used last
	byID  map[Compartment]*list.Element
}

type ready struct {
	id  Compartment
	key cipher.AEAD
}

func newCache(bound int) *cache {
	return &cache{bound: bound, byUse: list.New(), byID: make(map[Compartment]*list.Element)}
}

func (c *cache) get(id Compartment) (cipher.AEAD, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.byID[id]
	if !ok {
		return nil, false
	}
	c.byUse.MoveToFront(e)
	return e.Value.(*ready).key, true
}

func (c *cache) put(id Compartment, key cipher.AEAD) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.byID[id] = c.byUse.PushFront(&ready{id, key})
	if c.byUse.Len() > c.bound {
		last := c.byUse.Back()
		c.byUse.Remove(last)
		delete(c.byID, last.Value.(*ready).id)
	}
}

func (c *cache) drop(id Compartment) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.byID[id]; ok {
		c.byUse.Remove(e)
		delete(c.byID, id)
	}
}

func (c *cache) clear() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.byUse.Init()
	clear(c.byID)
}
