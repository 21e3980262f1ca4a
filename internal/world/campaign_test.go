//go:build campaign

package world

import (
	"bytes"
	"context"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
)

// TestCampaignKilledTwoHundredTimes: no acknowledged act is lost, none applied twice, both sides are equal at the
// end, and the audit is clean.
func TestCampaignKilledTwoHundredTimes(t *testing.T) { killing(t, 200) }

// TestCampaignLostPower cuts the power under both nodes: their folders lie on an ext4 file system in a file, the
// processes are stopped in the middle of their work, the file is copied as it then is (what was not written through is
// not in it), and the nodes go on from the copy. Killing a process never tests fsync; this does. It needs root and a loop device.
func TestCampaignLostPower(t *testing.T) {
	const cuts = 10
	image := filepath.Join(t.TempDir(), "disk.img")
	mount := filepath.Join(t.TempDir(), "disk")
	shell(t, "truncate", "-s", "512M", image)
	shell(t, "mkfs.ext4", "-q", "-E", "lazy_itable_init=0,lazy_journal_init=0", image)
	if err := os.Mkdir(mount, 0o755); err != nil {
		t.Fatal(err)
	}
	shell(t, "mount", "-o", "loop", image, mount)
	t.Cleanup(func() { _ = exec.Command("umount", "-l", mount).Run() })
	f := newFront(t, filepath.Join(mount, "world"))
	if err := f.w.Stop("secretariat"); err != nil { // it lives in this process, and would hold the disk
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(11, 13))
	for cut := range cuts {
		ctx, stop := context.WithCancel(context.Background())
		var wg sync.WaitGroup
		for lane := range 4 {
			wg.Go(func() { f.work(ctx, 100*(cut+1)+lane) })
		}
		time.Sleep(time.Duration(800+r.IntN(1200)) * time.Millisecond)
		// Nothing may be acknowledged after the copy: the processes stand still first, and what they have
		// acknowledged by then is in f.acked.
		for _, p := range f.processes {
			if err := p.Process().Signal(syscall.SIGSTOP); err != nil {
				t.Fatal(err)
			}
		}
		time.Sleep(20 * time.Millisecond)
		copyFile(t, image, image+".cut")
		stop()
		for _, p := range f.processes {
			p.Kill()
		}
		wg.Wait()
		shell(t, "umount", mount)
		if err := os.Rename(image+".cut", image); err != nil {
			t.Fatal(err)
		}
		shell(t, "mount", "-o", "loop", image, mount)
		for _, p := range []agreement.PartyID{"arland", "belmark"} {
			if err := f.processes[p].Start(); err != nil {
				t.Fatalf("after cut %d: %v", cut+1, err)
			}
		}
	}
	f.settle(t)
	f.check(t)
	for _, p := range f.processes {
		p.Kill()
	}
	f.w.Close()
	shell(t, "umount", mount)
}

func shell(t *testing.T, name string, args ...string) {
	t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, bytes.TrimSpace(out))
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	in, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = in.Close() }()
	out, err := os.Create(to)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(out, in); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}
