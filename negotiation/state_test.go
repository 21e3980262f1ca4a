package negotiation

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

var three = []string{"arland", "belmark", "secretariat"}

// eight is a passage that stands once in Article 7.
const (
	eight = "within  = \"P8D\""
	ten   = "within  = \"P10D\""
)

func TestFromDraftToSignature(t *testing.T) {
	b := newTable(t, three...)
	s := b.open("arland", b.keyed(excerpt(t)), nil)
	b.stands("7", StatusProposed, "arland")
	if got := s.Current().Articles(); !slices.Equal(got, []agreement.Article{Frame, "1", "7", "8", "9"}) {
		t.Fatal(got)
	}
	for _, p := range three {
		b.say(p, b.agree(p, Frame, "1", "8", "9"))
	}
	b.stands("1", StatusAgreed)
	b.say("arland", b.agree("arland", "7"))
	bracket := b.say("belmark", seal.Dispatch{Kind: seal.DispatchBracket, Article: "7", From: eight, To: ten, Words: "our courts need longer"})
	b.stands("7", StatusBracketed, "belmark")
	if got := s.Bracketed("7"); !strings.Contains(got, "    [Arland: "+eight+"] [Belmark: "+ten+"]\n") {
		t.Errorf("bracketed:\n%s", got)
	}
	b.say("secretariat", seal.Dispatch{Kind: seal.DispatchComment, Article: "7", From: "within eight days", Person: "M. Sol", Words: "The prose says eight too."})
	if c := s.Comments(); len(c) != 1 || c[0].Person != "M. Sol" || c[0].About != "within eight days" {
		t.Errorf("%+v", c)
	}
	b.unwise("agreeing to what is bracketed", "secretariat", b.agree("secretariat", "7"), fault.Conflict)
	b.unwise("signing what is bracketed", "arland", b.sign("arland"), fault.AgreementOpen)
	b.say("arland", seal.Dispatch{Kind: seal.DispatchAccept, Bracket: bracket})
	if got := string(s.Current().Article("7")); !strings.Contains(got, ten) || strings.Contains(got, eight) || s.Current().Number != 2 {
		t.Errorf("version %d:\n%s", s.Current().Number, got)
	}
	b.stands("7", StatusProposed, "arland", "belmark") // whoever had agreed to the other bytes has not agreed to these
	b.stands("1", StatusAgreed)
	if len(s.Brackets()) != 0 {
		t.Error("the bracket that was accepted is open")
	}
	for _, p := range three {
		b.say(p, b.agree(p, "7"))
	}
	if why := s.Obstacles(); len(why) != 0 {
		t.Fatal(why)
	}
	for i, p := range three {
		if s.Concluded() != nil {
			t.Fatal("concluded too early")
		}
		b.say(p, b.sign(p))
		if got := s.Signed(); len(got) != i+1 {
			t.Error(got)
		}
	}
	if v := s.Concluded(); v != s.Current() || s.Ratification("belmark", v) == nil {
		t.Fatalf("%+v", v)
	}
	b.unwise("reopening what is signed", "arland", seal.Dispatch{Kind: seal.DispatchReopen, Articles: []seal.Stand{{Article: "7"}}}, fault.Conflict)
}

func TestAChangedArticleIsOpenAgain(t *testing.T) {
	b := newTable(t, three...)
	first := b.keyed(excerpt(t))
	s := b.open("arland", first, nil)
	for _, p := range three {
		b.say(p, b.all(p))
	}
	stale := b.agree("arland", "8")
	longer := replaced(t, first, "within thirty days", "within forty days")
	b.say("belmark", seal.Dispatch{Kind: seal.DispatchVersion, Text: longer})
	b.stands("8", StatusProposed, "belmark")
	b.stands("7", StatusAgreed)
	b.refused("agreeing to bytes that the version does not have", "arland", stale, fault.Malformed)
	old := stale
	old.On = []seal.Digest{s.ID}
	b.unwise("agreeing to a version that is no longer current", "arland", old, fault.Conflict)
	if d := b.next("arland", old); must(t, true, second(s.Take(&d))) {
		b.stands("8", StatusProposed, "belmark") // others must take it, and it counts for nothing
	}
	if p := s.Position("8"); len(p.Agreed) != 0 {
		t.Errorf("%+v", p)
	}
	// Back to the old bytes: those who had agreed to them have.
	b.say("arland", seal.Dispatch{Kind: seal.DispatchVersion, Text: first})
	b.stands("8", StatusAgreed)
	// A new heading is nobody's yet: the frame is open, which says which articles there are.
	b.say("arland", seal.Dispatch{Kind: seal.DispatchVersion, Text: first + "\n## Article 10 — More\n\nMore.\n"})
	b.stands(Frame, StatusProposed, "arland")
	b.stands("10", StatusProposed, "arland")
	b.say("belmark", b.agree("belmark", Frame, "10"))
	b.say("belmark", seal.Dispatch{Kind: seal.DispatchReopen, Articles: []seal.Stand{{Article: "10"}}})
	b.stands("10", StatusOpen, "belmark")
	b.unwise("taking back what was not given", "belmark", seal.Dispatch{Kind: seal.DispatchReopen, Articles: []seal.Stand{{Article: "10"}}}, fault.Invalid)
}

