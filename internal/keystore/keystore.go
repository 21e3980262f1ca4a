package keystore

import (
	"crypto/cipher"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/entente-net/entente/fault"
)

// Compartment names a key: a case, a part of a case that has its own clock, a day of query traces.
type Compartment string

const (
	keySize = 32
	shards  = 256

	// Keys kept ready. One costs about a kilobyte.
	cacheSize = 4096

	// maxName bounds a compartment's name; names are made by the node, so a longer one is a defect.
	maxName = 512

	format    = 1 // first byte of a key file and of what Encrypt gives
	nonceSize = 12
	tagSize   = 16
)

// Overhead is how much longer a ciphertext is than its plaintext.
const Overhead = 1 + nonceSize + tagSize

// Store is an open key store.
type Store struct {
	dir    string
	master *master
	cache  *cache
	shard  [shards]shard

	mu     sync.RWMutex
	closed bool
}

// shard is one of the folder's parts. Whoever uses a key of it holds mu for reading, so that Destroy, which
// holds it for writing, returns only when nobody uses the key any more.
type shard struct {
	mu  sync.RWMutex
	dir string
}

// Open opens the key store in dir, and makes it where there is none. A folder that holds keys
// without their master key is refused: a new one could open none of them.
func Open(dir string) (*Store, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, damaged(err, "the key store's folder cannot be made")
	}
	s := &Store{dir: dir, cache: newCache(cacheSize)}
	fresh := true
	for i := range s.shard {
		s.shard[i].dir = filepath.Join(dir, fmt.Sprintf("%02x", i))
		if _, err := os.Stat(s.shard[i].dir); err == nil {
			fresh = false
		}
	}
	m, err := openMaster(filepath.Join(dir, "master"), fresh)
	if err != nil {
		return nil, err
	}
	s.master = m
	for i := range s.shard {
		if err := s.shard[i].prepare(); err != nil {
			return nil, damaged(err, "a part of the key store cannot be read")
		}
	}
	if err := syncDir(dir); err != nil {
		return nil, damaged(err, "the key store cannot be written")
	}
	return s, nil
}

// prepare makes a shard's folder and removes what a crash left unfinished.
func (sh *shard) prepare() error {
	err := os.Mkdir(sh.dir, 0o700)
	if err == nil || !errors.Is(err, fs.ErrExist) {
		return err
	}
	names, err := os.ReadDir(sh.dir)
	if err != nil {
		return err
	}
	for _, n := range names {
		if strings.HasPrefix(n.Name(), temporary) {
			if err := os.Remove(filepath.Join(sh.dir, n.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// Encrypt encrypts under the compartment's key, which it makes at the first use. About is bound to the
// ciphertext without being in it: what it belongs to, so that it cannot be moved elsewhere.
func (s *Store) Encrypt(c Compartment, about, plaintext []byte) (ciphertext []byte, err error) {
	err = s.use(c, true, func(key cipher.AEAD) error {
		out := make([]byte, 1, Overhead+len(plaintext))
		out[0] = format
		ciphertext = key.Seal(out, nil, plaintext, bind(c, about))
		return nil
	})
	return ciphertext, err
}

// Decrypt gives back what Encrypt was given with the same compartment and about: fault.Erased once the key is
// destroyed, fault.NotFound where there never was one.
func (s *Store) Decrypt(c Compartment, about, ciphertext []byte) (plaintext []byte, err error) {
	err = s.use(c, false, func(key cipher.AEAD) error {
		if len(ciphertext) < Overhead || ciphertext[0] != format {
			return fault.New(fault.Malformed, "what is stored here is not in the form in which it was encrypted")
		}
		plaintext, err = key.Open(nil, nil, ciphertext[1:], bind(c, about))
		if err != nil {
			return damaged(err, "what is stored here was changed, or belongs elsewhere")
		}
		return nil
	})
	return plaintext, err
}

// Ensure makes the compartment's key where there is none, so that a later Encrypt need not wait for the disk.
func (s *Store) Ensure(c Compartment) error {
	return s.use(c, true, func(cipher.AEAD) error { return nil })
}

// Destroy destroys the compartment's key for ever, also where it was never made. When it returns nobody
// uses the key any more, and the disk no longer gives it. It may be repeated.
func (s *Store) Destroy(c Compartment) error {
	id, err := s.name(c)
	if err != nil {
		return err
	}
	sh := &s.shard[id[0]]
	sh.mu.Lock()
	defer sh.mu.Unlock()
	s.cache.drop(c)
	if err := sh.bury(hex.EncodeToString(id[:])); err != nil {
		return full(err, "the key could not be destroyed")
	}
	return nil
}

// Destroyed tells whether the compartment's key was destroyed.
func (s *Store) Destroyed(c Compartment) (bool, error) {
	id, err := s.name(c)
	if err != nil {
		return false, err
	}
	sh := &s.shard[id[0]]
	sh.mu.RLock()
	defer sh.mu.RUnlock()
	gone, err := sh.buried(hex.EncodeToString(id[:]))
	if err != nil {
		return false, damaged(err, "the key store cannot be read")
	}
	return gone, nil
}

// Close forgets the keys. What is under way is finished first.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	s.cache.clear()
	s.master.forget()
	return nil
}

// use runs fn with the compartment's key.
func (s *Store) use(c Compartment, create bool, fn func(cipher.AEAD) error) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closed {
		return fault.New(fault.Unavailable, "the key store is closed")
	}
	if err := checkName(c); err != nil {
		return err
	}
	id := s.master.id(c)
	sh := &s.shard[id[0]]
	sh.mu.RLock()
	if key, ok := s.cache.get(c); ok {
		defer sh.mu.RUnlock()
		return fn(key)
	}
	sh.mu.RUnlock()

	sh.mu.Lock()
	defer sh.mu.Unlock()
	key, ok := s.cache.get(c)
	if !ok {
		var err error
		if key, err = s.load(sh, hex.EncodeToString(id[:]), c, create); err != nil {
			return err
		}
		s.cache.put(c, key)
	}
	return fn(key)
}

// load reads the key from the disk or makes it there.
func (s *Store) load(sh *shard, name string, c Compartment, create bool) (cipher.AEAD, error) {
	gone, err := sh.buried(name)
	if err != nil {
		return nil, damaged(err, "the key store cannot be read")
	}
	if gone {
		return nil, fault.New(fault.Erased, "this was erased: its key was destroyed")
	}
	wrapped, err := sh.read(name)
	switch {
	case err == nil:
		raw, err := s.master.unwrap(c, wrapped)
		if err != nil {
			return nil, err
		}
		return aead(raw)
	case !errors.Is(err, fs.ErrNotExist):
		return nil, damaged(err, "a key cannot be read")
	case !create:
		return nil, fault.New(fault.NotFound, "there is no key for this").
			Mend("a database restored beside another key store? give it back its own")
	}
	raw := make([]byte, keySize)
	rand.Read(raw)
	if err := sh.write(name, s.master.wrap(c, raw)); err != nil {
		return nil, full(err, "a new key could not be written")
	}
	return aead(raw)
}

// name gives the file name of a compartment's key, as bytes; the first is its shard.
func (s *Store) name(c Compartment) (id [idSize]byte, err error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closed {
		return id, fault.New(fault.Unavailable, "the key store is closed")
	}
	if err := checkName(c); err != nil {
		return id, err
	}
	return s.master.id(c), nil
}

func checkName(c Compartment) error {
	if c == "" || len(c) > maxName {
		return fault.New(fault.Internal, "a compartment's name has %d bytes; 1 to %d are permitted", len(c), maxName)
	}
	return nil
}
