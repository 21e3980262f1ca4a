package audit_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/fault"
)

func TestReport(t *testing.T) {
	f := world(t, 53)
	c := f.open("ordinary")
	x := anyway(f.judge("authorise"))
	x.Values = nil
	f.do(c, x)
	f.settle(time.Hour)
	home, _ := f.both()
	r := f.replay(home)

	var text bytes.Buffer
	f.ok(r.WriteText(&text))
	for _, s := range []string{
		"bundle of belmark, made 2026-03-02T", "nothing of it is real", "agreement text " + string(f.w.Digest), "\n1 finding\n",
		"breach reasons-missing, Article 2: ", "number 2, step authorise, by belmark", "what no audit can know", "1  agreement texts",
	} {
		if !strings.Contains(text.String(), s) {
			t.Errorf("the report does not say %q:\n%s", s, text.String())
		}
	}
	b, err := r.JSON()
	f.ok(err)
	var back audit.Report
	f.ok(json.Unmarshal(b, &back))
	if !reflect.DeepEqual(*r, back) {
		t.Fatalf("the report does not survive its JSON:\n%s", b)
	}
	if back.Format != audit.FormatReport || back.Findings[0].Code != fault.ReasonsMissing || len(back.Limits) == 0 {
		t.Fatalf("%s", b)
	}
}

// TestLongLists: a report stays bounded however much is wrong, and says how much it left out.
func TestLongLists(t *testing.T) {
	f := world(t, 59)
	for range 5 {
		c := f.open("ordinary")
		x := anyway(f.judge("authorise"))
		x.Values = nil
		f.do(c, x)
	}
	f.settle(time.Hour)
	home, _ := f.both()
	r, err := f.tryReplay(audit.Options{MaxFindings: 2}, home)
	f.ok(err)
	if len(r.Findings) != 2 || r.Omitted != 3 || r.Kept() {
		t.Fatalf("%d findings, %d omitted", len(r.Findings), r.Omitted)
	}
}
