package node_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
)

func TestABadListChangesNothing(t *testing.T) {
	s := alone(t, nil)
	n := s.Node("belmark")
	export := func() string {
		t.Helper()
		var b bytes.Buffer
		if err := n.ExportRegister(t.Context(), s.Agreement, "stolen_documents", &b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	size := func() uint64 {
		t.Helper()
		v, err := n.Ledger(t.Context(), s.Agreement, 1)
		if err != nil {
			t.Fatal(err)
		}
		return v.Size
	}
	before, logged := export(), size()
	head := "number,issuing_state,kind,reported,circumstances\n"
	for name, list := range map[string]string{
		"empty":                "",
		"another header":       "a,b,c\n1,2,3\n",
		"a column missing":     "number,issuing_state\nP1,XB\n",
		"a column too many":    strings.Replace(head, "number", "number,colour", 1) + "P1,red,XB,passport,2026-01-01,\n",
		"a date that is none":  head + "P1,XB,passport,2026-13-01,\n",
		"a kind that is none":  head + "P1,XB,library card,2026-01-01,\n",
		"a country too many":   head + "P1,Belmark,passport,2026-01-01,\n",
		"a key missing":        head + ",XB,passport,2026-01-01,\n",
		"good, then cut off":   head + "P9,XB,passport,2026-01-01,\nP8,XB,\"pass",
		"one bad line of many": head + "P9,XB,passport,2026-01-01,\nP10,XB,passport,yesterday,\n",
		"one key twice":        head + "P9,XB,passport,2026-01-01,\np 9,XB,passport,2026-01-02,\n",
		"no text":              head + "P\xff,XB,passport,2026-01-01,\n",
	} {
		done, err := n.Import(t.Context(), s.Agreement, "stolen_documents", node.ImportCSV, "bad.csv", strings.NewReader(list))
		if err == nil {
			t.Errorf("%s: taken: %+v", name, done)
			continue
		}
		if code := fault.CodeOf(err); code == fault.Internal || done == nil || !done.Findings.Failed() || !strings.Contains(done.Findings.String(), "bad.csv:") && name != "one key twice" {
			t.Errorf("%s: %s %v: %+v", name, code, err, done)
		}
		if got := export(); got != before {
			t.Fatalf("%s: the data set has changed:\n%s", name, got)
		}
	}
	if got := size(); got != logged {
		t.Errorf("the log grew from %d to %d entries over lists that were not taken", logged, got)
	}
	if s.hits(t, "p 1234567") != 1 || s.hits(t, "P9") != 0 {
		t.Fatal("the old set does not answer")
	}

	// What was exported and is imported again is the same version, also on another node, and after a restart.
	first, err := n.Import(t.Context(), s.Agreement, "stolen_documents", node.ImportCSV, "again.csv", strings.NewReader(before))
	if err != nil || first.Entries != 2 {
		t.Fatalf("%+v, %v", first, err)
	}
	there, err := s.Node("arland").Import(t.Context(), s.Agreement, "stolen_documents", node.ImportCSV, "theirs.csv", strings.NewReader(before))
	if err != nil || there.Version != first.Version {
		t.Fatalf("%+v, %v", there, err)
	}
	other, err := n.Import(t.Context(), s.Agreement, "stolen_documents", node.ImportCSV, "other.csv", strings.NewReader(head+"P9,XB,passport,2026-01-01,\n"))
	if err != nil || other.Version == first.Version || s.hits(t, "P9") != 1 || s.hits(t, "P1234567") != 0 {
		t.Fatalf("%+v, %v", other, err)
	}
	if err := s.Stop("belmark"); err != nil {
		t.Fatal(err)
	}
	if err := s.Start(t.Context(), "belmark"); err != nil {
		t.Fatal(err)
	}
	n = s.Node("belmark")
	if s.hits(t, "P9") != 1 || s.hits(t, "P1234567") != 0 {
		t.Fatal("after a restart another set answers")
	}
	back, err := n.Import(t.Context(), s.Agreement, "stolen_documents", node.ImportCSV, strings.Repeat("é", 100), strings.NewReader(before))
	if err != nil || back.Version != first.Version || export() != before {
		t.Fatalf("%+v, %v", back, err)
	}
}

func TestWhoHoldsWhat(t *testing.T) {
	s := together(t)
	for _, x := range []struct {
		party    agreement.PartyID
		id       agreement.ID
		register agreement.RegisterID
		format   node.ImportFormat
		code     fault.Code
	}{
		{"belmark", "northgate", "stolen_documents", "xlsx", fault.Invalid},
		{"belmark", "northgate", "nothing", node.ImportCSV, fault.NoSuchStep},
		{"belmark", "southgate", "stolen_documents", node.ImportCSV, fault.NotFound},
		{"secretariat", "northgate", "stolen_documents", node.ImportCSV, fault.WrongSide},
	} {
		_, err := s.Node(x.party).Import(t.Context(), x.id, x.register, x.format, "list.csv", strings.NewReader(stolen))
		if fault.CodeOf(err) != x.code || x.code == fault.WrongSide && !strings.Contains(err.Error(), "Article 2") {
			t.Errorf("%+v: %v", x, err)
		}
		if x.format == node.ImportCSV {
			if err := s.Node(x.party).ExportRegister(t.Context(), x.id, x.register, &bytes.Buffer{}); fault.CodeOf(err) != x.code {
				t.Errorf("export %+v: %v", x, err)
			}
		}
	}
	var b bytes.Buffer
	if err := s.Node("arland").ExportRegister(t.Context(), "northgate", "watch_list", &b); fault.CodeOf(err) != fault.NotFound || b.Len() > 0 {
		t.Errorf("a register that holds nothing yet: %v", err)
	}
}
