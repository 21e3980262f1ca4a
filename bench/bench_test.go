package bench_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/bench"
	"github.com/entente-net/entente/fault"
)

// The holder's process is this test binary, told so by its first argument.
const hold = "bench-hold"

func TestMain(m *testing.M) {
	if len(os.Args) == 4 && os.Args[1] == hold {
		if err := bench.Hold(context.Background(), os.Args[2], os.Args[3]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func options() bench.ExchangeOptions {
	return bench.ExchangeOptions{Model: bench.Northgate, Hold: []string{os.Args[0], hold}, For: 20 * time.Millisecond, Entries: 50}
}

// Every run goes through, however short: what it measures is no matter of a test.
func TestExchangeRunsThrough(t *testing.T) {
	var progress bytes.Buffer
	r, err := bench.Exchange(t.Context(), options(), &progress)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Phases) != 3 || r.Fsync <= 0 || r.Signature <= 0 || r.Cores < 1 {
		t.Fatalf("%+v", r)
	}
	for i, name := range []string{"single", "coalesced", "manifests of 200"} {
		p := r.Phases[i]
		if p.Name != name || p.Failed != 0 || p.Done <= 0 || p.Rate <= 0 || p.P50 <= 0 || p.P99 < p.P50 || p.Max < p.P99 || p.Ratio <= 0 {
			t.Errorf("%+v", p)
		}
		if !strings.Contains(progress.String(), name) {
			t.Errorf("%s is not announced in %q", name, &progress)
		}
	}
	if p := r.Phases[0].PerLetter; p != 1 {
		t.Errorf("%v questions a letter where each goes alone", p)
	}
	if p := r.Phases[2].PerLetter; p != 200 {
		t.Errorf("%v questions a letter in manifests of 200", p)
	}
	var printed bytes.Buffer
	r.Print(&printed)
	for _, s := range []string{"fsync", "single", "coalesced", "manifests of 200", "of limit"} {
		if !strings.Contains(printed.String(), s) {
			t.Errorf("%q is missing in:\n%s", s, &printed)
		}
	}
	if b, err := json.Marshal(r); err != nil || !bytes.Contains(b, []byte(`"p99_ms"`)) {
		t.Errorf("%s, %v", b, err)
	}
}

func TestExchangeOptions(t *testing.T) {
	for name, change := range map[string]func(*bench.ExchangeOptions){
		"no entries":       func(o *bench.ExchangeOptions) { o.Entries = 0 },
		"entries owed":     func(o *bench.ExchangeOptions) { o.Entries = -1 },
		"too many entries": func(o *bench.ExchangeOptions) { o.Entries = 1 << 40 },
		"no time":          func(o *bench.ExchangeOptions) { o.For = 0 },
		"a week":           func(o *bench.ExchangeOptions) { o.For = 7 * 24 * time.Hour },
		"an unknown run":   func(o *bench.ExchangeOptions) { o.Only = "tripled" },
		"no holder":        func(o *bench.ExchangeOptions) { o.Hold = nil },
	} {
		o := options()
		change(&o)
		if r, err := bench.Exchange(t.Context(), o, io.Discard); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%s: %+v, %v", name, r, err)
		}
	}
	o := options()
	o.Model = []byte("# no agreement")
	if _, err := bench.Exchange(t.Context(), o, io.Discard); err == nil {
		t.Error("an agreement that is none")
	}
	o = options()
	o.Hold = []string{"/nothing/here"}
	if _, err := bench.Exchange(t.Context(), o, io.Discard); err == nil {
		t.Error("a holder that cannot be started")
	}
}

func TestWhoKeptTheRate(t *testing.T) {
	phase := func(name string, done, p99 float64, failed int64) bench.Phase {
		return bench.Phase{Name: name, Rate: 1000, Done: done, P99: p99, Failed: failed}
	}
	for _, x := range []struct {
		phases []bench.Phase
		kept   bool
	}{
		{nil, false},
		{[]bench.Phase{phase("single", 1000, 10, 0)}, true},
		{[]bench.Phase{phase("single", 979, 10, 0)}, false},
		{[]bench.Phase{phase("single", 1000, 51, 0)}, false},
		{[]bench.Phase{phase("single", 1000, 10, 1)}, false},
		{[]bench.Phase{phase("manifests of 200", 1000, 90, 0)}, true},
		{[]bench.Phase{phase("single", 1000, 10, 0), phase("coalesced", 900, 10, 0)}, false},
	} {
		r := bench.ExchangeReport{Phases: x.phases}
		if r.Kept() != x.kept {
			t.Errorf("%+v: kept %t", x.phases, r.Kept())
		}
	}
}

func TestAuditRunsThrough(t *testing.T) {
	var progress, printed bytes.Buffer
	r, err := bench.Audit(t.Context(), 500, &progress)
	if err != nil {
		t.Fatal(err)
	}
	if r.Acts < 500 || r.Findings != 0 || r.Bundle <= 0 || r.Seconds <= 0 || r.Signature <= 0 || r.Ratio <= 0 {
		t.Fatalf("%+v", r)
	}
	r.Print(&printed)
	if !strings.Contains(printed.String(), "0 findings") || !strings.Contains(progress.String(), "500 acts") {
		t.Fatalf("%s%s", &progress, &printed)
	}
	if _, err := json.Marshal(r); err != nil {
		t.Fatal(err)
	}
	for _, acts := range []int{0, -1} {
		if _, err := bench.Audit(t.Context(), acts, io.Discard); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%d acts: %v", acts, err)
		}
	}
	over, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := bench.Audit(over, 500, io.Discard); err == nil {
		t.Error("an audit that was called off")
	}
}
