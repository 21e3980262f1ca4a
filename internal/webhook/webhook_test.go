package webhook_test

import (
	"net/netip"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/webhook"
	"github.com/entente-net/entente/seal"
)

// zeros is where the key of the worked example is drawn from.
type zeros struct{}

func (zeros) Read(b []byte) (int, error) {
	clear(b)
	return len(b), nil
}

func example(t *testing.T) (key seal.PrivateKey, body, header string, at time.Time) {
	t.Helper()
	key, err := seal.GenerateKey(seal.KeyNode, "exercise", zeros{})
	if err != nil {
		t.Fatal(err)
	}
	at = time.Date(2026, 11, 27, 19, 4, 5, 0, time.UTC)
	e := webhook.Event{
		ID: webhook.EventID("exercise", "belmark", "moved/9b03e8ce41d2473fae5b8d0c6f1a2e37/2"), Time: at, Node: "belmark", World: "exercise", Event: webhook.Moved,
		Agreement: "northgate", Article: "7", Case: "9b03e8ce41d2473fae5b8d0c6f1a2e37", State: "authorised", Due: at.Add(72 * time.Hour),
	}
	header, err = webhook.Sign(key, at, e.Encode())
	if err != nil {
		t.Fatal(err)
	}
	return key, string(e.Encode()), header, at
}

// The worked example of spec/webhook.md is what this program sends.
func TestExample(t *testing.T) {
	key, body, header, at := example(t)
	text, err := os.ReadFile("../../spec/webhook.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{body, webhook.Header + ": " + header, key.PublicKey().String()} {
		if !strings.Contains(string(text), "\n"+line+"\n") {
			t.Errorf("spec/webhook.md lacks the line %s", line)
		}
	}
	public, err := seal.ParsePublicKey(key.PublicKey().String())
	if err != nil {
		t.Fatal(err)
	}
	verify := func(header, body string, now time.Time) fault.Code {
		return fault.CodeOf(webhook.Verify(public, header, []byte(body), now, 5*time.Minute))
	}
	if code := verify(header, body, at.Add(time.Minute)); code != "" {
		t.Errorf("the example does not verify: %s", code)
	}
	other, err := seal.GenerateKey(seal.KeyNode, "exercise", strings.NewReader(strings.Repeat("x", 32)))
	if err != nil {
		t.Fatal(err)
	}
	foreign, err := webhook.Sign(other, at, []byte(body))
	if err != nil {
		t.Fatal(err)
	}
	late := strings.Replace(header, "t=1", "t=2", 1)
	for name, x := range map[string]struct {
		header, body string
		now          time.Time
		want         fault.Code
	}{
		"another body":     {header, strings.Replace(body, "authorised", "refused", 1), at, fault.BadSignature},
		"another time":     {late, body, at, fault.BadSignature},
		"replayed":         {header, body, at.Add(6 * time.Minute), fault.ClockSkew},
		"from the future":  {header, body, at.Add(-6 * time.Minute), fault.ClockSkew},
		"another key":      {foreign, body, at, fault.UnknownKey},
		"another's as own": {strings.Replace(foreign, string(other.ID()), string(key.ID()), 1), body, at, fault.BadSignature},
		"nothing":          {"", body, at, fault.Malformed},
		"a time with a +":  {strings.Replace(header, "t=", "t=+", 1), body, at, fault.Malformed},
		"padded":           {header + "=", body, at, fault.Malformed},
		"twice":            {header + "," + header, body, at, fault.Malformed},
	} {
		if got := verify(x.header, x.body, x.now); got != x.want {
			t.Errorf("%s: %q, want %q", name, got, x.want)
		}
	}
}

func TestAddresses(t *testing.T) {
	for _, x := range []struct {
		address        string
		real, exercise fault.Code
	}{
		{"https://receiver.example.org/hooks?of=entente", "", ""},
		{"https://9.9.9.9:8443/", "", ""},
		{"https://[2620:fe::fe]/", "", ""},
		{"http://receiver.example.org/", fault.Forbidden, fault.Forbidden},
		{"http://127.0.0.1:80/x", fault.Forbidden, ""},
		{"https://127.0.0.1/x", fault.Forbidden, ""},
		{"https://[::1]/x", fault.Forbidden, ""},
		{"https://[::ffff:127.0.0.1]/x", fault.Forbidden, ""},
		{"http://localhost:8000/", fault.Forbidden, ""},
		{"https://10.1.2.3/", fault.Forbidden, fault.Forbidden},
		{"https://[::ffff:10.1.2.3]/", fault.Forbidden, fault.Forbidden},
		{"https://169.254.169.254/latest", fault.Forbidden, fault.Forbidden},
		{"https://user:secret@receiver.example.org/", fault.Invalid, fault.Invalid},
		{"https://receiver.example.org/#x", fault.Invalid, fault.Invalid},
		{"ftp://receiver.example.org/", fault.Invalid, fault.Invalid},
		{"https:///x", fault.Invalid, fault.Invalid},
		{"https:receiver", fault.Invalid, fault.Invalid},
		{"", fault.Invalid, fault.Invalid},
		{"https://receiver.example.org/" + strings.Repeat("x", 2000), fault.Invalid, fault.Invalid},
	} {
		if got := fault.CodeOf(webhook.CheckAddress(seal.WorldReal, x.address)); got != x.real {
			t.Errorf("%s in a real world: %q, want %q", x.address, got, x.real)
		}
		if got := fault.CodeOf(webhook.CheckAddress("exercise", x.address)); got != x.exercise {
			t.Errorf("%s in an exercise: %q, want %q", x.address, got, x.exercise)
		}
	}
	for _, s := range []string{
		"0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.1.1", "127.0.0.1", "127.9.9.9", "169.254.1.1", "172.16.0.1", "192.0.0.8", "192.168.1.1", "198.18.0.1", "224.0.0.1",
		"255.255.255.255", "240.0.0.1", "::", "::1", "::ffff:192.168.0.1", "::10.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::1", "2002:a00:1::1", "fc00::1", "fd12::1", "fe80::1",
		"fe80::1%eth0", "fec0::1", "ff02::1", "2001::1", "100::1",
	} {
		if webhook.Reachable(seal.WorldReal, netip.MustParseAddr(s)) {
			t.Errorf("%s is taken for one of the public network", s)
		}
	}
}

// An event goes again after ever longer times, often enough within its life.
func TestWait(t *testing.T) {
	last, total, tries := time.Duration(0), time.Duration(0), int64(0)
	for ; total < webhook.Life; tries++ {
		w := webhook.Wait(tries)
		if w < last || w <= 0 {
			t.Fatalf("after %d tries it waits %s", tries, w)
		}
		last, total = w, total+w
	}
	if tries < 10 || tries > 40 {
		t.Errorf("%d tries in a day", tries)
	}
}