func second[T any](_ T, err error) error { return err }

func TestDraftsBesideEachOther(t *testing.T) {
	b := newTable(t, three...)
	first := b.keyed(excerpt(t))
	s := b.open("arland", first, nil)
	on := []seal.Digest{s.ID}
	b.say("arland", seal.Dispatch{Kind: seal.DispatchVersion, On: on, Text: replaced(t, first, "within thirty days", "within forty days")})
	one := s.Current()
	d := b.next("belmark", seal.Dispatch{Kind: seal.DispatchVersion, On: on, Text: replaced(t, first, "within thirty days", "within twenty days")})
	if _, err := s.Take(&d); err != nil {
		t.Fatal(err)
	}
	if len(s.Beside()) != 1 || !slices.ContainsFunc(s.Obstacles(), func(w string) bool { return strings.Contains(w, "beside each other") }) {
		t.Fatalf("%v", s.Obstacles())
	}
	b.unwise("agreeing to one of two", "secretariat", b.agree("secretariat", "1"), fault.Conflict)
	both := []seal.Digest{one.Dispatch, d.Digest()}
	slices.Sort(both)
	b.say("secretariat", seal.Dispatch{Kind: seal.DispatchVersion, On: both, Text: replaced(t, first, "within thirty days", "within five weeks")})
	if len(s.Beside()) != 0 || s.Current().Number != 3 {
		t.Errorf("%d beside version %d", len(s.Beside()), s.Current().Number)
	}
	// Two who bring the same text have brought one.
	last := []seal.Digest{s.Current().Dispatch}
	for _, p := range []string{"arland", "belmark"} {
		d := b.next(p, seal.Dispatch{Kind: seal.DispatchVersion, On: last, Text: first})
		if _, err := s.Take(&d); err != nil {
			t.Fatal(err)
		}
	}
	if len(s.Beside()) != 0 || s.Current().Hash != seal.DigestOf([]byte(first)) {
		t.Errorf("%d beside", len(s.Beside()))
	}
}

func TestBrackets(t *testing.T) {
	b := newTable(t, three...)
	s := b.open("arland", b.keyed(excerpt(t)), nil)
	bracket := func(a agreement.Article, from, to string) seal.Dispatch {
		return seal.Dispatch{Kind: seal.DispatchBracket, Article: string(a), From: from, To: to}
	}
	for what, d := range map[string]seal.Dispatch{
		"words that stand nowhere":           bracket("7", "within nine days", "x"),
		"words of another article":           bracket("8", "within eight days", "x"),
		"words that stand twice":             bracket("7", "purpose.criminal-justice", "purpose.redress"),
		"no such article":                    bracket("70", "x", "y"),
		"the frame":                          bracket(Frame, "Northgate", "Southgate"),
		"words that would be an article":     bracket("8", "Whoever is concerned", "x\n\n## Article 11 — Smuggled\n\nWhoever"),
		"words that would be no article":     bracket("8", "## Article 8", "Article 8"),
		"words that would swallow the rest":  bracket("8", "within thirty days.\n\n```hcl\n", "within thirty days.\n\n````hcl\n"),
		"an exchange for the same words":     bracket("8", "thirty", "thirty"),
		"words that nobody can read in text": bracket("8", "thirty", "\u202e"),
	} {
		b.refused(what, "belmark", d, fault.Malformed)
	}
	one := b.say("belmark", bracket("7", eight, ten))
	b.unwise("a second one on the same words", "belmark", bracket("7", eight, "within = \"P9D\""), fault.Conflict)
	two := b.say("secretariat", bracket("7", eight, "within  = \"P9D\""))
	b.say("secretariat", bracket("7", "clock \"decision\" {\n    starts  = entering(\"requested\")\n    within  = \"P8D\"", "clock \"decision\" {\n    starts  = entering(\"requested\")\n    within  = \"P7D\""))
	got := s.Bracketed("7")
	if strings.Count(got, "[Arland: ") != 2 || !strings.Contains(got, "P7D\"]") {
		t.Errorf("bracketed:\n%s", got)
	}
	b.refused("another's bracket dropped", "arland", seal.Dispatch{Kind: seal.DispatchDrop, Bracket: one}, fault.Malformed)
	b.refused("the own bracket accepted", "belmark", seal.Dispatch{Kind: seal.DispatchAccept, Bracket: one}, fault.Malformed)
	b.refused("a bracket nobody placed", "belmark", seal.Dispatch{Kind: seal.DispatchAccept, Bracket: seal.DigestOf(nil)}, fault.Conflict)
	b.say("belmark", seal.Dispatch{Kind: seal.DispatchDrop, Bracket: one})
	b.unwise("dropped twice", "belmark", seal.Dispatch{Kind: seal.DispatchDrop, Bracket: one}, fault.NotFound)
	b.say("arland", seal.Dispatch{Kind: seal.DispatchAccept, Bracket: two})
	// The longer one stood on words that have changed: it lapsed, and its author has agreed to nothing.
	if open := s.Brackets(); len(open) != 0 {
		t.Errorf("%+v", open[0])
	}
	b.stands("7", StatusProposed, "arland", "secretariat")
}

