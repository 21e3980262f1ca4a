package world

import (
	"bytes"
	"context"
	"crypto/tls"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/peer"
	"github.com/entente-net/entente/seal"
)

// rawLine is a line on which anything can be sent: HTTP/2 over TLS with the party's own key.
func (e *enemy) rawLine(to agreement.PartyID) (*http.Client, string) {
	c := &http.Client{Timeout: 20 * time.Second, Transport: &http.Transport{
		ForceAttemptHTTP2: true,
		TLSClientConfig:   &tls.Config{Certificates: []tls.Certificate{e.home.Certificate}, InsecureSkipVerify: true, MinVersion: tls.VersionTLS13, NextProtos: []string{"h2"}},
	}}
	e.p.t.Cleanup(c.CloseIdleConnections)
	return c, "https://" + e.p.Members[to].Listen + "/peer/v1/letter"
}

func TestMalformedLetters(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	p.register()
	id := p.asked("ordinary")
	p.quiet()
	e := p.enemy("arland")
	line := e.dial("belmark")
	before := p.standing("belmark")
	withdraw := e.sign(e.act(id, "withdraw", "requesting", "prosecutor"))
	post := (&seal.Post{Act: withdraw, Type: seal.TypePost}).Encode()
	good := string(e.letter(e.envelope("belmark", seal.LetterPost), post))
	items := func(n int) string {
		one := `{"a":1}`
		return strings.Replace(good, string(post), one+strings.Repeat(","+one, n-1), 1)
	}
	in := func(old, by string) string {
		t.Helper()
		if !strings.Contains(good, old) {
			t.Fatalf("%q is not in the letter: mend the test", old)
		}
		return strings.Replace(good, old, by, 1)
	}
	for what, x := range map[string]struct {
		letter string
		code   fault.Code
	}{
		"nothing":                       {"", fault.Malformed},
		"garbage":                       {"\x00\x01\x02\xff\xfe", fault.Malformed},
		"another format":                {"<letter/>", fault.Malformed},
		"null":                          {"null", fault.Malformed},
		"an empty object":               {"{}", fault.Malformed},
		"a list":                        {"[" + good + "]", fault.Malformed},
		"truncated":                     {good[:len(good)/2], fault.Malformed},
		"one byte short":                {good[:len(good)-1], fault.Malformed},
		"one byte more":                 {good + "\n", fault.Malformed},
		"two letters":                   {good + good, fault.Malformed},
		"deeply nested":                 {strings.Repeat("[", 1<<20), fault.Malformed},
		"deeply nested in an item":      {in(string(post), `{"a":`+strings.Repeat("[", 100_000)+strings.Repeat("]", 100_000)+`}`), fault.Malformed},
		"too large":                     {in(string(post), `{"a":"`+strings.Repeat("x", 8<<20)+`"}`), fault.TooLarge},
		"a member twice":                {in(`"kind":"post"`, `"kind":"post","kind":"post"`), fault.Malformed},
		"a member in another case":      {in(`"kind":"post"`, `"Kind":"post"`), fault.Malformed},
		"an unknown member":             {in(`"kind":"post"`, `"kind":"post","mood":"good"`), fault.Malformed},
		"a member left out":             {in(`"kind":"post",`, ``), fault.Malformed},
		"members in another order":      {in(`{"agreement":"`+string(e.text)+`","count":1`, `{"count":1,"agreement":"`+string(e.text)+`"`), fault.Malformed},
		"a float":                       {in(`"count":1`, `"count":1.0`), fault.Malformed},
		"an exponent":                   {in(`"count":1`, `"count":1e0`), fault.Malformed},
		"a number beyond all":           {in(`"count":1`, `"count":99999999999999999999`), fault.Malformed},
		"a number of another size":      {in(`"count":1`, `"count":2`), fault.Malformed},
		"a leading zero":                {in(`"count":1`, `"count":01`), fault.Malformed},
		"a space":                       {in(`"count":1`, `"count": 1`), fault.Malformed},
		"an escape that needs none":     {in(`"kind":"post"`, `"kind":"pos\u0074"`), fault.Malformed},
		"bytes that are no UTF-8":       {in(`"from":"arland"`, "\"from\":\"arl\xffnd\""), fault.Malformed},
		"a kind of its own":             {in(`"kind":"post"`, `"kind":"gift"`), fault.Malformed},
		"a world of its own":            {in(`"world":"exercise"`, `"world":"dream"`), fault.Malformed},
		"no items":                      {in(string(post), ""), fault.Malformed},
		"an empty item":                 {in(string(post), ","), fault.Malformed},
		"an item that is not an object": {in(string(post), `"x"`), fault.Malformed},
		"a thousand and one items":      {items(1001), fault.TooLarge},
		"a thousand and one, counted":   {strings.Replace(items(1001), `"count":1,`, `"count":1001,`, 1), fault.TooLarge},
		"a signature of another length": {good[:len(good)-3] + `"}`, fault.Malformed},
	} {
		err := second(line.Send(ctx, []byte(x.letter)))
		refused(t, what, err, x.code, "")
	}

	// The items of a letter that is in order are read each for itself.
	acks := func(raw ...string) []*seal.Ack {
		t.Helper()
		var items [][]byte
		for _, r := range raw {
			items = append(items, []byte(r))
		}
		answer, err := line.Send(ctx, e.letter(e.envelope("belmark", seal.LetterPost), items...))
		if err != nil {
			t.Fatal(err)
		}
		l, err := seal.DecodeLetter(answer)
		if err != nil || len(l.Items) != len(raw) {
			t.Fatalf("%d acknowledgements: %v", len(l.Items), err)
		}
		out := make([]*seal.Ack, len(raw))
		for i := range raw {
			if out[i], err = seal.DecodeAck(l.Items[i]); err != nil {
				t.Fatal(err)
			}
		}
		return out
	}
	bad := []string{
		`{}`, `{"a":1}`, `{"act":null}`, strings.Replace(string(post), `"act":{`, `"Act":{`, 1), strings.Replace(string(post), `"old":0`, `"old":-1`, 1),
		strings.Replace(string(post), `"old":0`, `"old":0.0`, 1), strings.Replace(string(post), `"gives":[]`, `"gives":[{"digest":"x","field":"y"}]`, 1),
		strings.Replace(string(post), `"ground":""`, `"ground":"`+strings.Repeat("x", 5000)+`"`, 1), `{"a":` + strings.Repeat("[", 20) + strings.Repeat("]", 20) + `}`,
		strings.Replace(string(post), string(e.text), "sha256:short", 1), string((&seal.Post{Type: seal.TypePost}).Encode()),
	}
	for i, a := range acks(bad...) {
		if c := fault.Code(a.Code); c != fault.Malformed && c != fault.TooLarge {
			t.Errorf("the item %.80s: %q %s", bad[i], a.Code, a.Message)
		}
	}
	if got := acks(); len(got) > 0 {
		t.Errorf("an empty letter has %d acknowledgements", len(got))
	}
	many := make([]string, 1000)
	for i := range many {
		many[i] = fmt.Sprintf(`{"a":%d}`, i)
	}
	for i, a := range acks(many...) {
		if fault.Code(a.Code) != fault.Malformed {
			t.Fatalf("item %d of a thousand: %q", i, a.Code)
		}
	}
	refused(t, "questions without one", second(line.Send(ctx, e.letter(e.envelope("belmark", seal.LetterQuestions)))), fault.NoSuchStep, "")
	refused(t, "a question that is none", second(line.Send(ctx, e.letter(e.envelope("belmark", seal.LetterQuestions), []byte(`{"a":1}`)))), fault.Malformed, "")
	if after := p.standing("belmark"); after != before {
		t.Fatalf("something changed:\n%s\nbefore:\n%s", after, before)
	}

	// Other doors are closed, and say so.
	raw, url := e.rawLine("belmark")
	for _, x := range []struct {
		method, url string
		status      int
	}{{http.MethodGet, url, http.StatusMethodNotAllowed}, {http.MethodPost, strings.TrimSuffix(url, "letter"), http.StatusNotFound}, {http.MethodPost, url + "/../../..//etc/passwd", http.StatusNotFound}} {
		req, err := http.NewRequest(x.method, x.url, strings.NewReader(good))
		if err != nil {
			t.Fatal(err)
		}
		resp, err := raw.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		_ = resp.Body.Close()
		if resp.StatusCode != x.status && (resp.StatusCode < 300 || resp.StatusCode > 404) || resp.ProtoMajor != 2 {
			t.Errorf("%s %s: %s over HTTP/%d", x.method, x.url, resp.Status, resp.ProtoMajor)
		}
	}
	p.ask("P1234567", 1)
	if a := acks(string(post)); a[0].Code != "" {
		t.Errorf("the honest act: %+v", a[0])
	}
	p.state("belmark", id, "withdrawn")
}

