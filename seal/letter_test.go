package seal

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"github.com/entente-net/entente/fault"
)

func TestLetter(t *testing.T) {
	c := newCast(t, WorldExercise)
	q := question(t)
	l := c.letter(t, q.Encode(), q.Encode())
	x := Expect{To: "belmark", From: "arland", Agreement: DigestOf([]byte("text")), Kind: LetterQuestions, Skew: time.Minute}
	got := must[*Letter](t)(OpenLetter(l.Encode(), c.ring, noon, x))
	if got.Digest() != l.Digest() || len(got.Items) != 2 || !bytes.Equal(got.Items[1], q.Encode()) {
		t.Fatalf("opened %+v", got)
	}
	for name, y := range map[string]struct {
		x    Expect
		at   time.Duration
		code fault.Code
	}{
		"for another":        {Expect{To: "arland"}, 0, fault.Forbidden},
		"from another":       {Expect{From: "belmark"}, 0, fault.Forbidden},
		"another agreement":  {Expect{Agreement: DigestOf(nil)}, 0, fault.WrongModel},
		"another kind":       {Expect{Kind: LetterPost}, 0, fault.Malformed},
		"answers another":    {Expect{Re: DigestOf(nil)}, 0, fault.Conflict},
		"clock here is late": {Expect{Skew: time.Minute}, time.Hour, fault.ClockSkew},
		"clock is early":     {Expect{Skew: time.Minute}, -time.Hour / 2, fault.ClockSkew},
		"no clock asked":     {Expect{}, time.Hour, ""},
		"key out of date":    {Expect{}, 30 * time.Hour, fault.UnknownKey},
		"too long":           {Expect{Bytes: 100}, 0, fault.TooLarge},
		"too many":           {Expect{Items: 1}, 0, fault.TooLarge},
	} {
		if _, err := OpenLetter(l.Encode(), c.ring, noon.Add(y.at), y.x); fault.CodeOf(err) != y.code {
			t.Errorf("%s: %v, want %q", name, err, y.code)
		}
	}
	real := newCast(t, WorldReal)
	_, err := OpenLetter(l.Encode(), real.ring, noon, Expect{})
	wantCode(t, err, fault.WrongWorld)
	for name, change := range map[string]func(*Letter){
		"an item changed":   func(l *Letter) { l.Items[0] = bytes.Replace(l.Items[0], []byte("XA"), []byte("XB"), 1) },
		"items exchanged":   func(l *Letter) { l.Items[0] = []byte(`{}`); l.Items[1] = q.Encode() },
		"the root changed":  func(l *Letter) { l.Envelope.Items = DigestOf(nil) },
		"the nonce changed": func(l *Letter) { l.Envelope.Nonce = must[string](t)(NewNonce(seeded(77))) },
	} {
		bad := must[*Letter](t)(DecodeLetter(l.Encode()))
		change(bad)
		if _, err := OpenLetter(bad.Encode(), c.ring, noon, Expect{}); fault.CodeOf(err) != fault.BadSignature {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestLetterForm(t *testing.T) {
	c := newCast(t, "")
	s := string(c.letter(t, []byte(`{"a":"}]"}`)).Encode())
	for name, bad := range map[string]string{
		"item is a list":      strings.Replace(s, `[{"a":"}]"}]`, `[["a"]]`, 1),
		"item is open":        strings.Replace(s, `[{"a":"}]"}]`, `[{"a":"}]"]`, 1),
		"one item more":       strings.Replace(s, `"}]"}]`, `"}]"},{}]`, 1),
		"one item fewer":      strings.Replace(s, `[{"a":"}]"}]`, `[]`, 1),
		"brackets crossed":    strings.Replace(s, `{"a":"}]"}`, `{[}]`, 1),
		"space between items": strings.Replace(s, `[{"a":"}]"}]`, `[ {"a":"}]"}]`, 1),
		"deep item":           strings.Replace(s, `{"a":"}]"}`, strings.Repeat(`{"a":`, 40)+"1"+strings.Repeat("}", 40), 1),
	} {
		if bad == s {
			t.Fatalf("%s changes nothing", name)
		}
		if _, err := DecodeLetter([]byte(bad)); fault.CodeOf(err) != fault.Malformed {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := DecodeLetter(make([]byte, MaxLetter+1))
	wantCode(t, err, fault.TooLarge)
	head := Envelope{Agreement: DigestOf(nil), From: "arland", Kind: LetterPost, Nonce: must[string](t)(NewNonce(seeded(1))), Sent: at(0), To: "belmark"}
	many := make([][]byte, MaxItems+1)
	for i := range many {
		many[i] = []byte(`{}`)
	}
	_, err = BuildLetter(head, many, c.node["arland"])
	wantCode(t, err, fault.TooLarge)
	must[*Letter](t)(BuildLetter(head, many[1:], c.node["arland"]))
	big := []byte(`{"a":"` + strings.Repeat("x", MaxLetter) + `"}`)
	_, err = BuildLetter(head, [][]byte{big}, c.node["arland"])
	wantCode(t, err, fault.TooLarge)
	_, err = BuildLetter(head, [][]byte{[]byte(`{} `)}, c.node["arland"])
	wantCode(t, err, fault.Malformed)
	_, err = BuildLetter(head, nil, c.party["arland"])
	wantCode(t, err, fault.UnknownKey)
	head.Kind = LetterAnswers // without Re
	_, err = BuildLetter(head, nil, c.node["arland"])
	wantCode(t, err, fault.Malformed)
}

// TestItems proves every item of letters of every small size, and nothing else.
func TestItems(t *testing.T) {
	for n := range 20 {
		items := make([][]byte, n)
		for i := range items {
			items[i] = fmt.Appendf(nil, `{"n":%d}`, i)
		}
		root := ItemsRoot(items)
		for i := range items {
			proof := must[[]Digest](t)(ProveItem(items, i))
			if err := VerifyItem(root, uint64(n), uint64(i), items[i], proof); err != nil {
				t.Fatalf("item %d of %d: %v", i, n, err)
			}
			wantCode(t, VerifyItem(root, uint64(n), uint64(i), []byte(`{}`), proof), fault.BadSignature)
			wantCode(t, VerifyItem(root, uint64(n), uint64(i), items[i], append(proof, root)), fault.BadSignature)
			wantCode(t, VerifyItem(root, uint64(n), uint64(n), items[i], proof), fault.Malformed)
			if n > 1 {
				wantCode(t, VerifyItem(root, uint64(n), uint64((i+1)%n), items[i], proof), fault.BadSignature)
			}
		}
		_, err := ProveItem(items, n)
		wantCode(t, err, fault.NotFound)
	}
	// An item that looks like an inner node is still an item.
	a, b := []byte(`{"n":0}`), []byte(`{"n":1}`)
	ha, hb := tlog.RecordHash(a), tlog.RecordHash(b)
	forged := append(append([]byte{1}, ha[:]...), hb[:]...)
	wantCode(t, VerifyItem(ItemsRoot([][]byte{a, b}), 1, 0, forged, nil), fault.BadSignature)
}

func TestExcerpt(t *testing.T) {
	c := newCast(t, WorldExercise)
	q := question(t).Encode()
	l := c.letter(t, []byte(`{}`), q, []byte(`{"a":1}`))
	x := must[*Excerpt](t)(l.Excerpt(1))
	x = must[*Excerpt](t)(DecodeExcerpt(x.Encode()))
	h := must[*Holder](t)(x.Verify(c.ring, noon))
	if h.Party != "arland" || x.Item != string(q) {
		t.Fatalf("%+v of %+v", x, h)
	}
	bad := *x
	bad.Item = `{}`
	_, err := bad.Verify(c.ring, noon)
	wantCode(t, err, fault.BadSignature)
	bad = *x
	bad.Envelope.To = "cedar"
	_, err = bad.Verify(c.ring, noon)
	wantCode(t, err, fault.BadSignature)
	_, err = l.Excerpt(3)
	wantCode(t, err, fault.NotFound)
}
