package world

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
)

// secret is what was obtained: it must be nowhere once it is destroyed.
const secret = "the-hidden-cellar-under-the-mill-at-Quell-7731"

// urgent plays up to an urgent measure in force: Arland asks, Belmark's prosecutor acts at once.
func urgent(t *testing.T, w *Inside) (asking, acting, judge node.Who, id casework.CaseID) {
	t.Helper()
	ctx := context.Background()
	asking = w.must(t, "arland", "pia", "prosecutor")
	acting = w.must(t, "belmark", "oren", "prosecutor")
	judge = w.must(t, "belmark", "vantor", "judge")
	res, err := w.Node("arland").Step(ctx, asking, node.StepRequest{Agreement: w.Agreement, Procedure: "assistance", Step: "request", Values: request("danger to life")})
	if err != nil {
		t.Fatal(err)
	}
	w.awaitState(t, "belmark", acting, res.Case, "requested")
	if _, err := w.Node("belmark").Step(ctx, acting, node.StepRequest{Case: res.Case, Step: "act-at-once", Values: map[agreement.FieldID]any{"evidence": secret, "reasons": "a life"}}); err != nil {
		t.Fatal(err)
	}
	w.awaitState(t, "arland", asking, res.Case, "measure-in-force")
	w.awaitField(t, "arland", asking, res.Case, "evidence", secret)
	return asking, acting, judge, res.Case
}

func (w *Inside) awaitField(t *testing.T, p agreement.PartyID, who node.Who, id casework.CaseID, f agreement.FieldID, want any) {
	t.Helper()
	var got any
	err := w.Await(context.Background(), func() (bool, error) {
		var err error
		got, err = w.Node(p).Field(context.Background(), who, id, f)
		return err == nil && got == want, err
	})
	if err != nil {
		t.Fatalf("%s: field %s is %v: %v", p, f, got, err)
	}
}

