package world

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/audit"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/seal"
)

// placed is the model agreement with places and an hour that the other side sees less finely: of a request the place to ten
// kilometres until it is authorised, and the full hour; of an urgent measure where something was obtained, to a kilometre.
func placed(t *testing.T, text []byte) []byte {
	t.Helper()
	out := string(text)
	for _, x := range [][2]string{
		{"    label = \"What the person was told\"\n  }\n}\n\nprocedure \"assistance\" {", `    label = "What the person was told"
  }

  field "place" {
    type  = "point"
    class = "sensitive"
    label = "Place"
  }

  field "hour" {
    type  = "time"
    class = "sensitive"
    label = "Hour"
  }

  field "scene" {
    type  = "point"
    class = "sensitive"
    label = "Where it was obtained"
  }
}

procedure "assistance" {`},
		{
			"gives    = [\"offence\", \"facts\", \"measure\", \"person\", \"urgency\"]\n    requires = [assessment.proportionality]\n  }\n\n  step \"ask\"",
			"gives    = [\"offence\", \"facts\", \"measure\", \"person\", \"urgency\", \"place\", \"hour\"]\n    optional = [\"place\", \"hour\"]\n    requires = [assessment.proportionality]\n  }\n\n  step \"ask\"",
		},
		{
			"when     = \"case.urgency == 'danger to life'\"\n    gives    = [\"evidence\", \"attachment\"]\n    optional = [\"attachment\"]",
			"when     = \"case.urgency == 'danger to life'\"\n    gives    = [\"evidence\", \"attachment\", \"scene\"]\n    optional = [\"attachment\", \"scene\"]",
		},
		{"erases  = [\"evidence\", \"attachment\"]", "erases  = [\"evidence\", \"attachment\", \"scene\"]"},
		{"  share \"the person, once it must be known\" {", `  share "the place, roughly" {
    fields    = ["place"]
    with      = [requested.judge, requested.prosecutor]
    precision = "10 km"
    purpose   = purpose.criminal-justice
    handling  = "for the decision; no onward transfer"
  }

  share "the hour, roughly" {
    fields    = ["hour"]
    with      = [requested.judge]
    precision = "PT1H"
    purpose   = purpose.criminal-justice
    handling  = "for the decision; no onward transfer"
  }

  share "the place" {
    fields   = ["place"]
    with     = [requested.prosecutor]
    from     = ["authorised", "measure-in-force"]
    purpose  = purpose.criminal-justice
    handling = "for the measure; no onward transfer"
  }

  share "the scene, roughly" {
    fields    = ["scene"]
    with      = [requesting.prosecutor]
    precision = "1 km"
    purpose   = purpose.criminal-justice
    handling  = "for this case; no onward transfer"
  }

  share "the person, once it must be known" {`},
	} {
		if strings.Count(out, x[0]) != 1 {
			t.Fatalf("the model's text has changed: mend the test: %s", x[0])
		}
		out = strings.Replace(out, x[0], x[1], 1)
	}
	return []byte(out)
}

// somewhere is a request for assistance that says where and when.
func somewhere(urgency string) fields {
	v := request(urgency)
	v["place"], v["hour"] = []any{12.5, 48.1}, "2026-04-13T14:37:12Z"
	return v
}

// shows waits until a node shows somebody a value.
func (p *play) shows(party agreement.PartyID, who node.Who, id casework.CaseID, f agreement.FieldID, want string) {
	p.t.Helper()
	var got any
	err := p.Await(context.Background(), func() (ok bool, err error) {
		got, err = p.Node(party).Field(context.Background(), who, id, f)
		return err == nil && fmt.Sprint(got) == want, nil
	})
	if err != nil {
		p.t.Fatalf("%s: the field %s is %v, not %s", party, f, got, want)
	}
}