// A line of a counterparty that is full of half letters takes no memory without bound, and stops nobody else.
func TestHalfOpenLinesStopNobody(t *testing.T) {
	ctx := context.Background()
	p := begun(t)
	p.register()
	e := p.enemy("secretariat")
	listen := p.Members["belmark"].Listen
	var open []io.Closer
	defer func() {
		for _, c := range open {
			_ = c.Close()
		}
	}()
	for i := range 200 { // half of them say nothing, half stop in the middle of the handshake
		c, err := net.DialTimeout("tcp", listen, 5*time.Second)
		if err != nil {
			t.Fatal(err)
		}
		if i%2 == 0 {
			if _, err := c.Write([]byte{0x16, 0x03, 0x01, 0x02, 0x00, 0x01}); err != nil {
				t.Fatal(err)
			}
		}
		open = append(open, c)
	}
	// And streams that announce eight megabytes and send one byte of it.
	var mem runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&mem)
	before := mem.HeapAlloc
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	raw, url := e.rawLine("belmark")
	raw.Timeout = 0
	var streams sync.WaitGroup
	for range 200 {
		r, w := io.Pipe()
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, r)
		if err != nil {
			t.Fatal(err)
		}
		req.ContentLength = peer.MaxLetter
		streams.Go(func() {
			resp, err := raw.Do(req)
			if err == nil {
				_ = resp.Body.Close()
			}
		})
		if _, err := w.Write([]byte("{")); err != nil {
			t.Fatal(err)
		}
		open = append(open, w)
	}
	for range 20 {
		p.ask("P1234567", 1)
	}
	runtime.GC()
	runtime.ReadMemStats(&mem)
	if grown := int64(mem.HeapAlloc) - int64(before); grown > 200<<20 {
		t.Errorf("the half letters take %d MB", grown>>20)
	}
	id := p.asked("ordinary")
	p.do("belmark", p.vantor, id, "authorise", because("necessary"))
	cancel()
	streams.Wait()
}

