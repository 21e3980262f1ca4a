package node_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"filippo.io/age"
	"filippo.io/age/armor"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/world"
	"github.com/entente-net/entente/seal"
)

// office is a world under the articles that every model shares, with the people who answer for what others bring.
type office struct {
	*world.Inside
	fia, leo, ola, inga, rex node.Who // filing officer, Arland's liaison, ombudsperson, investigator, Belmark's liaison
	dir                      string
}

func offices(t *testing.T) *office {
	t.Helper()
	text, err := os.ReadFile("../../models/common/reference.md")
	if err != nil {
		t.Fatal(err)
	}
	whole, findings := agreement.Assemble(os.DirFS("../../models/common"), "reference.md", text)
	if findings.Failed() {
		t.Fatal(findings)
	}
	dir := t.TempDir()
	w, err := world.NewInside(t.Context(), world.Plan{Dir: filepath.Join(dir, "world"), Text: whole.Text, Start: begin})
	if err != nil {
		t.Fatalf("%v: %v", err, errors.Unwrap(err))
	}
	t.Cleanup(w.Close)
	o := &office{Inside: w, dir: dir}
	for _, p := range []struct {
		to    *node.Who
		party agreement.PartyID
		id    auth.PersonID
		role  agreement.RoleID
	}{
		{&o.fia, "secretariat", "fia", "filing-officer"},
		{&o.leo, "arland", "leo", "liaison"},
		{&o.ola, "ombuds", "ola", "ombudsperson"},
		{&o.inga, "ombuds", "inga", "investigator"},
		{&o.rex, "belmark", "rex", "liaison"},
	} {
		if *p.to, err = w.Enrol(t.Context(), p.party, p.id, "Officer "+string(p.id), p.role); err != nil {
			t.Fatal(err)
		}
	}
	return o
}

const nonce = "bm9uY2UtZHJhd24tYXQtcmFuZG9t"

func complaint(nonce string) node.FilingRequest {
	return node.FilingRequest{
		Agreement: "common", Procedure: "complaint", Step: "file", Nonce: nonce,
		Sides: map[agreement.SideID]agreement.PartyID{"concerned": "belmark", "oversight": "ombuds", "appeal": "court"},
		Values: values{
			"complainant": "Mirela Ansov", "told_in": "writing", "language": "Belmarkian", "named": false,
			"grievance": "My son was held for nine hours.", "matter": "A person was held at the crossing.", "asks": "reasons",
		},
	}
}

func (o *office) file(t *testing.T, at agreement.PartyID, req node.FilingRequest) *node.Filed {
	t.Helper()
	f, err := o.Node(at).File(t.Context(), req)
	if err != nil {
		t.Fatalf("%v: %v", err, errors.Unwrap(err))
	}
	if err := o.Rest(t.Context()); err != nil {
		t.Fatal(err)
	}
	return f
}

func (o *office) open(t *testing.T, at agreement.PartyID, code node.AccessCode) *node.Filing {
	t.Helper()
	f, err := o.Node(at).OpenFiling(t.Context(), string(code))
	if err != nil || f.View == nil {
		t.Fatalf("%+v, %v", f, err)
	}
	return f
}

func wants(t *testing.T, what string, err error, code fault.Code) {
	t.Helper()
	if fault.CodeOf(err) != code {
		t.Errorf("%s: %v, want %s", what, err, code)
	}
}

func TestACodeIsReadAsPeopleTypeIt(t *testing.T) {
	for typed, want := range map[string]node.AccessCode{
		"K7RD-29XM-HT4P-6WQA": "K7RD-29XM-HT4P-6WQA", " k7rd 29xm ht4p 6wqa ": "K7RD-29XM-HT4P-6WQA", "K7RD29XMHT4P6WQA": "K7RD-29XM-HT4P-6WQA",
		"oilo-1111-0000-abcd": "0110-1111-0000-ABCD", "K7RD-29XM-HT4P-6WQ": "", "K7RD-29XM-HT4P-6WQAA": "", "": "", "UUUU-1111-0000-ABCD": "",
		strings.Repeat("A", 1000): "", "K7RD-29XM-HT4P-6WQ✓": "",
	} {
		if got, ok := node.ParseCode(typed); ok != (want != "") || ok && got != want {
			t.Errorf("%.30q: %q, %v", typed, got, ok)
		}
	}
}