func TestCoarseValuesReachTheOtherNode(t *testing.T) {
	for name, text := range map[string]func(t *testing.T) []byte{
		"which is home": func(t *testing.T) []byte { return model(t) },
		"from home":     func(t *testing.T) []byte { return moved(t, model(t)) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ctx := context.Background()
			p := &play{Inside: newWorld(t, placed(t, text(t)), node.Config{}), t: t}
			p.people()
			id := p.open("arland", p.pia, "assistance", "request", somewhere("danger to life"))
			p.shows("belmark", p.vantor, id, "place", "[12.52694 48.11364]")
			p.shows("belmark", p.oren, id, "place", "[12.52694 48.11364]")
			p.shows("belmark", p.vantor, id, "hour", "2026-04-13T14:00:00Z")
			p.shows("arland", p.pia, id, "place", "[12.5 48.1]")
			refused(t, "the prosecutor asks when", second(p.Node("belmark").Field(ctx, p.oren, id, "hour")), fault.NotShared, "7")
			for f, n := range map[agreement.FieldID]int{"place": 0, "place~10 km": 1, "hour": 0, "hour~PT1H": 1} {
				p.disclosed("belmark", id, f, n)
			}

			p.do("belmark", p.oren, id, "act-at-once", fields{"evidence": "the telephone", "scene": []any{12.6, 48.2}, "reasons": "there is no time"})
			p.shows("arland", p.pia, id, "scene", "[12.60289 48.20357]")
			p.shows("belmark", p.oren, id, "place", "[12.5 48.1]")
			p.shows("belmark", p.vantor, id, "place", "[12.52694 48.11364]")
			for f, n := range map[agreement.FieldID]int{"scene": 0, "scene~1 km": 1} {
				p.disclosed("arland", id, f, n)
			}
			if v, err := p.Node("belmark").Case(ctx, p.oren, id); err != nil || v.Dispute != "" {
				t.Fatalf("%v: %+v", err, v)
			}
			p.again("belmark") // what is kept is read as what came
			p.shows("belmark", p.vantor, id, "hour", "2026-04-13T14:00:00Z")
			p.quiet()
			clean(t, p.bundles(all...))

			// Nobody upholds the measure: what was obtained, and where, is destroyed, however fine.
			p.pass(49 * time.Hour)
			p.pass(25 * time.Hour)
			for _, party := range []agreement.PartyID{"arland", "belmark"} {
				p.state(party, id, "not-upheld")
				p.disclosed(party, id, "scene", 0)
				p.disclosed(party, id, "scene~1 km", 0)
			}
			p.disclosed("belmark", id, "place~10 km", 1)
			refused(t, "what was destroyed is looked at", second(p.Node("arland").Field(ctx, p.pia, id, "scene")), fault.Erased, "7")
			clean(t, p.bundles(all...))
		})
	}
}