// bytesOf searches every file of a folder, the key store's included.
func bytesOf(t *testing.T, dir, needle string) []string {
	t.Helper()
	var found []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if os.IsNotExist(err) {
			return nil // a temporary file, gone between the listing and the look
		}
		if bytes.Contains(b, []byte(needle)) {
			found = append(found, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestUrgentMeasureNotUpheldIsDestroyedOnBothNodes(t *testing.T) {
	ctx := context.Background()
	w := northgate(t)
	asking, acting, judge, id := urgent(t, w)
	for _, p := range []agreement.PartyID{"arland", "belmark"} {
		if err := w.Members[p].DB.Backup(ctx, filepath.Join(w.Members[p].Dir, "before.backup")); err != nil {
			t.Fatal(err)
		}
	}
	due := w.Now().Add(48 * time.Hour)

	// At 48 hours it may still be upheld; a moment later it is sealed from use, on both sides at once.
	if err := w.SetClock(ctx, due); err != nil {
		t.Fatal(err)
	}
	w.awaitField(t, "arland", asking, id, "evidence", secret)
	if err := w.SetClock(ctx, due.Add(time.Second)); err != nil {
		t.Fatal(err)
	}
	for p, who := range map[agreement.PartyID]node.Who{"arland": asking, "belmark": acting} {
		if _, err := w.Node(p).Field(ctx, who, id, "evidence"); fault.CodeOf(err) != fault.Sealed || !strings.Contains(err.Error(), "Article 7") {
			t.Fatalf("%s: after 48 hours the evidence is %v", p, err)
		}
	}
	if _, err := w.Node("belmark").Step(ctx, judge, node.StepRequest{Case: id, Step: "uphold", Values: map[agreement.FieldID]any{"reasons": "too late"}}); fault.CodeOf(err) != fault.ClockLapsed {
		t.Fatalf("an act after the time: %v", err)
	}

	// After the grace it is destroyed on both nodes.
	if err := w.SetClock(ctx, due.Add(24*time.Hour+2*time.Second)); err != nil {
		t.Fatal(err)
	}
	w.awaitState(t, "belmark", acting, id, "not-upheld")
	w.awaitState(t, "arland", asking, id, "not-upheld")
	for p, who := range map[agreement.PartyID]node.Who{"arland": asking, "belmark": acting} {
		err := w.Await(ctx, func() (bool, error) {
			v, err := w.Node(p).Case(ctx, who, id)
			if err != nil {
				return false, err
			}
			attested := 0
			for _, a := range v.Acts {
				if a.Act.Kind == "erased" && a.Status == "taken" {
					attested++
				}
			}
			return attested == 2, nil
		})
		if err != nil {
			t.Fatalf("%s: the destruction is not attested by both: %v", p, err)
		}
		if _, err := w.Node(p).Field(ctx, who, id, "evidence"); fault.CodeOf(err) != fault.Erased {
			t.Fatalf("%s: %v", p, err)
		}
		if v, err := w.Node(p).Field(ctx, who, id, "facts"); err != nil || v != "two lorries" {
			t.Fatalf("%s: the request itself must stay: %v, %v", p, v, err)
		}
	}
	for _, p := range []agreement.PartyID{"arland", "belmark"} {
		dir := w.Members[p].Dir
		if err := w.Members[p].DB.Backup(ctx, filepath.Join(dir, "after.backup")); err != nil {
			t.Fatal(err)
		}
		if found := bytesOf(t, dir, secret); len(found) > 0 {
			t.Fatalf("%s: the value is in %v", p, found)
		}
		// Not even with all that is left, the back-up from before and the keys that are still there.
		if err := w.Stop(p); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(filepath.Join(dir, "before.backup"), filepath.Join(dir, node.FileDatabase)); err != nil {
			t.Fatal(err)
		}
		for _, suffix := range []string{"-wal", "-shm"} {
			_ = os.Remove(filepath.Join(dir, node.FileDatabase+suffix))
		}
		if err := w.Start(ctx, p); err != nil {
			t.Fatal(err)
		}
		who := map[agreement.PartyID]node.Who{"arland": asking, "belmark": acting}[p]
		if v, err := w.Node(p).Field(ctx, who, id, "evidence"); err == nil {
			t.Fatalf("%s: a restored back-up yields %v", p, v)
		}
	}
}

func TestHomeAwayTheDepositaryProvesTheTime(t *testing.T) {
	ctx := context.Background()
	text := model(t)
	// The same agreement with the requesting side as home: now the judge sits on the far side of the cut.
	moved := bytes.Replace(text, []byte("record = record.assistance\n  home   = side.requested"), []byte("record = record.assistance\n  home   = side.requesting"), 1)
	if bytes.Equal(moved, text) {
		t.Fatal("the model's text has changed: mend the test")
	}
	w := newWorld(t, moved, node.Config{RelayAfter: 50 * time.Millisecond})
	asking, acting, judge, id := urgent(t, w)
	due := w.Now().Add(48 * time.Hour)
	w.Members["arland"].Proxy.Cut() // nobody reaches home; the line to the depositary stands
	if err := w.SetClock(ctx, due.Add(-time.Minute)); err != nil {
		t.Fatal(err)
	}
	res, err := w.Node("belmark").Step(ctx, judge, node.StepRequest{Case: id, Step: "uphold", Values: map[agreement.FieldID]any{"reasons": "a life was in danger"}})
	if err != nil || !res.Queued {
		t.Fatalf("the judge's act: %+v, %v", res, err)
	}
	relayed := func() (bool, error) {
		v, err := w.Node("belmark").Case(ctx, acting, id)
		if err != nil {
			return false, err
		}
		return v.Acts[len(v.Acts)-1].Relayed, nil
	}
	if err := w.Await(ctx, relayed); err != nil {
		t.Fatalf("no relay evidence came: %v", err)
	}
	if err := w.SetClock(ctx, due.Add(3*time.Hour)); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Node("arland").Field(ctx, asking, id, "evidence"); fault.CodeOf(err) != fault.Sealed {
		t.Fatalf("sealed from use while the judge has not been heard: %v", err)
	}
	w.Members["arland"].Proxy.Mend()
	v := w.awaitState(t, "arland", asking, id, "measure-upheld")
	last := v.Acts[len(v.Acts)-1]
	if !last.Proved.Before(due) || !last.Received.After(due) {
		t.Fatalf("received %s, proved %s, due %s", last.Received, last.Proved, due)
	}
	w.awaitField(t, "arland", asking, id, "evidence", secret)
	w.awaitState(t, "belmark", acting, id, "measure-upheld")
}

func TestUpheldInTimeBehindACutLineStillCounts(t *testing.T) {
	ctx := context.Background()
	w := northgate(t)
	asking, _, judge, id := urgent(t, w)
	due := w.Now().Add(48 * time.Hour)
	// Belmark is home; the cut hides its judge's act from Arland until after the time.
	w.Members["arland"].Proxy.Cut()
	w.Members["belmark"].Proxy.Cut()
	if err := w.SetClock(ctx, due.Add(-time.Minute)); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Node("belmark").Step(ctx, judge, node.StepRequest{Case: id, Step: "uphold", Values: map[agreement.FieldID]any{"reasons": "a life was in danger"}}); err != nil {
		t.Fatal(err)
	}
	if err := w.SetClock(ctx, due.Add(2*time.Hour)); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Node("arland").Field(ctx, asking, id, "evidence"); fault.CodeOf(err) != fault.Sealed {
		t.Fatalf("Arland, who has heard nothing, must not use it: %v", err)
	}
	w.Members["arland"].Proxy.Mend()
	w.Members["belmark"].Proxy.Mend()
	w.awaitState(t, "arland", asking, id, "measure-upheld")
	w.awaitField(t, "arland", asking, id, "evidence", secret)
}
