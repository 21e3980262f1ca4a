package keystore

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/entente-net/entente/fault"
)

func open(t *testing.T, dir string) *Store {
	t.Helper()
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func wantCode(t *testing.T, err error, code fault.Code) {
	t.Helper()
	if fault.CodeOf(err) != code {
		t.Fatalf("got %q (%v), want %q", fault.CodeOf(err), err, code)
	}
}

func TestRoundTripAndReopen(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	about, plain := []byte("act 1 field person"), []byte("Zofia Testowa")
	ct, err := s.Encrypt("case/1", about, plain)
	if err != nil {
		t.Fatal(err)
	}
	if len(ct) != len(plain)+Overhead || bytes.Contains(ct, plain) {
		t.Fatalf("ciphertext of %d bytes", len(ct))
	}
	again, err := s.Encrypt("case/1", about, plain)
	if err != nil || bytes.Equal(ct, again) {
		t.Fatalf("the same ciphertext twice (%v)", err)
	}
	s.Close()
	_, err = s.Encrypt("case/1", about, plain)
	wantCode(t, err, fault.Unavailable)

	s = open(t, dir)
	got, err := s.Decrypt("case/1", about, ct)
	if err != nil || !bytes.Equal(got, plain) {
		t.Fatalf("got %q, %v", got, err)
	}
}

func TestDecryptRefuses(t *testing.T) {
	s := open(t, t.TempDir())
	ct, err := s.Encrypt("c", []byte("a"), []byte("value"))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Ensure("d"); err != nil {
		t.Fatal(err)
	}
	changed := bytes.Clone(ct)
	changed[len(changed)-1] ^= 1
	for _, tc := range []struct {
		name  string
		c     Compartment
		about string
		ct    []byte
		code  fault.Code
	}{
		{"a changed byte", "c", "a", changed, fault.Internal},
		{"another subject", "c", "b", ct, fault.Internal},
		{"another compartment", "d", "a", ct, fault.Internal},
		{"no key", "never", "a", ct, fault.NotFound},
		{"too short", "c", "a", ct[:Overhead-1], fault.Malformed},
		{"another format", "c", "a", append([]byte{9}, ct[1:]...), fault.Malformed},
		{"no name", "", "a", ct, fault.Internal},
		{"too long a name", Compartment(strings.Repeat("x", maxName+1)), "a", ct, fault.Internal},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, err := s.Decrypt(tc.c, []byte(tc.about), tc.ct)
			wantCode(t, err, tc.code)
		})
	}
}

func TestDestroyIsForEver(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	ct, err := s.Encrypt("case/1", nil, []byte("secret"))
	if err != nil {
		t.Fatal(err)
	}
	wrapped := keyFiles(t, dir)
	if len(wrapped) != 1 {
		t.Fatalf("%d key files", len(wrapped))
	}
	key, err := os.ReadFile(wrapped[0])
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // it may be repeated
		if err := s.Destroy("case/1"); err != nil {
			t.Fatal(err)
		}
	}
	check := func(s *Store) {
		t.Helper()
		if gone, err := s.Destroyed("case/1"); err != nil || !gone {
			t.Fatalf("destroyed: %v, %v", gone, err)
		}
		_, err := s.Decrypt("case/1", nil, ct)
		wantCode(t, err, fault.Erased)
		_, err = s.Encrypt("case/1", nil, []byte("again"))
		wantCode(t, err, fault.Erased)
	}
	check(s)
	s.Close()
	check(open(t, dir))
	for _, content := range contents(t, dir) {
		if bytes.Contains(content, key[1:]) {
			t.Fatal("the wrapped key is still on the disk")
		}
	}
	if gone, err := open(t, dir).Destroyed("case/2"); err != nil || gone {
		t.Fatalf("another compartment: %v, %v", gone, err)
	}
}

func TestDestroyBeforeFirstUse(t *testing.T) {
	s := open(t, t.TempDir())
	if err := s.Destroy("never used"); err != nil {
		t.Fatal(err)
	}
	wantCode(t, s.Ensure("never used"), fault.Erased)
}

// TestCrashWhileDestroying: the tombstone is there, the key not yet gone.
func TestCrashWhileDestroying(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	ct, err := s.Encrypt("c", nil, []byte("v"))
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	file := keyFiles(t, dir)[0]
	if err := os.WriteFile(strings.TrimSuffix(file, living)+tombstone, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s = open(t, dir)
	_, err = s.Decrypt("c", nil, ct)
	wantCode(t, err, fault.Erased)
	if err := s.Destroy("c"); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(file); !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("the key file is still there: %v", err)
	}
}

