package world

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"regexp"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/island"
	"github.com/entente-net/entente/internal/node"
	"github.com/entente-net/entente/internal/scenario"
	"github.com/entente-net/entente/models"
	"github.com/entente-net/entente/seal"
)

// Island is the demonstration's world: ten parties, the four model agreements among those whom each concerns, and the people of
// package island.
type Island struct {
	*Inside
	Tellings []*Telling
	Identity string // the investigator's, which opens what was sealed to that office: see node.Unseal
	SDN      string // a real list that Belmark brings in as its watch list; "": the invented one
	people   map[auth.PersonID]*auth.Person
	fills    map[filled]*auth.Person // the first who holds a role
	zone     *time.Location
	draw     *rand.Rand
}

type filled struct {
	agreement agreement.ID
	party     agreement.PartyID
	role      agreement.RoleID
}

// Seed is the demonstration's. The same seed and the same texts make the same logs, entry for entry.
var Seed = [32]byte{'i', 's', 'l', 'a', 'n', 'd'}

// MakeIsland makes the nodes in a folder, signs the agreements on them and enters the people. addresses gives each party's, or is nil for any.
func MakeIsland(ctx context.Context, dir string, seed [32]byte, addresses func(agreement.PartyID) (peer, desk string)) (*Island, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	zone := time.FixedZone("", 2*3600)
	first, err := time.ParseInLocation(time.DateOnly, island.FirstDay, zone)
	if err != nil {
		return nil, err
	}
	plan := Plan{
		Dir: dir, Seed: &seed, Start: first.AddDate(0, 0, -14).Add(10 * time.Hour).UTC(), Addresses: addresses,
		Node: node.Config{MaxSkew: 1000 * time.Hour, Patience: 24 * time.Hour}, Translations: map[agreement.ID][]node.Translation{},
	}
	for _, id := range island.Agreements {
		text, said, err := Model(id)
		if err != nil {
			return nil, err
		}
		plan.More, plan.Translations[id] = append(plan.More, text), said
	}
	plan.Text, plan.More = plan.More[0], plan.More[1:]
	w, err := NewInside(ctx, plan)
	if err != nil {
		return nil, err
	}
	i := &Island{
		Inside: w, people: map[auth.PersonID]*auth.Person{}, fills: map[filled]*auth.Person{}, zone: zone,
		draw: rand.New(rand.NewChaCha8(seed)),
	}
	err = i.enter(ctx)
	if err == nil {
		err = i.vouchForSealing(ctx, seed)
	}
	if err != nil {
		w.Close()
		return nil, err
	}
	return i, nil
}

// Model gives a model agreement that the project ships, whole, with its translations.
func Model(id agreement.ID) ([]byte, []node.Translation, error) {
	name := string(id) + ".md"
	whole, m, findings, err := agreement.Open(models.Files, name, name)
	if err == nil && m == nil {
		err = fault.New(fault.AgreementOpen, "the model agreement has findings: %s", findings.String())
	}
	if err != nil {
		return nil, nil, err
	}
	list, findings, err := agreement.OpenTranslations(models.Files, name, name, m)
	if err == nil && findings.Failed() {
		err = fault.New(fault.AgreementOpen, "a translation of the model agreement has findings: %s", findings.String())
	}
	var said []node.Translation
	for _, t := range list {
		said = append(said, node.Translation{Language: t.Language, Text: t.Text})
	}
	return whole.Text, said, err
}

// enter puts the people onto the nodes, with their keys.
func (i *Island) enter(ctx context.Context) error {
	for _, p := range island.People() {
		id := auth.PersonID(p.ID)
		n := i.Node(p.Party)
		if err := n.EnrolPerson(ctx, auth.Person{ID: id, Name: p.Name, Roles: p.Roles, Delegate: p.Delegate, Admin: p.Admin}); err != nil {
			return err
		}
		who, err := n.Auth().Person(ctx, id)
		if err != nil {
			return err
		}
		i.people[id] = who
		for _, a := range island.Agreements {
			if len(p.Roles[a]) == 0 {
				continue
			}
			v, err := n.Agreement(ctx, a)
			if err != nil {
				return err
			}
			for _, r := range p.Roles[a] {
				if at := (filled{a, p.Party, r}); i.fills[at] == nil {
					i.fills[at] = who
				}
				if role := v.Model.Role(r); role.Enrolled != "" {
					if err := n.EnrolRoleKey(ctx, a, id, r, nil); err != nil {
						return err
					}
				}
			}
		}
	}
	return i.Rest(ctx)
}

