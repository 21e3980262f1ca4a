package world

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/ledger"
	"github.com/entente-net/entente/seal"
)

// line is one line of a bundle, open to be changed. Signed objects stay as their bytes.
type line map[string]json.RawMessage

func (l line) kind() string { return l.text("kind") }

func (l line) text(name string) string {
	var s string
	_ = json.Unmarshal(l[name], &s)
	return s
}

// set puts a value into a member, in canonical form.
func (l line) set(name string, v any) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err)
	}
	l[name] = bytes.TrimSpace(b.Bytes())
}

// opening is a member of "opened".
type opening struct {
	Index uint64 `json:"index"`
	Log   string `json:"log"`
	Nth   uint64 `json:"nth"`
	Salt  string `json:"salt"`
	What  string `json:"what"`
}

func linesOf(t *testing.T, bundle []byte) []line {
	t.Helper()
	var out []line
	for _, b := range bytes.Split(bytes.TrimSuffix(bundle, []byte{'\n'}), []byte{'\n'}) {
		l := line{}
		if err := json.Unmarshal(b, &l); err != nil {
			t.Fatal(err)
		}
		out = append(out, l)
	}
	return out
}

// bundleOf writes lines with an end line that fits them, as any liar would.
func bundleOf(lines []line) []byte {
	var b bytes.Buffer
	n := 0
	for _, l := range lines {
		if l.kind() == "end" {
			continue
		}
		writeLine(&b, l)
		n++
	}
	sum := sha256.Sum256(b.Bytes())
	end := line{}
	end.set("kind", "end")
	end.set("lines", n)
	end.set("sum", string(seal.DigestFrom(sum)))
	writeLine(&b, end)
	return b.Bytes()
}

func writeLine(b *bytes.Buffer, l line) {
	names := make([]string, 0, len(l))
	for name := range l {
		names = append(names, name)
	}
	slices.Sort(names)
	b.WriteByte('{')
	for i, name := range names {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.Quote(name) + ":")
		b.Write(l[name])
	}
	b.WriteString("}\n")
}

// inCase gives the lines of a kind within a case.
func inCase(lines []line, id casework.CaseID, kind string) []line {
	var out []line
	in := false
	for _, l := range lines {
		if l.kind() == "case" {
			in = l.text("name") == string(id)
		}
		if in && l.kind() == kind {
			out = append(out, l)
		}
	}
	return out
}

func of(lines []line, kind string) []line {
	return slices.DeleteFunc(slices.Clone(lines), func(l line) bool { return l.kind() != kind })
}

// after puts a line behind another.
func after(lines []line, at, more line) []line {
	i := slices.IndexFunc(lines, func(l line) bool { return sameLine(l, at) })
	return slices.Insert(lines, i+1, more)
}

func sameLine(a, b line) bool {
	var x, y bytes.Buffer
	writeLine(&x, a)
	writeLine(&y, b)
	return bytes.Equal(x.Bytes(), y.Bytes())
}

func without(lines []line, gone line) []line {
	return slices.DeleteFunc(lines, func(l line) bool { return sameLine(l, gone) })
}

// lie is one way to change a true bundle.
type lie struct {
	name   string
	by     agreement.PartyID // whose bundle
	change func(t *testing.T, lines []line) []line
	alone  fault.Code // what the bundle alone gives away; "": nothing
	beside fault.Code // what it gives away beside the other side's
	whole  bool       // the finding is about a log or the agreement, not about the case
	number uint64
}