// More than its share of letters at once is put off, by a clear code, and only for the one who sends them.
func TestOnePartyTakesNoMoreThanItsRoom(t *testing.T) {
	p := begun(t)
	p.register()
	e := p.enemy("secretariat")
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	raw, url := e.rawLine("belmark")
	raw.Timeout = 0
	half := bytes.Repeat([]byte(" "), peer.MaxLetter-1)
	codes := make(chan string, 20)
	var wg sync.WaitGroup
	for range 12 { // eight fill the room
		r, w := io.Pipe()
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, r)
		if err != nil {
			t.Fatal(err)
		}
		req.ContentLength = peer.MaxLetter
		wg.Go(func() {
			_, _ = w.Write(half)
		})
		wg.Go(func() {
			resp, err := raw.Do(req)
			if err != nil {
				return
			}
			codes <- fmt.Sprint(resp.StatusCode, " ", resp.Header.Get("Entente-Code"))
			_ = resp.Body.Close()
			_ = w.CloseWithError(io.ErrClosedPipe)
		})
		defer func() { _ = w.CloseWithError(io.ErrClosedPipe) }()
	}
	select {
	case c := <-codes:
		if c != "503 "+string(fault.Unavailable) {
			t.Errorf("it says %q", c)
		}
	case <-time.After(20 * time.Second):
		t.Error("twelve letters of eight megabytes are held at once")
	}
	p.ask("P1234567", 1)
	cancel()
}