// Cast says who of the island plays a part: whom the story names, or the first who holds the role.
func (i *Island) Cast(_ context.Context, p Part) (*auth.Person, error) {
	who := i.fills[filled{p.Agreement, p.Party, p.Role}]
	if named := i.people[auth.PersonID(p.Alias)]; named != nil {
		who = named
	} else if p.Alias != "" && p.Alias != p.who() {
		return nil, fault.New(fault.NotFound, "nobody on the island is %s", p.Alias)
	}
	switch {
	case who == nil:
		return nil, fault.New(fault.NotFound, "nobody of %s is %s under %s", p.Party, p.Role, p.Agreement)
	case who.Party != p.Party || !who.Holds(p.Agreement, p.Role):
		return nil, fault.New(fault.WrongRole, "%s is not %s of %s under %s", who.ID, p.Role, p.Party, p.Agreement)
	}
	return who, nil
}

// Person is one of the people, nil where there is none of that name.
func (i *Island) Person(id auth.PersonID) *auth.Person { return i.people[id] }

// Play lets the eighteen months happen, up to Today. progress, where it is not nil, hears which day it is.
func (i *Island) Play(ctx context.Context, progress func(day time.Time)) error {
	today, err := i.day(island.Today, 9)
	if err != nil {
		return err
	}
	strands, err := i.stories(ctx)
	if err != nil {
		return err
	}
	for _, s := range []func() (Strand, error){i.registers, i.questions, i.negotiation} {
		strand, err := s()
		if err != nil {
			return err
		}
		strands = append(strands, strand)
	}
	if err := i.Perform(ctx, strands, progress); err != nil {
		return err
	}
	for _, t := range i.Tellings {
		if wrong := t.Wrong(); len(wrong) > 0 {
			return fault.New(fault.Internal, "the story %s does not come out: %s", t.Name, wrong[0])
		}
	}
	if i.Now().Before(today) {
		if err := i.SetClock(ctx, today); err != nil {
			return err
		}
	}
	return i.Vouch(ctx)
}

// Leave lets the clocks run on from where they stand, also where the nodes are opened anew, and closes the nodes.
func (i *Island) Leave(ctx context.Context) error {
	now := i.Now()
	for _, m := range i.up() {
		if err := m.Node.SetClock(ctx, now, false); err != nil {
			return err
		}
	}
	i.Close()
	return nil
}

func (i *Island) day(date string, hour int) (time.Time, error) {
	d, err := time.ParseInLocation(time.DateOnly, date, i.zone)
	return d.Add(time.Duration(hour) * time.Hour).UTC(), err
}

// stories are the cases.
func (i *Island) stories(ctx context.Context) ([]Strand, error) {
	all := island.Stories()
	names, err := fs.Glob(all, "*.story")
	if err != nil {
		return nil, err
	}
	var strands []Strand
	for _, name := range names {
		b, err := fs.ReadFile(all, name)
		if err != nil {
			return nil, err
		}
		s, err := scenario.Read(bytes.NewReader(b))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		scene, err := i.NewScene(ctx, agreement.ID(strings.TrimSuffix(path.Base(s.Agreement), ".md")), s, i.Cast)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		t := NewTelling(strings.TrimSuffix(name, ".story"), s, scene)
		i.Tellings = append(i.Tellings, t)
		strands = append(strands, t)
	}
	return strands, nil
}

// registers are brought in when the agreements begin and twice a year from then on, for the last time shortly before today.
func (i *Island) registers() (Strand, error) {
	var beats Beats
	for _, date := range []string{island.FirstDay, "2026-08-28", "2027-02-26", "2027-08-27"} {
		at, err := i.day(date, 7)
		if err != nil {
			return nil, err
		}
		for _, r := range island.Registers(at) {
			beats = append(beats, Beat{at, func(ctx context.Context) error {
				if i.SDN != "" && r.Holder == "belmark" && r.ID == "watch_list" {
					_, err := i.Node(r.Holder).Import(ctx, r.Agreement, r.ID, node.ImportSDN, i.SDN, nil)
					return err
				}
				_, err := i.Node(r.Holder).Import(ctx, r.Agreement, r.ID, node.ImportCSV, string(r.ID), bytes.NewReader(r.CSV))
				return err
			}})
		}
	}
	return i.Strand(beats), nil
}