func TestAFilingAndItsMailbox(t *testing.T) {
	o := offices(t)
	ctx := t.Context()
	doors, err := o.Node("secretariat").Doors("common")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, d := range doors {
		names = append(names, string(d.Procedure.ID)+" as "+string(d.Role))
	}
	if got := strings.Join(names, ", "); got != "complaint as filing-officer, integrity-report as filing-officer, retaliation as filing-officer, data-request as filing-officer" {
		t.Errorf("the secretariat takes %s", got)
	}
	if doors, err := o.Node("ombuds").Doors("common"); err != nil || len(doors) != 0 {
		t.Errorf("who decides takes %d, %v", len(doors), err)
	}
	for _, at := range []agreement.PartyID{"secretariat", "arland"} { // at the node that orders the case, and at another
		t.Run(string(at), func(t *testing.T) {
			n := o.Node(at)
			staff := map[agreement.PartyID]node.Who{"secretariat": o.fia, "arland": o.leo}[at]
			f := o.file(t, at, complaint(nonce+string(at)))
			if _, ok := node.ParseCode(string(f.Code)); !ok {
				t.Fatalf("the code %q", f.Code)
			}
			again, err := n.File(ctx, complaint(nonce+string(at)))
			if err != nil || again.Code != f.Code || again.Case != f.Case {
				t.Fatalf("filed again: %+v, %v", again, err)
			}
			m := o.open(t, at, f.Code)
			if m.Confirmed || m.Case != f.Case || m.View.State != "filed" || len(m.View.Clocks) != 1 || m.View.Clocks[0].Clock != "admissibility" {
				t.Errorf("%+v", m.View.CaseLine)
			}
			if m.View.Values["grievance"] != "My son was held for nine hours." {
				t.Errorf("what the person gave: %v, %v", m.View.Values, m.View.Withheld)
			}
			if len(m.Offers) != 1 || m.Offers[0].Step.ID != "add" {
				t.Errorf("what the person may do: %+v", m.Offers)
			}
			if err := n.ConfirmFiling(ctx, strings.ToLower(string(f.Code))); err != nil {
				t.Fatal(err)
			}
			_, err = n.File(ctx, complaint(nonce+string(at)))
			wants(t, "the nonce once the code was typed back", err, fault.Replayed)
			add := node.FilingRequest{Step: "add", Values: values{"addition": "He is sixteen."}, Nonce: nonce + "add"}
			first, err := n.AddToFiling(ctx, string(f.Code), add)
			if err != nil {
				t.Fatal(err)
			}
			second, err := n.AddToFiling(ctx, string(f.Code), add)
			if err != nil || second.Act != first.Act {
				t.Fatalf("added again: %+v, %v", second, err)
			}
			if err := n.WriteToOffice(ctx, string(f.Code), "Where can I come?"); err != nil {
				t.Fatal(err)
			}
			if err := n.Reply(ctx, staff, f.Case, "To the office at the bridge."); err != nil {
				t.Fatal(err)
			}
			if err := n.Note(ctx, staff, f.Case, "Speaks softly."); err != nil {
				t.Fatal(err)
			}
			if err := o.Rest(ctx); err != nil {
				t.Fatal(err)
			}
			if _, err := o.Node("ombuds").Step(ctx, o.ola, node.StepRequest{Case: f.Case, Step: "declare-inadmissible", Ground: "not under this text", Values: values{"reasons": "It was another text."}}); err != nil {
				t.Fatal(err)
			}
			if err := o.Rest(ctx); err != nil {
				t.Fatal(err)
			}
			m = o.open(t, at, f.Code)
			if !m.Confirmed || m.View.Values["reasons"] != "It was another text." || m.View.Values["addition"] != "He is sixteen." || m.View.Withheld["file"] != nil {
				t.Errorf("%v, %v", m.View.Values, m.View.Withheld)
			}
			if len(m.Offers) != 1 || m.Offers[0].Step.ID != "contest" {
				t.Errorf("what the person may do: %+v", m.Offers)
			}
			words, err := n.Words(ctx, m)
			if err != nil || len(words) != 2 || words[0].Text != "Where can I come?" || words[0].Person != "" || words[1].Text != "To the office at the bridge." {
				t.Errorf("%+v, %v", words, err)
			}
			beside, err := n.Beside(ctx, staff, f.Case)
			if err != nil || len(beside.Words) != 3 || beside.Words[2].Text != "Speaks softly." || beside.Code || !beside.Mailbox {
				t.Errorf("%+v, %v", beside, err)
			}
			if b, err := o.Node("ombuds").Beside(ctx, o.ola, f.Case); err != nil || len(b.Words) != 0 || b.May {
				t.Errorf("at another node stands beside the case: %+v, %v", b, err)
			}
			// Only the acts of one case are known to be of one person.
			other := o.file(t, at, complaint(nonce+string(at)+"2"))
			if a, b := o.open(t, at, other.Code).Acts[0].Act.Person, m.Acts[0].Act.Person; a == b || m.Acts[1].Act.Person != b {
				t.Errorf("two cases by %s and %s", a, b)
			}
			o.nowhere(t, at, "Where can I come?", "Speaks softly.", string(f.Code), strings.ReplaceAll(string(f.Code), "-", ""), nonce)
		})
	}
}

