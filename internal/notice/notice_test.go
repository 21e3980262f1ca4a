package notice_test

import (
	"encoding/base64"
	"io"
	"mime"
	"net/mail"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/internal/notice"
)

func TestLetter(t *testing.T) {
	w := notice.Waits{Party: "Kingdom of Belmark", Law: "Northgate", Article: "7", Until: "2026-11-27 19:04 +02:00", Link: "https://desk.example/notices"}
	for lang, want := range map[string]string{
		"en": "Something waits for you at the desk of Kingdom of Belmark, under Article 7 of “Northgate”, until 2026-11-27 19:04 +02:00.",
		"ar": "ثمة ما ينتظركم في مكتب Kingdom of Belmark، بموجب المادة 7 من «Northgate»، حتى 2026-11-27 19:04 +02:00.",
		"zh": "Kingdom of Belmark的工作台上有事等待您，依据“Northgate”第7条，期限为2026-11-27 19:04 +02:00。",
		"xx": "Something waits for you at the desk of Kingdom of Belmark, under Article 7 of “Northgate”, until 2026-11-27 19:04 +02:00.",
	} {
		m, err := mail.ReadMessage(strings.NewReader(notice.Letter("entente@belmark.example", "v@court.example", lang, w, "vantor/waits/1", time.Unix(0, 0))))
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, m.Body))
		if err != nil || !strings.Contains(string(b), want) || !strings.Contains(string(b), w.Link) {
			t.Errorf("%s: %q, %v", lang, b, err)
		}
		if s, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject")); err != nil || !strings.Contains(s, "Belmark") {
			t.Errorf("%s: subject %q, %v", lang, s, err)
		}
		if id := m.Header.Get("Message-ID"); !strings.HasSuffix(id, "@belmark.example>") {
			t.Errorf("message id %q", id)
		}
	}
	// The same thing has the same name, however often it is sent; another has another.
	name := func(id string) string {
		m, err := mail.ReadMessage(strings.NewReader(notice.Letter("a@b.example", "c@d.example", "en", w, id, time.Now())))
		if err != nil {
			t.Fatal(err)
		}
		return m.Header.Get("Message-ID")
	}
	first, again := name("x"), name("x")
	if first != again || first == name("y") {
		t.Errorf("names of letters: %s %s %s", first, again, name("y"))
	}
	if s := (notice.Waits{Party: "Belmark", Count: 3}).Sentence("en"); s != "3 things wait for you at the desk of Belmark." {
		t.Error(s)
	}
}

func TestAddresses(t *testing.T) {
	for _, bad := range []string{"", "vantor", "a b@c.example", "Judge <v@c.example>", "v@c.example\r\nBcc: x@y.example", strings.Repeat("a", 260) + "@b.example"} {
		if notice.CheckAddress(bad) == nil {
			t.Errorf("%q is taken for an address", bad)
		}
	}
	if err := notice.CheckAddress("v.antor+desk@court.example"); err != nil {
		t.Error(err)
	}
	for _, bad := range []notice.Server{
		{Address: "mail.example", From: "a@b.example", Desk: "https://d.example"},
		{Address: "mail.example:25", From: "a", Desk: "https://d.example"},
		{Address: "mail.example:25", From: "a@b.example", Desk: "javascript:x"},
		{Address: "mail.example:25", From: "a@b.example", Desk: "https://d.example", Plain: true},
	} {
		if bad.Check() == nil {
			t.Errorf("%+v is taken for a mail server", bad)
		}
	}
}

// A letter goes again after ever longer times, and is given up in the end.
func TestWait(t *testing.T) {
	last := time.Duration(0)
	for n := int64(0); n < 12; n++ {
		if w := notice.Wait(n); w < last || w == 0 {
			t.Errorf("after %d tries it waits %s", n, w)
		} else {
			last = w
		}
	}
	if notice.Wait(12) != 0 {
		t.Error("it is never given up")
	}
}
