package world

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/serve"
	"github.com/entente-net/entente/internal/store"
	"github.com/entente-net/entente/seal"
)

// openWith starts a node of the world again, with other options.
func (p *play) openWith(party agreement.PartyID, o serve.Options) {
	p.t.Helper()
	if err := p.Stop(party); err != nil {
		p.t.Fatal(err)
	}
	m := p.Members[party]
	o.Node = node.Config{Cadence: 50 * time.Millisecond, RelayAfter: time.Minute, MaxWait: 200 * time.Millisecond}
	o.Clock = node.NewClock(true)
	if err := o.Clock.Set(p.Now(), true); err != nil {
		p.t.Fatal(err)
	}
	s, err := serve.Open(context.Background(), m.Dir, o)
	if err != nil {
		p.t.Fatal(err)
	}
	m.Serving = s
	ln, err := net.Listen("tcp", m.Listen)
	if err != nil {
		p.t.Fatal(err)
	}
	if err := s.Start(ln); err != nil {
		p.t.Fatal(err)
	}
}

func TestAFullDiskLosesNothing(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	first := p.asked("ordinary")
	p.quiet()
	if err := p.Stop("belmark"); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", filepath.Join(p.Members["belmark"].Dir, node.FileDatabase))
	if err != nil {
		t.Fatal(err)
	}
	pages := 0
	if err := db.QueryRow("PRAGMA page_count").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	p.openWith("belmark", serve.Options{Store: store.Options{MaxPages: pages + 12}})

	// Belmark asks Arland, and answers Arland, until its disk is full.
	long := request("ordinary")
	long["facts"] = strings.Repeat("two lorries, ", 300)
	taken := map[casework.CaseID]int64{first: 1}
	prosecutor := p.oren
	var full error
	for range 200 {
		res, err := p.Node("belmark").Step(ctx, prosecutor, node.StepRequest{Agreement: p.Agreement, Procedure: "assistance", Step: "request", Values: long})
		if err != nil {
			full = err
			break
		}
		taken[res.Case] = 1
	}
	refused(t, "a step on a full disk", full, fault.StoreFull, "")
	refused(t, "a decision on a full disk", second(p.Node("belmark").Step(ctx, p.vantor, node.StepRequest{Case: first, Step: "refuse", Ground: "essential interests", Values: because(strings.Repeat("no ", 3000))})), fault.StoreFull, "")
	if v, err := p.Node("belmark").Case(ctx, p.judge2, first); err == nil && (v.State != "requested" || len(v.Acts) != 1) {
		t.Errorf("the case has moved: %q with %d acts", v.State, len(v.Acts))
	}
	taken[p.queued("arland", p.pia, node.StepRequest{Agreement: p.Agreement, Procedure: "assistance", Step: "request", Values: long}).Case] = 1

	// With room again everything goes on where it stood.
	if err := p.Stop("belmark"); err != nil {
		t.Fatal(err)
	}
	if err := p.Start(ctx, "belmark"); err != nil {
		t.Fatal(err)
	}
	p.do("belmark", p.vantor, first, "refuse", because("no"), "essential interests")
	taken[first] = 2
	for id, n := range taken {
		p.level(id)
		for _, party := range []agreement.PartyID{"arland", "belmark"} {
			if row := p.last(party, id); row.Number != n {
				t.Errorf("%s: the case %s has %d acts, not %d", party, id, row.Number, n)
			}
		}
	}
	if before, after := strings.Count(p.standing("belmark"), "\n"), len(taken)+1; before != after {
		t.Errorf("%d cases, not %d:\n%s", before, after, p.standing("belmark"))
	}
	clean(t, p.bundles(all...))
}