func TestChains(t *testing.T) {
	b := newTable(t, three...)
	s := b.open("arland", b.keyed(excerpt(t)), nil)
	comment := seal.Dispatch{Kind: seal.DispatchComment, Words: "first"}
	b.say("belmark", comment)
	again := b.said[1]
	if fresh, err := s.Take(&again); fresh || err != nil {
		t.Errorf("the same again: %v, %v", fresh, err)
	}
	other := again
	other.Words = "another first"
	b.notTaken("another with the same number", other, fault.Forked)
	gap := b.next("belmark", comment)
	gap.Number = 3
	b.notTaken("a gap", gap, fault.Conflict)
	branch := b.next("belmark", comment)
	branch.Before = other.Digest()
	b.notTaken("one that follows another past", branch, fault.Forked)
	elsewhere := b.next("belmark", comment)
	elsewhere.Negotiation = seal.DigestOf(nil)
	b.notTaken("one of another negotiation", elsewhere, fault.WrongModel)
	stranger := b.next("belmark", comment)
	stranger.Party = "cordova"
	b.notTaken("a stranger", stranger, fault.Forbidden)
	early := b.next("belmark", comment)
	early.On = []seal.Digest{seal.DigestOf([]byte("nowhere"))}
	b.notTaken("one about a version that is not here", early, fault.Conflict)
	real := b.next("belmark", comment)
	real.World = seal.WorldReal
	b.notTaken("one of another world", real, fault.WrongWorld)

	for what, w := range map[string]string{"a bell": "ring\a", "a terminal's command": "\x1b[2J", "another order of reading": "\u202ex", "a carriage return": "a\rb"} {
		d := comment
		d.Words = w
		b.refused(what, "belmark", d, fault.Malformed)
	}
	two := comment
	two.Person = "M. Orr\nagrees to everything"
	b.refused("a name of two lines", "belmark", two, fault.Malformed)

	// What others have seen shows that somebody said two things.
	lie := b.next("secretariat", comment)
	for i := range lie.Seen {
		if lie.Seen[i].Party == "belmark" {
			lie.Seen[i].Dispatch = other.Digest()
		}
	}
	if got := s.Contradicted(&lie); len(got) != 1 || got[0].Party != "belmark" {
		t.Errorf("%+v", got)
	}
	lie.Seen = []seal.Seen{{Dispatch: seal.DigestOf(nil), Number: 9, Party: "belmark"}}
	if _, err := s.Take(&lie); err != nil || len(s.Contradicted(&lie)) != 0 {
		t.Error(err)
	}
	if got := s.Missing(); len(got) != 1 || got[0].Number != 9 {
		t.Errorf("%+v", got)
	}
}

func TestTooMuch(t *testing.T) {
	b := newTable(t, "arland", "belmark")
	s := b.open("arland", "## Article 1 — A\n\neight days\n", nil)
	bracket := b.say("belmark", seal.Dispatch{Kind: seal.DispatchBracket, Article: "1", From: "eight", To: "ten"})
	text := "## Article 1 — A\n\nnine days\n"
	s.texts["arland"], s.texts["belmark"] = MaxTexts-10, MaxTexts-len(text)
	b.refused("a text beyond the bound", "arland", seal.Dispatch{Kind: seal.DispatchVersion, Text: text}, fault.TooLarge)
	b.refused("an acceptance, which makes a text too", "arland", seal.Dispatch{Kind: seal.DispatchAccept, Bracket: bracket}, fault.TooLarge)
	b.say("belmark", seal.Dispatch{Kind: seal.DispatchVersion, Text: text})
	b.refused("one byte too many", "belmark", seal.Dispatch{Kind: seal.DispatchVersion, Text: text}, fault.TooLarge)
	b.refused("words beyond it", "belmark", seal.Dispatch{Kind: seal.DispatchComment, Words: "not one word more"}, fault.TooLarge)
	b.say("arland", seal.Dispatch{Kind: seal.DispatchComment, Words: "ten"})
	list := make([]*Said, MaxDispatches)
	for i := range list {
		list[i] = s.said["arland"][0]
	}
	s.said["arland"] = list
	b.refused("a dispatch too many", "arland", seal.Dispatch{Kind: seal.DispatchComment, Words: "x"}, fault.TooLarge)
}