// TestCrashWhileMaking: a file without its final name is not a key, and goes at the next start.
func TestCrashWhileMaking(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	s.Close()
	left := filepath.Join(dir, "07", temporary+"0011223344556677")
	if err := os.WriteFile(left, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	open(t, dir)
	if _, err := os.Stat(left); !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("what was left is still there: %v", err)
	}
}

func TestMasterKey(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	ct, err := s.Encrypt("c", nil, []byte("v"))
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	path := filepath.Join(dir, "master")
	right, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("mode %v, %v", info.Mode(), err)
	}

	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	_, err = Open(dir)
	wantCode(t, err, fault.Internal)
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Fatal("a new master key was made beside old keys")
	}
	for _, bad := range []string{"", "x", masterMark + "AAAA\n", strings.TrimPrefix(string(right), masterMark)} {
		if err := os.WriteFile(path, []byte(bad), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err = Open(dir)
		wantCode(t, err, fault.Malformed)
	}
	if err := os.WriteFile(path, right, 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := open(t, dir).Decrypt("c", nil, ct); err != nil || string(got) != "v" {
		t.Fatalf("got %q, %v", got, err)
	}
}

func TestDamagedKeyFile(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	if _, err := s.Encrypt("c", nil, []byte("v")); err != nil {
		t.Fatal(err)
	}
	s.Close()
	file := keyFiles(t, dir)[0]
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	content[20] ^= 1
	for _, bad := range [][]byte{content, content[:10], nil} {
		if err := os.WriteFile(file, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		// Never silently a new key: what was encrypted under the old one would be lost without a word.
		wantCode(t, open(t, dir).Ensure("c"), fault.Internal)
	}
}

// TestFileNamesSayNothing: without the master key nobody can test a guess.
func TestFileNamesSayNothing(t *testing.T) {
	names := map[string]bool{}
	for range 2 {
		dir := t.TempDir()
		if err := open(t, dir).Ensure("case/1"); err != nil {
			t.Fatal(err)
		}
		names[filepath.Base(keyFiles(t, dir)[0])] = true
	}
	if len(names) != 2 {
		t.Fatal("two stores give a compartment the same file name")
	}
}

func TestCacheIsBounded(t *testing.T) {
	s := open(t, t.TempDir())
	s.cache.bound = 3
	var cts [10][]byte
	for i := range cts {
		ct, err := s.Encrypt(Compartment(fmt.Sprint(i)), nil, []byte{byte(i)})
		if err != nil {
			t.Fatal(err)
		}
		cts[i] = ct
	}
	if n := s.cache.byUse.Len(); n != 3 || len(s.cache.byID) != 3 {
		t.Fatalf("%d keys in the cache", n)
	}
	for i, ct := range cts {
		if got, err := s.Decrypt(Compartment(fmt.Sprint(i)), nil, ct); err != nil || got[0] != byte(i) {
			t.Fatalf("%d: %v, %v", i, got, err)
		}
	}
}

// TestConcurrentDestroy: every ciphertext that was given out before the destruction can be read before
// it and not after it, and nobody gets one under a second key.
func TestConcurrentDestroy(t *testing.T) {
	s := open(t, t.TempDir())
	const compartments = 16
	var wg sync.WaitGroup
	for w := range 8 {
		wg.Go(func() {
			for i := range 200 {
				c := Compartment(fmt.Sprint(i % compartments))
				ct, err := s.Encrypt(c, nil, []byte("v"))
				if err == nil {
					_, err = s.Decrypt(c, nil, ct)
				}
				if err != nil && fault.CodeOf(err) != fault.Erased {
					t.Errorf("%s: %v", c, err)
				}
				if w == 0 && i >= 100 && i < 100+compartments {
					if err := s.Destroy(c); err != nil {
						t.Error(err)
					}
					if _, err := s.Decrypt(c, nil, ct); fault.CodeOf(err) != fault.Erased {
						t.Errorf("%s after its end: %v", c, err)
					}
				}
			}
		})
	}
	wg.Wait()
	for i := range compartments {
		wantCode(t, s.Ensure(Compartment(fmt.Sprint(i))), fault.Erased)
	}
}

func TestFolderCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Open(filepath.Join(file, "keys"))
	wantCode(t, err, fault.Internal)
}

func BenchmarkEncrypt(b *testing.B) {
	s, err := Open(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	value := make([]byte, 600)
	b.SetBytes(600)
	for b.Loop() {
		if _, err := s.Encrypt("day", nil, value); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNewKey(b *testing.B) {
	s, err := Open(b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	i := 0
	for b.Loop() {
		i++
		if err := s.Ensure(Compartment(fmt.Sprint(i))); err != nil {
			b.Fatal(err)
		}
	}
}

func keyFiles(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*", "*"+living))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func contents(t *testing.T, dir string) (all [][]byte) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		all = append(all, b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