// questions are put to the registers every week, by those at the counters.
func (i *Island) questions() (Strand, error) {
	var beats Beats
	for week := range 78 {
		at, err := i.day(island.FirstDay, 9)
		if err != nil {
			return nil, err
		}
		at = at.AddDate(0, 0, 7*week+1+i.draw.IntN(5)).Add(time.Duration(i.draw.IntN(7*60)) * time.Minute)
		who, number, state := "mira.tol", fmt.Sprintf("B%08d", i.draw.IntN(1e8)), "XB"
		if week%2 == 1 {
			who, number, state = "lev.brandt", fmt.Sprintf("A%08d", i.draw.IntN(1e8)), "XA"
		}
		beats = append(beats, Beat{at, func(ctx context.Context) error {
			p := i.people[auth.PersonID(who)]
			if p == nil {
				return fault.New(fault.NotFound, "nobody on the island is %s", who)
			}
			_, err := i.Node(p.Party).Ask(ctx, p, node.AskRequest{
				Agreement: "border", Register: "stolen_documents", Query: "document", Purpose: "border-control",
				Match: map[agreement.FieldID]string{"number": number, "issuing_state": state},
			})
			if code := fault.CodeOf(err); code == fault.Suspended || code == fault.NotInForce {
				return nil // nobody asks while the article rests
			}
			return err
		}})
	}
	return i.Strand(beats), nil
}

// Amendment is what Belmark proposes in the last weeks: nine months' notice instead of six for whoever leaves the agreement between
// neighbours. Examples are left out of a draft: parties draw them anew from what they agree to.
func (i *Island) amendment() (string, error) {
	text := string(withoutExamples(i.Texts["neighbours"]))
	for _, x := range [][2]string{
		{"upon six months' notice to the depositary", "upon nine months' notice to the depositary"},
		{"  version           = \"1.0\"\n", "  version           = \"1.1\"\n"},
		{"  notice            = \"P6M\"\n", "  notice            = \"P9M\"\n"},
		{"  renewal {\n", "  amends {\n    version = \"1.0\"\n    cases   = \"stay\"\n  }\n\n  renewal {\n"},
	} {
		if !strings.Contains(text, x[0]) {
			return "", fault.New(fault.Internal, "the agreement between neighbours does not say %q", x[0])
		}
		text = strings.Replace(text, x[0], x[1], 1)
	}
	return text, nil
}

// exampleFence is a fence of examples.
var exampleFence = regexp.MustCompile("(?ms)^```hcl\nexpect .*?^```\n")

func withoutExamples(text []byte) []byte { return exampleFence.ReplaceAll(text, nil) }

// negotiation is under way today: Belmark has proposed, Arland and Saltmere agree, and Caldera's word is missing.
func (i *Island) negotiation() (Strand, error) {
	var id string
	text, err := i.amendment()
	if err != nil {
		return nil, err
	}
	says := func(who auth.PersonID, m node.DraftMove) func(context.Context) error {
		return func(ctx context.Context) error {
			p := i.people[who]
			_, err := i.Node(p.Party).Say(ctx, p, id, m)
			return err
		}
	}
	var beats Beats
	for _, b := range []struct {
		day  string
		hour int
		does func(context.Context) error
	}{
		{"2027-08-16", 10, func(ctx context.Context) error {
			p := i.people["viktor.ahn"]
			digest, err := i.Node(p.Party).OpenNegotiation(ctx, p, node.OpenRequest{
				Text: []byte(text), Amends: "neighbours", Words: "Half a year is too short to find another observer for the Bel: nine months' notice for whoever leaves.",
			})
			id = string(digest)
			return err
		}},
		{"2027-08-19", 11, says("sten.rike", node.DraftMove{Kind: seal.DispatchAgree})},
		{"2027-08-23", 15, says("wim.harrow", node.DraftMove{Kind: seal.DispatchComment, Article: "1", Words: "Saltmere can live with nine months, and would with twelve."})},
		{"2027-08-24", 10, says("wim.harrow", node.DraftMove{Kind: seal.DispatchAgree})},
		{"2027-08-25", 10, says("viktor.ahn", node.DraftMove{Kind: seal.DispatchAgree})},
	} {
		at, err := i.day(b.day, b.hour)
		if err != nil {
			return nil, err
		}
		beats = append(beats, Beat{at, b.does})
	}
	return i.Strand(beats), nil
}