func TestOpenings(t *testing.T) {
	b := newTable(t, three...)
	text := b.keyed(excerpt(t))
	stranger := newTable(t, "cordova", "arland").members
	for what, c := range map[string]struct {
		change func(*seal.Dispatch)
		code   fault.Code
	}{
		"nobody to negotiate with":        {func(d *seal.Dispatch) { d.Parties = d.Parties[:1] }, fault.Malformed},
		"an author who is not among them": {func(d *seal.Dispatch) { d.Parties = d.Parties[1:] }, fault.Malformed},
		"another's certificate":           {func(d *seal.Dispatch) { d.Parties[1].Certificate = d.Parties[0].Certificate }, fault.Malformed},
		"a certificate by another key":    {func(d *seal.Dispatch) { d.Parties[0].Certificate = stranger[0].Certificate }, fault.UnknownKey},
		"a key of another world":          {func(d *seal.Dispatch) { d.Parties[0].Key = strings.TrimPrefix(d.Parties[0].Key, "exercise-") }, fault.WrongWorld},
		"a text without articles":         {func(d *seal.Dispatch) { d.Text = "We agree." }, fault.AgreementOpen},
		"an article twice":                {func(d *seal.Dispatch) { d.Text += "\n## Article 7 — Again\n" }, fault.AgreementOpen},
		"an amendment of nothing here":    {func(d *seal.Dispatch) { d.Amends = seal.DigestOf(nil) }, fault.NotFound},
		"another kind":                    {func(d *seal.Dispatch) { d.Kind = seal.DispatchVersion }, fault.Malformed},
	} {
		d := b.opening("arland", text)
		d.Parties = slices.Clone(d.Parties)
		c.change(&d)
		if _, err := Begin(&d, nil); fault.CodeOf(err) != c.code && (what != "another's certificate" || err == nil) {
			t.Errorf("%s: %v, want %s", what, err, c.code)
		}
	}
}

// The state does not depend on the order in which dispatches of different authors come, as long as what each needs is there.
func TestOrderDoesNotMatter(t *testing.T) {
	b := newTable(t, three...)
	first := b.keyed(excerpt(t))
	s := b.open("arland", first, nil)
	bracket := b.say("belmark", seal.Dispatch{Kind: seal.DispatchBracket, Article: "7", From: eight, To: ten})
	b.say("secretariat", b.agree("secretariat", "1", "8"))
	b.say("arland", b.agree("arland", "1"))
	b.say("belmark", b.agree("belmark", "1", "8"))
	b.say("arland", seal.Dispatch{Kind: seal.DispatchAccept, Bracket: bracket})
	b.say("secretariat", seal.Dispatch{Kind: seal.DispatchVersion, Text: replaced(t, string(s.Current().Text), "within thirty days", "within forty days")})
	b.say("belmark", seal.Dispatch{Kind: seal.DispatchReopen, Articles: []seal.Stand{{Article: "1"}}})
	for _, p := range three {
		b.say(p, b.agree(p, "7", "9", Frame))
	}
	want, obstacles := s.Positions(), s.Obstacles()
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 60 {
		d := b.said[0]
		other, err := Begin(&d, nil)
		if err != nil {
			t.Fatal(err)
		}
		left := slices.Clone(b.said[1:])
		r.Shuffle(len(left), func(i, j int) { left[i], left[j] = left[j], left[i] })
		for len(left) > 0 {
			rest := left[:0:0]
			for _, d := range left {
				if _, err := other.Take(&d); fault.CodeOf(err) == fault.Conflict {
					rest = append(rest, d) // it comes again
				} else if err != nil {
					t.Fatal(err)
				}
			}
			if len(rest) == len(left) {
				t.Fatal("what is left never comes in")
			}
			left = rest
		}
		if got := other.Positions(); !reflect.DeepEqual(got, want) || i%20 == 0 && !slices.Equal(other.Obstacles(), obstacles) || other.Current().Dispatch != s.Current().Dispatch {
			t.Fatalf("in another order:\n%+v\nwant\n%+v", got, want)
		}
	}
}