func TestAuditSeesThroughLyingBundles(t *testing.T) {
	p := begun(t)
	p.register()
	p.ask("P1234567", 1)
	p.hit("another")
	id := p.granted()
	p.pass(time.Second)
	honest := p.bundles("arland", "belmark")
	clean(t, honest)
	home, err := node.OpenHome(p.Members["belmark"].Dir)
	if err != nil {
		t.Fatal(err)
	}

	for _, l := range []lie{
		{
			name: "an entry is left out", by: "belmark", alone: audit.DroppedEntry, beside: audit.DroppedEntry, number: 2,
			change: func(_ *testing.T, lines []line) []line { return without(lines, inCase(lines, id, "entry")[1]) },
		},
		{
			name: "a whole case is left out", by: "belmark", beside: audit.DroppedEntry, number: 1,
			change: func(_ *testing.T, lines []line) []line {
				in := false
				return slices.DeleteFunc(lines, func(l line) bool {
					if k := l.kind(); k == "case" {
						in = l.text("name") == string(id)
					} else if k == "query" || k == "end" {
						in = false
					}
					return in
				})
			},
		},
		{
			name: "an act is changed", by: "belmark", alone: audit.ChangedAct, beside: audit.ChangedAct, number: 2,
			change: func(t *testing.T, lines []line) []line {
				e := inCase(lines, id, "entry")[1]
				e["signed"] = replaced(t, e["signed"], `"role":"judge"`, `"role":"clerk"`)
				return lines
			},
		},
		{
			name: "an act is changed, and its receipt with it", by: "belmark", alone: fault.BadSignature, beside: fault.BadSignature, number: 2,
			change: func(t *testing.T, lines []line) []line {
				e := inCase(lines, id, "entry")[1]
				e["signed"] = replaced(t, e["signed"], `"ground":""`, `"ground":"none"`)
				r, err := seal.DecodeSignedReceipt(e["receipt"])
				if err != nil {
					t.Fatal(err)
				}
				r.Receipt.Act = seal.DigestOf(e["signed"])
				e["receipt"] = r.Encode() // the signature is still that of the true one
				return lines
			},
		},
		{
			name: "home signs a second receipt for one place", by: "belmark", alone: audit.BrokenChain, beside: fault.Forked, number: 3,
			change: func(t *testing.T, lines []line) []line {
				e := inCase(lines, id, "entry")[2]
				r, err := seal.DecodeSignedReceipt(e["receipt"])
				if err != nil {
					t.Fatal(err)
				}
				r.Receipt.Before = r.Receipt.Act
				again, err := seal.SignReceipt(r.Receipt, home.Sign)
				if err != nil {
					t.Fatal(err)
				}
				e["receipt"] = again.Encode()
				return lines
			},
		},
		{
			name: "a leaf of the log is another", by: "belmark", alone: audit.RewrittenLog, beside: audit.RewrittenLog, whole: true,
			change: func(t *testing.T, lines []line) []line {
				l := of(lines, "leaves")[0]
				raw, err := base64.RawURLEncoding.DecodeString(l.text("value"))
				if err != nil {
					t.Fatal(err)
				}
				raw[32*3] ^= 1
				l.set("value", base64.RawURLEncoding.EncodeToString(raw))
				return lines
			},
		},
		{
			name: "the log ends early", by: "belmark", alone: audit.ShortLog, beside: audit.ShortLog, whole: true,
			change: func(t *testing.T, lines []line) []line {
				l := of(lines, "leaves")[0]
				raw, err := base64.RawURLEncoding.DecodeString(l.text("value"))
				if err != nil {
					t.Fatal(err)
				}
				l.set("value", base64.RawURLEncoding.EncodeToString(raw[:len(raw)-64]))
				of(lines, "log")[0].set("size", len(raw)/32-2)
				return lines
			},
		},
		{
			name: "a leaf is said to be what it is not", by: "arland", alone: audit.LeafMissing, beside: audit.LeafMissing, number: 2,
			change: func(t *testing.T, lines []line) []line {
				e := inCase(lines, id, "entry")[1]
				var opened []opening
				if err := json.Unmarshal(e["opened"], &opened); err != nil {
					t.Fatal(err)
				}
				opened[0].Index++
				e.set("opened", opened)
				return lines
			},
		},
		{
			name: "a ratification is left out", by: "arland", alone: audit.NotRatified, whole: true,
			change: func(_ *testing.T, lines []line) []line {
				return slices.DeleteFunc(lines, func(l line) bool {
					return l.kind() == "statement" && bytes.Contains(l["signed"], []byte(seal.TypeRatification)) && bytes.Contains(l["signed"], []byte(`\"party\":\"arland\"`))
				})
			},
		},
		{
			name: "a disclosure is invented", by: "arland", alone: fault.Commitment, beside: fault.Commitment, number: 1,
			change: func(t *testing.T, lines []line) []line {
				d, _, err := seal.Commit("facts", "three lorries", rand.Reader)
				if err != nil {
					t.Fatal(err)
				}
				text, err := d.Text()
				if err != nil {
					t.Fatal(err)
				}
				more := line{}
				more.set("kind", "disclosure")
				more.set("number", 1)
				more.set("value", text)
				return after(lines, inCase(lines, id, "entry")[0], more)
			},
		},
		{
			name: "an answer is changed", by: "belmark", alone: fault.BadSignature, beside: fault.BadSignature, whole: true,
			change: func(t *testing.T, lines []line) []line {
				q := of(lines, "query")[0]
				q["reply"] = replaced(t, q["reply"], `"version":"`, `"version":"x`)
				return lines
			},
		},
		{
			name: "a checkpoint is signed by nobody", by: "belmark", alone: fault.BadSignature, beside: fault.BadSignature, whole: true,
			change: func(t *testing.T, lines []line) []line {
				l := of(lines, "checkpoint")[0]
				note := l.text("note")
				c, err := ledger.ReadCheckpoint([]byte(note))
				if err != nil {
					t.Fatal(err)
				}
				changed := c
				changed.Root[0] ^= 1
				l.set("note", strings.Replace(note, c.Text(), changed.Text(), 1))
				return lines
			},
		},
	} {
		t.Run(l.name, func(t *testing.T) {
			lying := bundleOf(l.change(t, linesOf(t, honest[l.by])))
			if bytes.Equal(lying, honest[l.by]) {
				t.Fatal("the bundle has not changed: mend the test")
			}
			other := honest["arland"]
			if l.by == "arland" {
				other = honest["belmark"]
			}
			in := id
			if l.whole {
				in = ""
			}
			for how, x := range map[string]struct {
				r    *audit.Report
				code fault.Code
			}{"alone": {replay(t, lying), l.alone}, "beside the other's": {replay(t, other, lying), l.beside}} {
				if x.code == "" {
					if !x.r.Kept() {
						t.Errorf("%s:\n%s", how, printed(x.r))
					}
					continue
				}
				blamed(t, x.r, x.code, l.by, in, l.number)
			}
		})
	}
}

