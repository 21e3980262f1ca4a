package world

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/format/sdn"
	"github.com/entente-net/entente/internal/node"
)

// data is a folder of the real data beside the project; a user's machine need not have it, the continuous
// build must.
func data(t *testing.T, path string) string {
	t.Helper()
	root := os.Getenv("ENTENTE_DATA")
	if root == "" {
		root = "../../../shared/data"
	}
	full := filepath.Join(root, path)
	if _, err := os.Stat(full); errors.Is(err, fs.ErrNotExist) {
		if os.Getenv("CI") != "" {
			t.Fatalf("the real data is missing: %s", path)
		}
		t.Skip("the real data is not on this machine")
	}
	return full
}

// TestTheWholeListThroughTheOtherNode loads the OFAC list as Belmark's watch list and asks for every passport on it through
// Arland's node, then for ten thousand numbers that nobody ever had.
func TestTheWholeListThroughTheOtherNode(t *testing.T) {
	ctx := context.Background()
	dir := data(t, "screening/lists/ofac_sdn_2021")
	w := northgate(t)
	officer := w.must(t, "arland", "mira", "officer")
	entities, people, numbers := 0, 0, []string{}
	holders := map[string]string{} // number → entity
	for e, err := range sdn.ReadFiles(dir) {
		if err != nil {
			t.Fatal(err)
		}
		entities++
		has := false
		for _, d := range e.Documents {
			if d.Kind == sdn.DocumentPassport {
				has = true
				if _, known := holders[d.Number]; !known {
					holders[d.Number] = fmt.Sprint(e.ID)
					numbers = append(numbers, d.Number)
				}
			}
		}
		if has {
			people++
		}
	}
	if entities != 8976 || people < 1191 {
		t.Fatalf("%d entities, %d with passports", entities, people)
	}
	imp, err := w.Node("belmark").Import(ctx, w.Agreement, "watch_list", node.ImportSDN, dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for batch := range slices.Chunk(numbers, 200) {
		reqs := make([]node.AskRequest, len(batch))
		for i, n := range batch {
			reqs[i] = node.AskRequest{Agreement: w.Agreement, Register: "watch_list", Query: "number", Purpose: "border-control", Match: map[agreement.FieldID]string{"document": n}}
		}
		res, errs, err := w.Node("arland").AskMany(ctx, officer, "belmark", reqs)
		if err != nil {
			t.Fatal(err)
		}
		for i := range res {
			if errs[i] != nil {
				t.Fatalf("%s: %v", batch[i], errs[i])
			}
			if len(res[i].Hits) > 0 {
				found++
			} else {
				t.Errorf("passport %s of entity %s is not found", batch[i], holders[batch[i]])
			}
		}
	}
	false_ := 0
	for start := 0; start < 10000; start += 500 {
		reqs := make([]node.AskRequest, 500)
		for i := range reqs {
			reqs[i] = node.AskRequest{Agreement: w.Agreement, Register: "watch_list", Query: "number", Purpose: "border-control", Match: map[agreement.FieldID]string{"document": fmt.Sprintf("ZQX%07d", start+i)}}
		}
		res, errs, err := w.Node("arland").AskMany(ctx, officer, "belmark", reqs)
		if err != nil {
			t.Fatal(err)
		}
		for i := range res {
			if errs[i] != nil {
				t.Fatal(errs[i])
			}
			false_ += len(res[i].Hits)
		}
	}
	if false_ != 0 {
		t.Errorf("%d invented numbers were found", false_)
	}
	t.Logf("%d entities, %d register entries in %.2f s; %d of %d passport numbers (of %d people) found, %d of 10000 invented ones; %s in this process of three nodes",
		entities, imp.Entries, imp.Took.Seconds(), found, len(numbers), people, false_, resident())
}

// resident is the memory that this process holds.
func resident() string {
	b, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return "memory unknown"
	}
	for line := range strings.Lines(string(b)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			return strings.TrimSpace(rest)
		}
	}
	return "memory unknown"
}