// An author who commits to other coarse values than those that follow, or who sends finer ones.
func TestAnAuthorWhoLiesAboutCoarseValues(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	p := &play{Inside: newWorld(t, placed(t, model(t)), node.Config{}), t: t}
	p.people()
	v, err := p.Node("arland").Agreement(ctx, p.Agreement)
	if err != nil {
		t.Fatal(err)
	}
	e := p.enemy("arland")
	cases := 0
	open := func(change func(values fields)) (*seal.SignedAct, map[string]string) {
		cases++
		a := e.act("", "request", "requesting", "prosecutor")
		a.Case, a.Basis = fmt.Sprintf("%032x", cases), ""
		a.Sides = []seal.Binding{{Party: "belmark", Side: "requested"}, {Party: "arland", Side: "requesting"}}
		values := casework.WithCoarser(v.Model, v.Model.Procedure("assistance"), somewhere("ordinary"))
		change(values)
		texts := map[string]string{}
		for i, text := range e.gives(&a, values) {
			texts[a.Gives[i].Field] = text
		}
		return e.sign(a), texts
	}
	send := func(s *seal.SignedAct, texts map[string]string, names ...string) *seal.Ack {
		var open []string
		for _, name := range append(names, "offence", "facts", "measure", "urgency", "assessment_proportionality") {
			open = append(open, texts[name])
		}
		return e.post("belmark", &seal.Post{Act: s, Sealed: e.bundle(s, "belmark", open...), Type: seal.TypePost})
	}
	for _, x := range []struct {
		what   string
		change func(values fields)
		names  []string
		code   fault.Code
	}{
		{"no coarser value", func(v fields) { delete(v, "place~10 km") }, nil, fault.FieldMissing},
		{"one finer than any share", func(v fields) { v["place~1 km"] = []any{12.5, 48.1} }, nil, fault.FieldUnknown},
		{"one of a field that is not given", func(v fields) { delete(v, "hour") }, nil, fault.FieldUnknown},
		{"another place", func(v fields) { v["place~10 km"] = []any{13.0, 48.11364} }, []string{"place", "place~10 km"}, fault.Commitment},
	} {
		s, texts := open(x.change)
		acked(t, x.what, send(s, texts, x.names...), "", "")
		p.verdict(t, x.what, "belmark", s, x.code, "7")
	}

	// What is finer than may be seen is not kept, whichever way it comes.
	s, texts := open(func(fields) {})
	acked(t, "with all values", send(s, texts, "place", "place~10 km", "hour", "hour~PT1H"), "", "")
	p.quiet()
	for f, n := range map[agreement.FieldID]int{"place": 0, "place~10 km": 1, "hour": 0, "hour~PT1H": 1} {
		p.disclosed("belmark", caseOf(s), f, n)
	}
	p.shows("belmark", p.vantor, caseOf(s), "place", "[12.52694 48.11364]")
	later := func(s *seal.SignedAct, text string) *seal.Ack {
		return e.post("belmark", &seal.Post{Sealed: e.bundle(s, "belmark", text), Type: seal.TypePost})
	}
	acked(t, "the very hour", later(s, texts["hour"]), fault.NotShared, "7")
	acked(t, "the very place before its time", later(s, texts["place"]), fault.Conflict, "")
	acked(t, "the coarse hour once more", later(s, texts["hour~PT1H"]), "", "")
	p.disclosed("belmark", caseOf(s), "hour", 0)

	// A lie that nobody can see yet comes out with the exact value.
	s, texts = open(func(v fields) { v["place~10 km"] = []any{13.0, 48.11364} })
	id := caseOf(s)
	acked(t, "a false place alone", send(s, texts, "place~10 km", "hour~PT1H"), "", "")
	p.shows("belmark", p.vantor, id, "place", "[13 48.11364]")
	p.do("belmark", p.vantor, id, "authorise", because("necessary"))
	acked(t, "the true place in its time", later(s, texts["place"]), "", "")
	seen, err := p.Node("belmark").Case(ctx, p.oren, id)
	if err != nil || !strings.Contains(seen.Dispute, "place no finer than 10 km") {
		t.Fatalf("%+v: %v", seen, err)
	}
	p.do("belmark", p.oren, id, "execute", fields{"evidence": "the telephone was at Quell"}) // what lies is the author, not the history
	p.state("belmark", id, "executed")
	p.quiet()
	lines := linesOf(t, p.bundle("belmark"))
	for _, name := range []string{"place~10 km", "place"} { // the auditor may see them
		more := line{}
		more.set("kind", "disclosure")
		more.set("number", 1)
		more.set("value", texts[name])
		lines = after(lines, inCase(lines, id, "entry")[0], more)
	}
	if f := blamed(t, replay(t, bundleOf(lines)), fault.Commitment, "arland", id, 1); f.Article != "7" {
		t.Errorf("%s", f)
	}
}

// A home that takes its own act without a coarser value finds nobody to follow it.
func TestAHomeThatLeavesCoarseValuesOut(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	p := &play{Inside: newWorld(t, placed(t, moved(t, model(t))), node.Config{}), t: t}
	p.people()
	id := p.open("arland", p.pia, "assistance", "request", somewhere("danger to life"))
	p.quiet()
	e := p.enemy("belmark")
	row := p.last("arland", id)
	a := e.act(id, "act-at-once", "requested", "prosecutor")
	texts := e.gives(&a, fields{"evidence": "the telephone", "scene": []any{12.6, 48.2}, "reasons": "there is no time"})
	s := e.sign(a)
	home := p.enemy("arland")
	acked(t, "an act without its coarser value", e.post("arland", &seal.Post{Act: s, Sealed: e.bundle(s, "arland", texts...), Type: seal.TypePost}), "", "")
	p.verdict(t, "an act without its coarser value", "arland", s, fault.FieldMissing, "7")
	r := home.receipt(s, uint64(row.Number)+1, row.LastReceipt, p.Now().Add(time.Second))
	acked(t, "its receipt", home.post("belmark", &seal.Post{Act: s, Receipt: r, Type: seal.TypePost}), "", "")
	v, err := p.Node("belmark").Case(ctx, p.oren, id)
	if err != nil || v.State != "requested" || !strings.Contains(v.Dispute, "scene") {
		t.Errorf("state %q, dispute %q: %v", v.State, v.Dispute, err)
	}
	found := replay(t, p.bundle("belmark")).Findings
	if !slices.ContainsFunc(found, func(f audit.Finding) bool {
		return f.Code == fault.FieldMissing && f.Party == "belmark" && f.Case == id
	}) {
		t.Errorf("the audit finds %v", found)
	}
}
