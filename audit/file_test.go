package audit_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/audit/synth"
	"github.com/entente-net/entente/fault"
)

// everything is a bundle with a line of every kind.
func everything(t testing.TB) []byte {
	t.Helper()
	w, err := synth.New(41)
	if err != nil {
		t.Fatal(err)
	}
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	must(w.Checkpoint())
	w.Tick(time.Minute)
	c, err := w.Open("assistance", sides, request("danger to life"))
	must(err)
	w.Tick(time.Minute)
	x := prosecutor("act-at-once", nil)
	x.Values = map[agreement.FieldID]any{"evidence": "line\nbreak and \"quotes\" <b>&amp;\u2028"}
	x.Held = w.Now
	must(w.Do(c, x))
	must(w.Send(c, request("ordinary")))
	must(w.Refuse(c, request("ordinary"), "wrong-state"))
	must(w.Ask(synth.Belmark, synth.Arland, synth.Question("X1"), map[string]any{"reported": "2026-02-01"}))
	must(w.Checkpoint())
	b := w.Bundle(synth.Belmark, w.Now)
	b.Case(c.ID).Verdicts = []*audit.Verdict{{
		Agreement: w.Digest, Case: c.ID, Head: c.Entries[1].Receipt.Digest(), Made: w.Now, Model: w.Hash, Number: 2, Party: synth.Belmark,
		Result: audit.VerdictKept,
	}}
	b.Case(c.ID).Pending = append(b.Case(c.ID).Pending, audit.Pending{Signed: c.Pending[0].Act.Encode()})
	var buf bytes.Buffer
	must(b.Write(&buf))
	return buf.Bytes()
}

func TestRewriting(t *testing.T) {
	in := everything(t)
	for _, k := range []audit.Kind{
		audit.KindHeader, audit.KindAgreement, audit.KindStatement, audit.KindLog, audit.KindCheckpoint, audit.KindSeen, audit.KindLeaves,
		audit.KindCase, audit.KindEntry, audit.KindDisclosure, audit.KindDelivery, audit.KindPending, audit.KindRefused, audit.KindVerdict,
		audit.KindQuery, audit.KindEnd,
	} {
		if !bytes.Contains(in, []byte(`{"kind":"`+string(k)+`"`)) {
			t.Errorf("the bundle has no line of the kind %s", k)
		}
	}
	var out bytes.Buffer
	if err := audit.Rewrite(bytes.NewReader(in), &out); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(in, out.Bytes()) {
		t.Fatal("what was decoded is not written as it was")
	}
}

func replayBytes(b []byte) (*audit.Report, error) {
	return audit.Replay(context.Background(), []audit.Input{{Name: "x.evidence", From: bytes.NewReader(b)}}, audit.Options{Workers: 1})
}