func TestASecondProcessOnOneDatabase(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	before := p.standing(all...)
	_, err := serve.Open(ctx, p.Members["belmark"].Dir, serve.Options{})
	refused(t, "a second node in the same folder", err, fault.StoreBusy, "")
	if after := p.standing(all...); after != before {
		t.Errorf("something changed")
	}
	id := p.asked("ordinary")
	p.do("belmark", p.vantor, id, "authorise", because("necessary"))
}

// restored puts a back-up in the place of a node's database.
func (p *play) restored(party agreement.PartyID, from string) (was string) {
	p.t.Helper()
	path := filepath.Join(p.Members[party].Dir, node.FileDatabase)
	was = filepath.Join(p.t.TempDir(), "was.db")
	for _, suffix := range []string{"-wal", "-shm"} {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			p.t.Fatal(err)
		}
	}
	if err := os.Rename(path, was); err != nil {
		p.t.Fatal(err)
	}
	b, err := os.ReadFile(from)
	if err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		p.t.Fatal(err)
	}
	return was
}

func TestANodeRestoredFromAnOldBackUpSignsNothing(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	p.register()
	id := p.asked("ordinary")
	p.quiet()
	old := filepath.Join(t.TempDir(), "old.db")
	if err := p.Members["belmark"].DB.Backup(ctx, old); err != nil {
		t.Fatal(err)
	}
	p.do("belmark", p.vantor, id, "authorise", because("necessary"))
	p.quiet()
	if err := p.Stop("belmark"); err != nil {
		t.Fatal(err)
	}
	newest := p.restored("belmark", old)
	if err := p.Start(ctx, "belmark"); err != nil {
		t.Fatal(err)
	}
	n := p.Node("belmark")
	refused(t, "the node says so", n.Behind(), fault.StoreBehind, "")
	size := p.logSize("belmark")
	before := p.standing("belmark", "arland")
	refused(t, "a step", second(n.Step(ctx, p.judge2, node.StepRequest{Case: id, Step: "refuse", Ground: "essential interests", Values: because("no")})), fault.StoreBehind, "")
	refused(t, "an opening", second(n.Step(ctx, p.oren, node.StepRequest{Agreement: p.Agreement, Procedure: "assistance", Step: "request", Values: request("ordinary")})), fault.StoreBehind, "")
	refused(t, "a checkpoint", second(n.Checkpoint(ctx, p.Agreement)), fault.StoreBehind, "")
	officer := p.officer
	officer2 := *officer
	officer2.Party = "belmark"
	refused(t, "a question", second(n.Ask(ctx, &officer2, node.AskRequest{
		Agreement: p.Agreement, Register: "stolen_documents", Query: "document", Purpose: "border-control", Match: map[agreement.FieldID]string{"number": "1", "issuing_state": "XA"},
	})), fault.StoreBehind, "")
	_, err := p.Node("arland").Ask(ctx, p.officer, node.AskRequest{
		Agreement: p.Agreement, Register: "stolen_documents", Query: "document", Purpose: "border-control", Match: map[agreement.FieldID]string{"number": "P1234567", "issuing_state": "XB"},
	})
	refused(t, "the other side's question", err, fault.StoreBehind, "")
	e := p.enemy("arland")
	env := e.envelope("belmark", seal.LetterPost)
	answer, err := e.dial("belmark").Send(ctx, e.letter(env))
	if len(answer) > 0 {
		t.Errorf("it signed %s", answer)
	}
	refused(t, "even an acknowledgement", err, fault.StoreBehind, "")
	for _, l := range n.Ping(ctx) {
		if fault.CodeOf(l.Err) != fault.StoreBehind {
			t.Errorf("a ping to %s: %v", l.Party, l.Err)
		}
	}
	res := p.queued("arland", p.pia, node.StepRequest{Agreement: p.Agreement, Procedure: "assistance", Step: "request", Values: request("ordinary")})
	if p.logSize("belmark") != size || p.standing("belmark", "arland") != before {
		t.Errorf("something changed:\n%s\nbefore:\n%s", p.standing("belmark", "arland"), before)
	}

	// With the newest database it goes on as if nothing had been.
	if err := p.Stop("belmark"); err != nil {
		t.Fatal(err)
	}
	p.restored("belmark", newest)
	if err := p.Start(ctx, "belmark"); err != nil {
		t.Fatal(err)
	}
	if err := p.Node("belmark").Behind(); err != nil {
		t.Fatal(err)
	}
	p.level(res.Case)
	p.state("belmark", id, "authorised")
	p.do("belmark", p.oren, id, "execute", fields{"evidence": "the telephone was at Quell"})
	clean(t, p.bundles(all...))
}

