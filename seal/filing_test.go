package seal

import (
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/fault"
)

// Of two words about to whom is sealed the newest that counts is the one in use; only who vouches for the role's keys has a word.
func TestSealingCertificates(t *testing.T) {
	c := newCast(t, WorldExercise)
	at := time.Date(2026, 6, 1, 8, 0, 0, 0, time.UTC)
	recipient := func(letter string) string { return "age1" + strings.Repeat(letter, 58) }
	ring := NewKeyRing(WorldExercise, "northgate")
	for party, key := range c.party {
		if err := ring.AddParty(party, key.PublicKey().String()); err != nil {
			t.Fatal(err)
		}
	}
	say := func(r string, from time.Time, by PrivateKey) error {
		st, err := SignStatement(&SealingCertificate{
			Agreement: "northgate", From: TimeOf(from), Party: "arland", Recipient: r, Role: "investigator", Type: TypeSealing,
			Until: TimeOf(from.AddDate(1, 0, 0)), World: WorldExercise,
		}, by)
		if err != nil {
			return err
		}
		again, err := DecodeSignedStatement(st.Encode())
		if err != nil || string(again.Encode()) != string(st.Encode()) {
			t.Fatalf("it comes back as another: %v", err)
		}
		_, err = ring.Add(st)
		return err
	}
	own := c.party["arland"]
	for _, from := range []struct {
		r  string
		at time.Time
	}{{recipient("q"), at}, {recipient("p"), at.AddDate(0, 1, 0)}, {recipient("z"), at.AddDate(0, 0, -7)}} {
		if err := say(from.r, from.at, own); err != nil {
			t.Fatal(err)
		}
	}
	for when, want := range map[time.Time]string{
		at.AddDate(0, 0, -8): "", at.AddDate(0, 0, -1): recipient("z"), at: recipient("q"), at.AddDate(0, 2, 0): recipient("p"), at.AddDate(3, 0, 0): "",
	} {
		if got := strings.Join(ring.Clone().Recipients("investigator", when), " "); got != want {
			t.Errorf("at %s: %q, want %q", when, got, want)
		}
	}
	if err := say("", at.AddDate(0, 3, 0), own); err != nil {
		t.Fatal(err)
	}
	if got := ring.Recipients("investigator", at.AddDate(0, 4, 0)); len(got) != 0 {
		t.Errorf("withdrawn: %v", got)
	}
	if err := say(recipient("q"), at, c.party["belmark"]); fault.CodeOf(err) != fault.UnknownKey {
		t.Errorf("another party's word: %v", err)
	}
	if err := say("age1short", at, own); fault.CodeOf(err) != fault.Malformed {
		t.Errorf("no recipient: %v", err)
	}
	ring.Enrols("investigator", "registry")
	if err := say(recipient("q"), at, own); fault.CodeOf(err) != fault.UnknownKey {
		t.Errorf("where an authority enrols the role: %v", err)
	}
}