func replaced(t *testing.T, b []byte, old, by string) []byte {
	t.Helper()
	out := bytes.Replace(b, []byte(old), []byte(by), 1)
	if bytes.Equal(out, b) {
		t.Fatalf("%q is not there: mend the test", old)
	}
	return out
}

// What a bundle says about others without their signature must not convict them.
func TestALiarCannotFrameAnother(t *testing.T) {
	p := begun(t)
	id := p.granted()
	p.pass(time.Second)
	honest := p.bundles("arland", "belmark")
	for name, change := range map[string]func(lines []line) []line{
		"with a false proof between two true checkpoints": func(lines []line) []line {
			seen := of(lines, "seen")
			l := seen[0]
			for _, s := range seen {
				if strings.HasSuffix(s.text("name"), "/belmark") {
					l = s
				}
			}
			early := of(linesOf(t, honest["belmark"]), "checkpoint")[0]
			first := line{"kind": l["kind"], "name": l["name"], "note": early["note"], "proof": json.RawMessage("[]"), "when": l["when"]}
			lines = slices.Insert(lines, slices.IndexFunc(lines, func(x line) bool { return sameLine(x, l) }), first)
			l.set("proof", []string{base64.RawURLEncoding.EncodeToString(make([]byte, 32))})
			return lines
		},
		"with a delivery that never was": func(lines []line) []line {
			e := inCase(lines, id, "entry")[1]
			s, err := seal.DecodeSignedAct(e["signed"])
			if err != nil {
				t.Fatal(err)
			}
			d := line{}
			d.set("kind", "delivery")
			d.set("number", 2)
			d.set("party", "belmark")
			d.set("sealed", "")
			d.set("values", []string{s.Act.Gives[0].Digest + "x"})
			d.set("way", "received")
			d["when"] = of(lines, "header")[0]["made"]
			return after(lines, e, d)
		},
	} {
		t.Run(name, func(t *testing.T) {
			lying := bundleOf(change(linesOf(t, honest["arland"])))
			for _, r := range []*audit.Report{replay(t, lying), replay(t, honest["belmark"], lying)} {
				for _, f := range r.Findings {
					if f.Party != "arland" {
						t.Errorf("%s is named, who did nothing: %s", f.Party, f)
					}
				}
			}
		})
	}
}