func TestADamagedKeyStore(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	id := p.asked("ordinary")
	other := p.asked("ordinary")
	p.awaitField(t, "belmark", p.oren, id, "facts", "two lorries")
	p.quiet()
	before := p.standing("arland", "belmark")
	vault := filepath.Join(p.Members["belmark"].Dir, node.DirVault)

	// One key damaged: that case says so, and nothing is decided without what cannot be read.
	if err := p.Stop("belmark"); err != nil {
		t.Fatal(err)
	}
	kept := map[string][]byte{}
	err := filepath.WalkDir(vault, func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".key") {
			kept[path], err = os.ReadFile(path)
		}
		return err
	})
	if err != nil || len(kept) != 2 {
		t.Fatalf("%d keys: %v", len(kept), err)
	}
	damage := func(path string) {
		t.Helper()
		bad := bytes.Clone(kept[path])
		bad[len(bad)/2] ^= 1
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var broken, whole casework.CaseID
	for path := range kept {
		damage(path)
		if err := p.Start(ctx, "belmark"); err != nil {
			t.Fatal(err)
		}
		for _, c := range []casework.CaseID{id, other} {
			if _, err := p.Node("belmark").Field(ctx, p.oren, c, "facts"); err != nil {
				broken = c
				refused(t, "a field under a damaged key", err, fault.Internal, "")
			} else {
				whole = c
			}
		}
		if broken == "" || whole == "" {
			t.Fatalf("one key damaged: case %q cannot be read, case %q can", broken, whole)
		}
		refused(t, "a decision", second(p.Node("belmark").Step(ctx, p.vantor, node.StepRequest{Case: broken, Step: "authorise", Values: because("necessary")})), fault.Internal, "")
		v, err := p.Node("belmark").Case(ctx, p.vantor, broken)
		if err != nil || fault.CodeOf(v.Withheld["facts"]) != fault.Internal {
			t.Errorf("the case: %+v, %v", v, err)
		}
		p.queued("arland", p.pia, node.StepRequest{Case: broken, Step: "withdraw"}) // without a verdict
		if lines, err := p.Node("belmark").Cases(ctx, p.oren, node.Cursor{}, 10); err != nil || len(lines) != 2 {
			t.Errorf("the list has %d cases: %v", len(lines), err)
		}
		if after := p.standing("arland", "belmark"); after != before {
			t.Fatalf("something changed:\n%s\nbefore:\n%s", after, before)
		}
		p.do("belmark", p.vantor, whole, "authorise", because("necessary"))
		if err := p.Stop("belmark"); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, kept[path], 0o600); err != nil {
			t.Fatal(err)
		}
		break
	}

	// The master key damaged or gone: the node does not start, and says why.
	master, err := os.ReadFile(filepath.Join(vault, "master"))
	if err != nil {
		t.Fatal(err)
	}
	for what, x := range map[string]struct {
		bytes []byte
		code  fault.Code
	}{"cut": {master[:20], fault.Malformed}, "empty": {[]byte{}, fault.Malformed}, "gone": {nil, fault.Internal}} {
		if err := os.Remove(filepath.Join(vault, "master")); err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		if x.bytes != nil {
			if err := os.WriteFile(filepath.Join(vault, "master"), x.bytes, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		s, err := serve.Open(ctx, p.Members["belmark"].Dir, serve.Options{})
		refused(t, "the master key "+what, err, x.code, "")
		if err == nil {
			_ = s.Close()
		}
	}
	if err := os.WriteFile(filepath.Join(vault, "master"), master, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := p.Start(ctx, "belmark"); err != nil {
		t.Fatal(err)
	}
	p.state("belmark", broken, "withdrawn")
	p.level(broken)
	p.do("belmark", p.oren, whole, "execute", fields{"evidence": "the telephone was at Quell"})
	clean(t, p.bundles(all...))
}

func TestWhatCannotBeAdopted(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	n := p.Node("belmark")
	text := string(p.Text)
	change := func(old, by string) []byte {
		t.Helper()
		if !strings.Contains(text, old) {
			t.Fatalf("%q is not in the text: mend the test", old)
		}
		return []byte(strings.Replace(text, old, by, 1))
	}
	party := p.Members["belmark"].Home
	key, err := party.PartyKey()
	if err != nil {
		t.Fatal(err)
	}
	for what, x := range map[string]struct {
		text    []byte
		code    fault.Code
		article string
	}{
		"a name that is not declared":   {change("record = record.assistance", "record = record.assistence"), fault.AgreementOpen, ""},
		"an expectation that fails":     {change(`because = "same-person"`, `because = "wrong-role"`), fault.AgreementOpen, ""},
		"rules that are cut off":        {[]byte(text[:len(text)*2/3]), fault.AgreementOpen, ""},
		"nothing":                       {nil, fault.AgreementOpen, ""},
		"a text without keys":           {change(`key = "`+key.PublicKey().String()+`"`, ""), fault.AgreementOpen, "1"},
		"a text of the real world":      {model(t), fault.WrongWorld, ""},
		"a text that is no text":        {[]byte{0xff, 0xfe, 0x00}, fault.AgreementOpen, ""},
		"an article cited that is not":  {change(`remedy = procedure.complaint`, `remedy = procedure.complaints`), fault.AgreementOpen, ""},
		"a condition of the wrong type": {change(`when     = "case.offence.punishable_in_both"`, `when     = "case.offence.description"`), fault.AgreementOpen, ""},
		"a field that nobody may see":   {change(`fields   = ["told"]`, `fields   = ["tolds"]`), fault.AgreementOpen, ""},
		"a key that is none":            {[]byte(strings.ReplaceAll(text, key.PublicKey().String(), "entente-party-key")), fault.Malformed, ""},
	} {
		_, err := n.Adopt(ctx, x.text, nil)
		if fault.CodeOf(err) != x.code {
			t.Errorf("%s: %s, not %s: %v", what, fault.CodeOf(err), x.code, err)
		}
	}
	if views, err := n.Agreements(ctx); err != nil || len(views) != 1 {
		t.Errorf("%d agreements: %v", len(views), err)
	}
	p.again("belmark")
	if views, err := p.Node("belmark").Agreements(ctx); err != nil || len(views) != 1 || !views[0].InForce {
		t.Errorf("after a restart: %d agreements: %v", len(views), err)
	}
	// The same text twice is one agreement, and a signature under another text is none.
	if _, err := p.Node("belmark").Adopt(ctx, p.Text, nil); err != nil {
		t.Errorf("the same text again: %v", err)
	}
	st, err := node.MakeRatification(p.Text, "belmark", key, p.Now())
	if err != nil {
		t.Fatal(err)
	}
	st.Statement = strings.Replace(st.Statement, `"id":"northgate"`, `"id":"southgate"`, 1)
	refused(t, "a ratification changed after it was signed", p.Node("belmark").Ratify(ctx, p.Agreement, st), fault.BadSignature, "")
	if views, err := p.Node("belmark").Agreements(ctx); err != nil || len(views) != 1 {
		t.Errorf("%d agreements: %v", len(views), err)
	}
}