// nowhere looks for words in the files of a node: they stand there under the case's key alone, or not at all.
func (o *office) nowhere(t *testing.T, at agreement.PartyID, words ...string) {
	t.Helper()
	err := filepath.WalkDir(o.Members[at].Dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		b, err := os.ReadFile(path)
		for _, w := range words {
			if bytes.Contains(b, []byte(w)) {
				t.Errorf("%s holds %q", filepath.Base(path), w)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Whoever holds a code has one case and the steps of it that are for anyone, whatever they send.
func TestAFilerIsConfined(t *testing.T) {
	o := offices(t)
	ctx := t.Context()
	n := o.Node("secretariat")
	mine, other := o.file(t, "secretariat", complaint(nonce+"a")), o.file(t, "secretariat", complaint(nonce+"b"))
	who := o.open(t, "secretariat", mine.Code).Who()
	for name, c := range map[string]struct {
		err  error
		code fault.Code
	}{
		"a nonce too short":            {second(n.File(ctx, complaint("1"))), fault.Invalid},
		"a step of the office":         {second(n.AddToFiling(ctx, string(mine.Code), node.FilingRequest{Step: "tell", Values: values{"told": "x"}, Nonce: nonce})), fault.WrongRole},
		"a step of the ombudsperson":   {second(n.AddToFiling(ctx, string(mine.Code), node.FilingRequest{Step: "admit", Values: values{"reasons": "x"}, Nonce: nonce})), fault.WrongRole},
		"a step of no case":            {second(n.AddToFiling(ctx, string(mine.Code), node.FilingRequest{Step: "fly", Nonce: nonce})), fault.NoSuchStep},
		"a step before its time":       {second(n.AddToFiling(ctx, string(mine.Code), node.FilingRequest{Step: "contest", Values: values{"second_look": "x"}, Nonce: nonce})), fault.WrongState},
		"a door that is an office's":   {second(n.File(ctx, node.FilingRequest{Agreement: "common", Procedure: "breach", Step: "allege", Nonce: nonce})), fault.NoSuchStep},
		"a field that it does not ask": {second(n.AddToFiling(ctx, string(mine.Code), node.FilingRequest{Step: "add", Values: values{"addition": "x", "file": "y"}, Nonce: nonce})), fault.FieldUnknown},
		"huge text":                    {second(n.AddToFiling(ctx, string(mine.Code), node.FilingRequest{Step: "add", Values: values{"addition": strings.Repeat("x", 1<<20)}, Nonce: nonce})), fault.FieldInvalid},
		"a huge message":               {n.WriteToOffice(ctx, string(mine.Code), strings.Repeat("x", 1<<20)), fault.TooLarge},
		"an empty message":             {n.WriteToOffice(ctx, string(mine.Code), " \n "), fault.FieldMissing},
		"another's case, as a step":    {second(n.Step(ctx, who, node.StepRequest{Case: other.Case, Step: "add", Values: values{"addition": "x"}})), fault.NotFound},
		"the desk's case":              {second(n.Case(ctx, who, mine.Case)), fault.Forbidden},
		"the desk's field":             {second(n.Field(ctx, who, mine.Case, "grievance")), fault.Forbidden},
		"the desk's list":              {second(n.Cases(ctx, who, node.Cursor{}, 9)), fault.Forbidden},
		"the desk's outline":           {second(n.Outline(ctx, who, mine.Case)), fault.Forbidden},
		"the notes":                    {n.Note(ctx, who, mine.Case, "x"), fault.Forbidden},
		"the office's words":           {n.Reply(ctx, who, mine.Case, "x"), fault.Forbidden},
		"a code of their own":          {second(n.GiveCode(ctx, who, mine.Case)), fault.Forbidden},
		"a register":                   {second(n.Ask(ctx, who, node.AskRequest{Agreement: "common"})), fault.Forbidden},
		"a code for a case with one":   {second(n.GiveCode(ctx, o.fia, mine.Case)), fault.Forbidden},
		"words of another office":      {o.Node("ombuds").Reply(ctx, o.ola, mine.Case, "x"), fault.Forbidden},
		"a code by another office":     {second(o.Node("ombuds").GiveCode(ctx, o.ola, mine.Case)), fault.Forbidden},
	} {
		wants(t, name, c.err, c.code)
	}
	if b, err := n.Beside(ctx, who, mine.Case); err != nil || b != nil {
		t.Errorf("the notes: %+v, %v", b, err)
	}
	m := o.open(t, "secretariat", other.Code)
	if _, given := m.View.Values["addition"]; given || len(m.Acts) != 1 {
		t.Errorf("the other's case: %v, %d acts", m.View.Values, len(m.Acts))
	}
}

func second[T any](_ T, err error) error { return err }

// A liaison officer may stand on two sides of one case. Whoever filed learns what one of them is told, and not the other.
func TestAMailboxShowsNoOtherSide(t *testing.T) {
	o := offices(t)
	ctx := t.Context()
	req := complaint(nonce)
	req.Sides["concerned"] = "arland"
	f := o.file(t, "arland", req)
	for _, s := range []struct {
		at   agreement.PartyID
		who  node.Who
		step agreement.StepID
		v    values
	}{
		{"ombuds", o.ola, "admit", values{"reasons": "It is."}},
		{"arland", o.leo, "reply", values{"answer": "We keep nobody."}},
	} {
		if _, err := o.Node(s.at).Step(ctx, s.who, node.StepRequest{Case: f.Case, Step: s.step, Values: s.v}); err != nil {
			t.Fatal(err)
		}
		if err := o.Rest(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if v, err := o.Node("arland").Case(ctx, o.leo, f.Case); err != nil || v.Values["answer"] != "We keep nobody." {
		t.Fatalf("%+v, %v", v, err)
	}
	m := o.open(t, "arland", f.Code)
	if _, sees := m.View.Values["answer"]; sees || m.View.Values["reasons"] != "It is." || m.View.Values["grievance"] == nil {
		t.Errorf("%v", m.View.Values)
	}
}

// What staff enter by word of mouth gets a code; who names themselves are the persons alone.
func TestACodeForWhoCameInPerson(t *testing.T) {
	o := offices(t)
	ctx := t.Context()
	n := o.Node("secretariat")
	res, err := n.Step(ctx, o.fia, node.StepRequest{
		Agreement: "common", Procedure: "integrity-report", Step: "report",
		Sides:  map[agreement.SideID]agreement.PartyID{"concerned": "belmark", "oversight": "ombuds"},
		Values: values{"channel": "word of mouth", "subject": "corruption", "account": "Money changed hands."},
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Rest(ctx); err != nil {
		t.Fatal(err)
	}
	name := node.StepRequest{Case: res.Case, Step: "name-oneself", Values: values{"named": "Dor Hest"}}
	wants(t, "an office that names the person", second(n.Step(ctx, o.fia, name)), fault.WrongRole)
	if v, err := n.Case(ctx, o.fia, res.Case); err != nil || len(v.Options) != 0 {
		t.Errorf("what the office may do: %+v, %v", v.Options, err)
	}
	wants(t, "a reply to nobody", n.Reply(ctx, o.fia, res.Case, "x"), fault.Conflict)
	first, err := n.GiveCode(ctx, o.fia, res.Case)
	if err != nil {
		t.Fatal(err)
	}
	code, err := n.GiveCode(ctx, o.fia, res.Case)
	if err != nil || code == first {
		t.Fatalf("%s, %v", code, err)
	}
	wants(t, "the code before", second(n.OpenFiling(ctx, string(first))), fault.NotFound)
	if _, err := n.AddToFiling(ctx, string(code), node.FilingRequest{Step: "name-oneself", Values: name.Values, Nonce: nonce}); err != nil {
		t.Fatal(err)
	}
	if err := o.Rest(ctx); err != nil {
		t.Fatal(err)
	}
	if v, err := o.Node("ombuds").Field(ctx, o.inga, res.Case, "named"); err != nil || v != "Dor Hest" {
		t.Errorf("%v, %v", v, err)
	}
	wants(t, "the ombudsperson", second(o.Node("ombuds").Field(ctx, o.ola, res.Case, "named")), fault.NotShared)
}

// Ten thousand guesses open nothing, tell nothing, and keep out nobody who knows their code.
func TestGuessing(t *testing.T) {
	o := offices(t)
	n := o.Node("secretariat")
	f := o.file(t, "secretariat", complaint(nonce))
	evil := node.WithCaller(t.Context(), "203.0.113.7")
	letters := "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	found := map[fault.Code]int{}
	for i := range 10_000 {
		code := []byte("ZZZZ-ZZZZ-ZZZZ-0000")
		for j, x := 18, i; j > 14; j, x = j-1, x/32 {
			code[j] = letters[x%32]
		}
		_, err := n.OpenFiling(evil, string(code))
		found[fault.CodeOf(err)]++
	}
	if found[fault.NotFound] > 20 || found[fault.NotFound]+found[fault.CapReached] != 10_000 {
		t.Errorf("%v", found)
	}
	_, err := n.OpenFiling(evil, string(f.Code))
	wants(t, "the right code from there", err, fault.CapReached)
	if _, err := n.OpenFiling(node.WithCaller(t.Context(), "198.51.100.9"), string(f.Code)); err != nil {
		t.Errorf("the right code from elsewhere: %v", err)
	}
	_, a := n.OpenFiling(node.WithCaller(t.Context(), "198.51.100.10"), "ZZZZ-ZZZZ-ZZZZ-0000")
	_, b := n.OpenFiling(node.WithCaller(t.Context(), "198.51.100.11"), "no code at all")
	if a == nil || b == nil || a.Error() != b.Error() {
		t.Errorf("told apart: %v; %v", a, b)
	}
}

// With the case's key goes all that stood beside it.
func TestAFilingIsDestroyedWithItsCase(t *testing.T) {
	o := offices(t)
	ctx := t.Context()
	n := o.Node("secretariat")
	f := o.file(t, "secretariat", complaint(nonce))
	if err := n.WriteToOffice(ctx, string(f.Code), "A word."); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Node("ombuds").Step(ctx, o.ola, node.StepRequest{Case: f.Case, Step: "declare-inadmissible", Ground: "not under this text", Values: values{"reasons": "No."}}); err != nil {
		t.Fatal(err)
	}
	for _, d := range []time.Duration{61 * 24 * time.Hour, 735 * 24 * time.Hour} {
		if err := o.SetClock(ctx, o.Now().Add(d)); err != nil {
			t.Fatal(err)
		}
		if err := o.Rest(ctx); err != nil {
			t.Fatal(err)
		}
	}
	err := o.Await(ctx, func() (bool, error) {
		_, err := n.OpenFiling(node.WithCaller(ctx, time.Now().String()), string(f.Code))
		if err != nil && fault.CodeOf(err) != fault.NotFound {
			return false, err
		}
		return err != nil, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if b, err := n.Beside(ctx, o.fia, f.Case); err != nil || b == nil || len(b.Words) != 0 || b.Mailbox {
		t.Errorf("%+v, %v", b, err)
	}
}

// The proof holds with the text of the agreement and nothing else; no other file with another word in it does; and it says
// nothing of what was filed.
func TestAProofOfFiling(t *testing.T) {
	o := offices(t)
	ctx := t.Context()
	for _, at := range []agreement.PartyID{"secretariat", "arland"} {
		f := o.file(t, at, complaint(nonce+string(at)))
		n := o.Node(at)
		err := o.Await(ctx, func() (bool, error) { // until others have cosigned
			b, err := n.FilingProof(ctx, string(f.Code))
			if err != nil {
				return false, err
			}
			x, err := audit.Examine(b, known(t, o), begin)
			return err == nil && len(x.Cosigned) >= 3, err
		})
		if err != nil {
			t.Fatal(err)
		}
		b, err := n.FilingProof(ctx, string(f.Code))
		if err != nil {
			t.Fatal(err)
		}
		x, err := audit.Examine(b, known(t, o), begin.AddDate(50, 0, 0))
		if err != nil || x.Kind != audit.FileFiling || x.Party != at || len(x.Unknown) != 0 || x.Received.IsZero() || x.Digest != o.open(t, at, f.Code).Acts[0].Digest {
			t.Errorf("%+v, %v", x, err)
		}
		for _, word := range []string{"Mirela", "nine hours", "crossing", "complaint", string(f.Case), string(f.Code), "filing-officer", "liaison"} {
			if bytes.Contains(b, []byte(word)) {
				t.Errorf("the proof holds %q", word)
			}
		}
		content, err := n.FilingContent(ctx, string(f.Code))
		if err != nil {
			t.Fatal(err)
		}
		y, err := audit.Examine(content, n.Known(), begin)
		if err != nil || y.Digest != x.Digest || y.Values["grievance"] != "My son was held for nine hours." {
			t.Errorf("%+v, %v", y, err)
		}
		for _, swap := range [][2]string{
			{`"party":"` + string(at), `"party":"court`}, {`"received":"2026`, `"received":"2025`}, {string(x.Digest[:20]), string(x.Digest[:19]) + "_"}, {`\"index\":`, `\"index\":1`},
		} {
			bad := bytes.Replace(b, []byte(swap[0]), []byte(swap[1]), 1)
			if bytes.Equal(bad, b) {
				t.Fatalf("nothing to change: %q", swap[0])
			}
			if x, err := audit.Examine(bad, known(t, o), begin); err == nil {
				t.Errorf("with %q it holds: %+v", swap[1], x)
			}
		}
		opened, err := seal.DecodeFilingContent(content)
		if err != nil {
			t.Fatal(err)
		}
		for i, text := range opened.Disclosures {
			d, err := seal.ParseDisclosure(text)
			if err != nil {
				t.Fatal(err)
			}
			if d.Field == "grievance" {
				d.Value = "My son was held for ten hours."
				if opened.Disclosures[i], err = d.Text(); err != nil {
					t.Fatal(err)
				}
			}
		}
		if _, err := audit.Examine(opened.Encode(), n.Known(), begin); fault.CodeOf(err) != fault.Commitment {
			t.Errorf("another content: %v", err)
		}
	}
}

// known is what anybody has who has the text.
func known(t *testing.T, o *office) []audit.Known {
	t.Helper()
	m, findings := agreement.Compile("text", o.Text)
	if findings.Failed() {
		t.Fatal(findings)
	}
	ring, err := node.NewRing(m)
	if err != nil {
		t.Fatal(err)
	}
	return []audit.Known{{Text: o.Text, Model: m, Ring: ring}}
}

// What is sealed to the investigator no node reads; anyone must seal it, an office may write down what it was told.
func TestSealedToTheInvestigator(t *testing.T) {
	o := offices(t)
	ctx := t.Context()
	n := o.Node("secretariat")
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	sealTo := func(r age.Recipient, text string) string {
		var b bytes.Buffer
		a := armor.NewWriter(&b)
		w, err := age.Encrypt(a, r)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err := errors.Join(err, w.Close(), a.Close()); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	report := func(nonce string, account any) node.FilingRequest {
		return node.FilingRequest{
			Agreement: "common", Procedure: "integrity-report", Step: "report", Nonce: nonce,
			Sides:  map[agreement.SideID]agreement.PartyID{"concerned": "belmark", "oversight": "ombuds"},
			Values: values{"channel": "writing", "subject": "corruption", "account": account},
		}
	}
	if _, err := n.File(ctx, report(nonce+"0", "In plain, before there was a key.")); err != nil {
		t.Fatal(err)
	}
	m := known(t, o)[0].Model
	home, err := node.OpenHome(o.Members["ombuds"].Dir)
	if err != nil {
		t.Fatal(err)
	}
	key, err := home.PartyKey()
	if err != nil {
		t.Fatal(err)
	}
	other, err := node.OpenHome(o.Members["arland"].Dir)
	if err != nil {
		t.Fatal(err)
	}
	wrong, err := other.PartyKey()
	if err != nil {
		t.Fatal(err)
	}
	recipient := identity.Recipient().String()
	wants(t, "another party's word", second(node.MakeSealingCertificate(m, "ombuds", "investigator", recipient, wrong, begin)), fault.UnknownKey)
	wants(t, "no recipient", second(node.MakeSealingCertificate(m, "ombuds", "investigator", recipient[:60], key, begin)), fault.Invalid)
	vouch := func(recipient string, at time.Time) {
		t.Helper()
		st, err := node.MakeSealingCertificate(m, "ombuds", "investigator", recipient, key, at)
		if err != nil {
			t.Fatal(err)
		}
		if err := o.Node("ombuds").Declare(ctx, "common", st); err != nil {
			t.Fatal(err)
		}
		if err := o.Rest(ctx); err != nil {
			t.Fatal(err)
		}
	}
	vouch(recipient, begin.Add(-time.Hour))
	for _, p := range []agreement.PartyID{"secretariat", "arland", "court"} {
		if got := o.Node(p).SealKeys("common", "investigator"); len(got) != 1 || got[0] != recipient {
			t.Errorf("%s seals to %v", p, got)
		}
	}
	wants(t, "in plain", second(n.File(ctx, report(nonce+"1", "In plain, by mistake."))), fault.FieldInvalid)
	secret := "The chief takes ten in the hundred."
	sealed := sealTo(identity.Recipient(), secret)
	wants(t, "a torn one", second(n.File(ctx, report(nonce+"1", sealed[:len(sealed)-40]))), fault.FieldInvalid)
	f := o.file(t, "secretariat", report(nonce+"1", sealed))
	got, err := o.Node("ombuds").Field(ctx, o.inga, f.Case, "account")
	if err != nil || got != sealed {
		t.Fatalf("%v, %v", got, err)
	}
	if text, err := node.Unseal(got.(string), strings.NewReader(identity.String())); err != nil || text != secret {
		t.Errorf("%q, %v", text, err)
	}
	stranger, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	wants(t, "another's identity", second(node.Unseal(sealed, strings.NewReader(stranger.String()))), fault.Forbidden)
	name := node.FilingRequest{Step: "name-oneself", Values: values{"named": "Dor Hest"}, Nonce: nonce}
	wants(t, "a name in plain", second(n.AddToFiling(ctx, string(f.Code), name)), fault.FieldInvalid)
	name.Values["named"] = sealTo(identity.Recipient(), "Dor Hest")
	if _, err := n.AddToFiling(ctx, string(f.Code), name); err != nil {
		t.Fatal(err)
	}
	for p := range o.Members {
		o.nowhere(t, p, secret, "ten in the hundred", "Dor Hest", "by mistake")
	}
	// An office writes down what it was told; and what was vouched for can be taken back.
	if _, err := n.Step(ctx, o.fia, node.StepRequest{
		Agreement: "common", Procedure: "integrity-report", Step: "report", Sides: report("", "").Sides,
		Values: values{"channel": "word of mouth", "subject": "corruption", "account": "Told at the counter."},
	}); err != nil {
		t.Errorf("by word of mouth: %v", err)
	}
	vouch("", begin.Add(-time.Minute))
	if got := n.SealKeys("common", "investigator"); len(got) != 0 {
		t.Errorf("sealed to %v", got)
	}
}