// TestMalformed: a file that is not in form is refused with its name, the number of the line and a reason.
func TestMalformed(t *testing.T) {
	good := string(everything(t))
	lines := strings.SplitAfter(good, "\n")
	line := func(kind string) int {
		for i, l := range lines {
			if strings.HasPrefix(l, `{"kind":"`+kind+`"`) {
				return i
			}
		}
		t.Fatalf("no line of the kind %s", kind)
		return 0
	}
	with := func(kind, old, new string) (string, int) {
		i := line(kind)
		l := append([]string(nil), lines...)
		if !strings.Contains(l[i], old) {
			t.Fatalf("%q is not in %.200s", old, l[i])
		}
		l[i] = strings.Replace(l[i], old, new, 1)
		return strings.Join(l, ""), i + 1
	}
	type bad struct {
		text string
		line int
		says string
		code fault.Code
	}
	mk := func(kind, old, new, says string) bad {
		s, n := with(kind, old, new)
		return bad{s, n, says, fault.Malformed}
	}
	for name, x := range map[string]bad{
		"empty":                   {"", 1, "cut off", fault.Malformed},
		"another file":            {"%PDF-1.7\n", 1, `must begin with {"kind":`, fault.Malformed},
		"no header":               {strings.Join(lines[1:], ""), 1, "begins with its header", fault.Malformed},
		"cut in a line":           {good[:len(good)-20], len(lines) - 1, "cut off", fault.Malformed},
		"cut between lines":       {strings.Join(lines[:len(lines)-2], ""), len(lines) - 1, "cut off", fault.Malformed},
		"something after the end": {good + "{}\n", len(lines), "follows the end", fault.Malformed},
		"a line left out":         {strings.Join(lines[:5], "") + strings.Join(lines[6:], ""), len(lines) - 2, "counts", fault.Malformed},
		"damage":                  {strings.Replace(good, "Synthetic", "Sinthetic", 1), len(lines) - 1, "damaged", fault.Malformed},
		"an oversized line":       {lines[0] + `{"kind":"agreement","name":"` + strings.Repeat("a", audit.MaxLine) + "\n", 2, "longer than", fault.TooLarge},
		"a member named twice":    mk("log", `"name":`, `"name":"x","name":`, "expected"),
		"members out of order":    mk("case", `"name":`, `"of":"x","name":`, "members are sorted"),
		"an unknown member":       mk("disclosure", `"value":`, `"trust":"me","value":`, "none is unknown"),
		"a missing member":        mk("disclosure", `"number":1,`, ``, "expected"),
		"an unknown kind":         mk("disclosure", `"kind":"disclosure"`, `"kind":"gossip"`, "no kind of line"),
		"a space between tokens":  mk("disclosure", `"number":1`, `"number": 1`, "JSON"),
		"a leading zero":          mk("disclosure", `"number":1`, `"number":01`, "JSON"),
		"a fraction":              mk("disclosure", `"number":1`, `"number":1.5`, "whole number"),
		"a negative number":       mk("disclosure", `"number":1`, `"number":-1`, "whole number"),
		"a number as text":        mk("disclosure", `"number":1`, `"number":"1"`, "whole number"),
		"a number beyond 2^53":    mk("disclosure", `"number":1`, `"number":9007199254740993`, "whole number"),
		"an escape too many":      mk("log", `"name":"e`, `"name":"\u0065`, "canonical"),
		"bytes that are no UTF-8": mk("log", `"name":"e`, "\"name\":\"\xff", "UTF-8"),
		"a control character":     mk("log", `"name":"e`, "\"name\":\"\x01", "control character"),
		"an instant of its own":   mk("header", `000000Z"`, `0Z"`, "instant"),
		"another format":          mk("header", `entente/evidence/1`, `entente/evidence/9`, "format"),
		"deep nesting":            mk("entry", `"relay":null`, `"relay":`+strings.Repeat(`{"a":`, 60)+"1"+strings.Repeat("}", 60), "nested"),
		"a list without an end":   mk("entry", `"opened":[`, `"opened":[[`, "unexpected character"),
		"a case twice":            {strings.Join(lines[:line("case")+1], "") + lines[line("case")] + lines[line("case")], line("case") + 2, "out of order", fault.Malformed},
		"a case of another name":  mk("case", `"name":"`, `"name":"X`, "32 lower-case hex"),
		"an entry before cases":   {strings.Join(lines[:line("case")], "") + lines[line("entry")], line("case") + 1, "before any case", fault.Malformed},
		"a header later":          {strings.Join(lines[:4], "") + lines[0], 5, "too late", fault.Malformed},
		"a section that goes back": {
			strings.Join(lines[:line("case")+2], "") + lines[line("agreement")], line("case") + 3, "too late", fault.Malformed,
		},
		"leaves with a hole":      mk("leaves", `"start":0`, `"start":5`, "go on at 0"),
		"leaves of no log":        mk("leaves", `"name":"entente`, `"name":"extente`, "not announced"),
		"leaves that are no hash": mk("leaves", `"value":"`, `"value":"AA`, "32 bytes"),
		"a way of its own":        mk("delivery", `"way":"received"`, `"way":"lost"`, "neither"),
		"another's log":           mk("log", `"party":"belmark"`, `"party":"arland"`, "its own"),
	} {
		t.Run(name, func(t *testing.T) {
			r, err := replayBytes([]byte(x.text))
			var f *fault.Error
			if !errors.As(err, &f) {
				t.Fatalf("no error of ours: %v %v", r, err)
			}
			if f.Code != x.code || !strings.Contains(f.Message, x.says) || !strings.HasPrefix(f.Message, fmt.Sprintf("x.evidence: line %d: ", x.line)) {
				t.Fatalf("%s: %s\nexpected line %d, %q", f.Code, f.Message, x.line, x.says)
			}
		})
	}
}

func TestNothingToAudit(t *testing.T) {
	if _, err := audit.Replay(context.Background(), nil, audit.Options{}); fault.CodeOf(err) != fault.Invalid {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	b := everything(t)
	if _, err := audit.Replay(ctx, []audit.Input{{From: bytes.NewReader(b)}}, audit.Options{}); err == nil {
		t.Fatal("a stopped audit came to a result")
	}
}

func TestWriterKeepsTheOrder(t *testing.T) {
	var out bytes.Buffer
	w, err := audit.NewWriter(&out, audit.Header{Party: synth.Arland, Made: synth.Start})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Entry(audit.Entry{}); err == nil {
		t.Error("an entry before any case")
	}
	if err := w.Leaves("nowhere", make([][32]byte, 1)); err == nil {
		t.Error("leaves of a log that is not announced")
	}
	const high, low = "ffffffffffffffffffffffffffffffff", "00000000000000000000000000000001"
	if err := w.Case(high, "sha256:x"); err != nil {
		t.Fatal(err)
	}
	if err := w.Case(low, "sha256:x"); err == nil {
		t.Error("a case out of order")
	}
	if err := w.Agreement("x.md", []byte("x")); err == nil {
		t.Error("a text after the cases")
	}
	if err := w.Agreement("x.md", []byte{0xff}); err == nil {
		t.Error("a text that is not UTF-8")
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := w.Case(high, "sha256:x"); err == nil {
		t.Error("a case after the end")
	}
}

// FuzzBundleFile: nothing that is read makes the audit fall over; every error is of ours; what is
// accepted is written back as it was.
func FuzzBundleFile(f *testing.F) {
	good := everything(f)
	f.Add(good)
	for _, l := range bytes.SplitAfter(good, []byte("\n")) {
		if len(l) < 4096 {
			f.Add(l)
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := replayBytes(b)
		var x *fault.Error
		if err != nil && !errors.As(err, &x) {
			t.Fatalf("an error that is none of ours: %v", err)
		}
		if err == nil && r == nil {
			t.Fatal("neither a report nor an error")
		}
		var out bytes.Buffer
		if err := audit.Rewrite(bytes.NewReader(b), &out); err == nil && !bytes.Equal(b, out.Bytes()) {
			t.Fatal("what was decoded is not written as it was")
		}
	})
}
