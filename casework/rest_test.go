package casework

import (
	"os"
	"slices"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
)

// The article that a case names rests, alone, and comes back by the silence that restores it.
func TestNamedArticle(t *testing.T) {
	text, err := os.ReadFile("testdata/rest.md")
	if err != nil {
		t.Fatal(err)
	}
	m, fs := agreement.Compile("rest.md", text)
	if m == nil {
		t.Fatal(fs)
	}
	for _, f := range Expectations(m) {
		t.Error(f)
	}
	at := instant("2026-03-02T10:00:00Z")
	move := func(step agreement.StepID, side agreement.SideID, role agreement.RoleID, party agreement.PartyID, when time.Time) Move {
		return Move{Step: step, Side: side, Role: role, Party: party, Person: Pseudonym(role), Received: when}
	}
	sides := map[agreement.SideID]agreement.PartyID{"alleging": "a", "answering": "b", "deciding": "court"}
	opening := move("allege", "alleging", "clerk", "a", at)
	opening.Gives, opening.Values = []agreement.FieldID{"article", "grave"}, map[agreement.FieldID]any{"article": "3", "grave": true}
	c, err := Open(m, "c", "breach", sides, opening)
	for i, mv := range []Move{move("establish", "deciding", "president", "court", at), move("let-rest", "alleging", "clerk", "a", at.AddDate(0, 0, 11))} {
		if err == nil {
			c, err = c.Settled(mv.Received).Take(mv)
		}
		if err != nil {
			t.Fatal(i, err)
		}
	}
	if e := c.Effects(len(c.Taken) - 1); len(e) != 1 || e[0].String() != "suspends 3" {
		t.Errorf("letting it rest does %v", e)
	}
	c = c.Settled(at.AddDate(0, 0, 42))
	var stands *Standing
	for i := range c.Taken {
		stands = stands.Apply(c.Effects(i)...)
	}
	rests := at.AddDate(0, 0, 20)
	if stands.SuspendedBy("3", rests) != "c" || stands.SuspendedBy("2", rests) != "" || stands.SuspendedBy("3", at.AddDate(0, 0, 42)) != "" {
		t.Errorf("%+v", stands.Suspended)
	}
	// Who cannot read which article it is about knows of none that rests.
	c.Values = map[agreement.FieldID]any{}
	if i := slices.IndexFunc(c.Taken, func(t Taken) bool { return t.Step == "let-rest" }); len(c.Effects(i)) > 0 {
		t.Errorf("unread, it does %v", c.Effects(i))
	}
}
