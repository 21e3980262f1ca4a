package world

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/internal/auth"
	"github.com/entente-net/entente/internal/node"
)

// Character is somebody of the demonstration, invented.
type Character struct {
	Party agreement.PartyID
	ID    auth.PersonID
	Name  string
	Role  agreement.RoleID
	Does  string // what one can try as this person
}

// Cast are the people of the story on models/northgate.md.
var Cast = []Character{
	{"arland", "mira.tol", "Mira Tol", "officer", "Check a document at the crossing, open what a hit leads to, ask Belmark."},
	{"arland", "jon.aske", "Jon Aske", "officer", "Be the second pair of eyes on a hit."},
	{"arland", "ada.venn", "Ada Venn", "supervisor", "Confirm or clear a hit; ask for a correction."},
	{"arland", "pia.lund", "Pia Lund", "prosecutor", "Ask Belmark for evidence; answer its judge's question."},
	{"arland", "ilse.marek", "Ilse Marek", "judge", "Decide what Belmark has asked for."},
	{"arland", "tom.raas", "Tom Raas", "registrar", "Keep Arland's registers; answer a request for correction."},
	{"arland", "eva.holm", "Eva Holm", "contact-point", "File complaints that people bring; give the file."},
	{"belmark", "lev.brandt", "Lev Brandt", "officer", "Check a document against Arland's registers."},
	{"belmark", "nora.kess", "Nora Kess", "officer", "Be the second pair of eyes on a hit."},
	{"belmark", "udo.stern", "Udo Stern", "supervisor", "Confirm or clear a hit."},
	{"belmark", "oren.dask", "Oren Dask", "prosecutor", "Carry out what the judge has authorised; act at once where a life is in danger."},
	{"belmark", "anna.vantor", "Anna Vantor", "judge", "Decide on a request; uphold an urgent measure, or let it be destroyed."},
	{"belmark", "pavel.ridd", "Pavel Ridd", "judge", "Be the second judge, where a refusal is contested."},
	{"belmark", "runa.feld", "Runa Feld", "registrar", "Keep Belmark's registers; correct or retain an entry."},
	{"belmark", "karl.oste", "Karl Oste", "contact-point", "Answer the ombudsperson."},
	{"secretariat", "sam.okoro", "Sam Okoro", "auditor", "Collect the evidence, replay it, read the findings."},
	{"secretariat", "ines.bara", "Ines Bara", "ombudsperson", "Decide on a complaint."},
	{"secretariat", "lou.meyer", "Lou Meyer", "clerk", "Follow what stayed unanswered."},
}

// StolenDocument is the document that the tour begins with: Belmark has reported it stolen.
const StolenDocument = "N48201763"

// story plays some weeks of a world.
type story struct {
	*Inside
	people map[auth.PersonID]*auth.Person
	rand   *rand.Rand
	tell   io.Writer
	events []event
	day    time.Time // of the chains that are being written down
}

// event is one thing that happens at an instant: a step of a case, or anything else.
type event struct {
	at   time.Time
	does func(ctx context.Context) error
}

// Play lets three weeks of cases happen in a world on models/northgate.md, up to now, and leaves something waiting for
// every role. sdn is the folder of a real list to hold as Belmark's watch list, or "".
func Play(ctx context.Context, w *Inside, sdn string, tell io.Writer) error {
	s := &story{Inside: w, people: map[auth.PersonID]*auth.Person{}, rand: rand.New(rand.NewPCG(20, 26)), tell: tell}
	for _, c := range Cast {
		p, err := w.Enrol(ctx, c.Party, c.ID, c.Name, c.Role)
		if err != nil {
			return err
		}
		s.people[c.ID] = p
	}
	if err := s.registers(ctx, sdn); err != nil {
		return err
	}
	if err := w.Rest(ctx); err != nil {
		return err
	}
	begin, end := w.Now(), time.Now().UTC()
	for d := 0; d < 20; d++ {
		s.day = begin.AddDate(0, 0, d).Truncate(24 * time.Hour).Add(time.Duration((8 + s.rand.Float64()) * float64(time.Hour)))
		s.workday(d)
	}
	s.today(end)
	// Clocks only go forward: cases that overlap are played in the order of their instants.
	slices.SortStableFunc(s.events, func(a, b event) int { return a.at.Compare(b.at) })
	for i, e := range s.events {
		if err := s.at(ctx, e.at); err != nil {
			return err
		}
		if err := e.does(ctx); err != nil {
			return fmt.Errorf("%s of the story: %w", e.at.Format(time.DateTime), err)
		}
		_, _ = fmt.Fprintf(tell, "\r  %d of %d events played", i+1, len(s.events))
	}
	if err := s.at(ctx, end); err != nil {
		return err
	}
	_, _ = fmt.Fprint(tell, "\r                        \r")
	return w.Rest(ctx)
}

func (s *story) at(ctx context.Context, t time.Time) error {
	if err := s.Rest(ctx); err != nil {
		return err
	}
	if err := s.SetClock(ctx, t); err != nil {
		return err
	}
	return s.Rest(ctx)
}

// do takes a step as one of the cast and waits until every side has it.
func (s *story) do(ctx context.Context, who auth.PersonID, req node.StepRequest) (*node.StepResult, error) {
	p := s.people[who]
	req.Agreement = s.Agreement
	res, err := s.Node(p.Party).Step(ctx, p, req)
	if err != nil {
		return nil, fmt.Errorf("%s, %s: %w", who, req.Step, err)
	}
	return res, s.Rest(ctx)
}

// chain writes down steps of one case, beginning at s.day.
func (s *story) chain(steps ...move) {
	at := s.day
	id := new(casework.CaseID)
	for _, m := range steps {
		at = at.Add(m.wait)
		if m.who == "" {
			s.events = append(s.events, event{at, func(context.Context) error { return nil }})
			continue
		}
		s.events = append(s.events, event{at, func(ctx context.Context) error {
			req := m.req
			if *id != "" {
				req.Case, req.Procedure = *id, ""
			}
			res, err := s.do(ctx, m.who, req)
			if err == nil {
				*id = res.Case
			}
			return err
		}})
	}
}

// move is one step of a chain, some time after the one before.
type move struct {
	who  auth.PersonID
	req  node.StepRequest
	wait time.Duration
}

type vals = map[agreement.FieldID]any

func does(who auth.PersonID, step agreement.StepID, v vals) move {
	return move{who: who, req: node.StepRequest{Step: step, Values: v}}
}

func (m move) after(d time.Duration) move { m.wait = d; return m }

func (m move) on(ground string) move { m.req.Ground = ground; return m }

func opens(who auth.PersonID, p agreement.ProcedureID, step agreement.StepID, v vals) move {
	return move{who: who, req: node.StepRequest{Procedure: p, Step: step, Values: v}}
}

func asks(offence, facts, measure, person, urgency string) vals {
	return vals{
		"offence": map[string]any{"description": offence, "provision": "Penal Code of Arland, section 201", "punishable_in_both": true},
		"facts":   facts, "measure": measure, "person": person, "urgency": urgency,
		"assessment_proportionality": map[string]any{"milder": "no", "weight": "yes"},
	}
}

// registers loads what the parties hold.
func (s *story) registers(ctx context.Context, sdn string) error {
	for _, p := range []agreement.PartyID{"arland", "belmark"} {
		state := map[agreement.PartyID]string{"arland": "XA", "belmark": "XB"}[p]
		var b strings.Builder
		b.WriteString("number,issuing_state,kind,reported,circumstances\n")
		if p == "belmark" {
			b.WriteString(StolenDocument + ",XB,passport,2026-05-11,taken from a parked lorry at Quell\n")
		}
		kinds := []string{"passport", "identity card", "travel document"}
		for i := range 400 {
			fmt.Fprintf(&b, "%s%08d,%s,%s,2026-0%d-1%d,reported by its holder\n", string(state[1]), 10_000_000+s.rand.IntN(80_000_000), state, kinds[i%3], 1+i%9, i%9)
		}
		if _, err := s.Node(p).Import(ctx, s.Agreement, "stolen_documents", node.ImportCSV, "stolen documents", strings.NewReader(b.String())); err != nil {
			return err
		}
		if p == "belmark" && sdn != "" {
			imp, err := s.Node(p).Import(ctx, s.Agreement, "watch_list", node.ImportSDN, sdn, nil)
			if err != nil {
				return err
			}
			_, _ = fmt.Fprintf(s.tell, "  %d entries of %s are Belmark's watch list\n", imp.Entries, sdn)
			continue
		}
		list := "entry,name,kind,document,issuing_state,programme,reason,contact\n" +
			fmt.Sprintf("W-204,\"DESAR, Iliyan Maarouf\",individual,%s31177240,%s,witness summons,to be heard as a witness; no arrest,duty desk of the district police\n", string(state[1]), state) +
			fmt.Sprintf("W-311,\"KORVIN, Tessa\",individual,%s55100213,%s,customs penalty,unpaid penalty,customs recovery desk\n", string(state[1]), state)
		if _, err := s.Node(p).Import(ctx, s.Agreement, "watch_list", node.ImportCSV, "watch list", strings.NewReader(list)); err != nil {
			return err
		}
	}
	return nil
}

// check asks the other party's register for a document.
func (s *story) check(ctx context.Context, who auth.PersonID, number, state string) error {
	p := s.people[who]
	_, err := s.Node(p.Party).Ask(ctx, p, node.AskRequest{
		Agreement: s.Agreement, Register: "stolen_documents", Query: "document", Purpose: "border-control",
		Match: map[agreement.FieldID]string{"number": number, "issuing_state": state},
	})
	return err
}

// workday is one day at the crossing and in the courts.
func (s *story) workday(d int) {
	for range 6 + s.rand.IntN(6) {
		number, at := fmt.Sprintf("%08d", s.rand.IntN(1e8)), s.day.Add(time.Duration(s.rand.IntN(9*3600))*time.Second)
		s.events = append(s.events,
			event{at, func(ctx context.Context) error { return s.check(ctx, "mira.tol", "B"+number, "XB") }},
			event{at.Add(time.Minute), func(ctx context.Context) error { return s.check(ctx, "lev.brandt", "A"+number, "XA") }})
	}
	hit := vals{"register": "stolen documents", "number": fmt.Sprintf("B%08d", s.rand.IntN(1e8)), "issuing_state": "XB", "answer": "passport, reported stolen in May"}
	open := opens("mira.tol", "hit", "open", hit)
	same, another := vals{"comparison": "the same", "reasons": "number and photograph agree"}, vals{"comparison": "another", "reasons": "another person of the same name"}
	switch d % 4 {
	case 0:
		s.chain(open, does("mira.tol", "compare", same).after(3*time.Minute), does("jon.aske", "confirm", vals{"reasons": "seen again, the same"}).after(2*time.Minute),
			does("mira.tol", "inform", vals{"told": "The document is kept; a receipt and the address of the ombudsperson were handed over."}).after(time.Hour))
	case 1:
		s.chain(open, does("mira.tol", "compare", another).after(2*time.Minute), does("ada.venn", "clear", vals{"reasons": "another person"}).after(time.Minute))
	case 2:
		s.chain(open, move{wait: 20 * time.Minute}) // nobody decided: the traveller went on
	case 3:
		s.chain(opens("lev.brandt", "hit", "open", vals{"register": "watch list", "number": "A55100213", "issuing_state": "XA", "answer": "unpaid penalty"}),
			does("lev.brandt", "compare", same).after(time.Minute), does("nora.kess", "confirm", vals{"reasons": "the same person"}).after(time.Minute),
			does("udo.stern", "ask-correction", vals{"error": "The penalty was paid in April, receipt shown."}).after(10*time.Minute),
			does("tom.raas", "correct", vals{"correction": "Entry struck; the payment had been booked to another file.", "reasons": "the receipt is right"}).after(30*time.Hour),
			does("lev.brandt", "inform", vals{"told": "The entry was wrong and has been corrected."}).after(time.Hour))
	}
	necessary := vals{"reasons": "Necessary, and in proportion to the offence; no milder measure would do."}
	switch d {
	case 1, 6, 11:
		s.chain(opens("pia.lund", "assistance", "request", asks("smuggling of persons", "Two lorries were seen on the old road on three nights.", "Location of one telephone, 3 to 9 of the month", "Ilyan Dessar", "ordinary")),
			does("anna.vantor", "authorise", necessary).after(26*time.Hour),
			does("oren.dask", "execute", vals{"evidence": "The telephone was at the mill at Quell on two of the three nights."}).after(30*time.Hour),
			does("oren.dask", "tell", vals{"told": "Told by letter, with the address of the ombudsperson."}).after(20*time.Hour))
	case 2:
		s.chain(opens("pia.lund", "assistance", "request", asks("insult of an official", "An article in a newspaper.", "Search of an editorial office", "the editor", "ordinary")),
			does("anna.vantor", "refuse", vals{"reasons": "An opinion in print is no ground for a search."}).on("fundamental rights").after(20*time.Hour),
			does("pia.lund", "contest", vals{"contention": "The article names a source inside the customs office."}).after(40*time.Hour),
			does("pavel.ridd", "affirm-refusal", vals{"reasons": "The first judge was right."}).on("fundamental rights").after(50*time.Hour))
	case 4:
		s.chain(opens("pia.lund", "assistance", "request", asks("abduction", "A child was taken at the market of Tavel.", "Search of one house at once", "unknown", "danger to life")),
			does("oren.dask", "act-at-once", vals{"evidence": "The child was found unharmed in the cellar of the mill.", "reasons": "A life was in danger; the judge could not be reached for hours."}).after(20*time.Minute),
			does("anna.vantor", "uphold", vals{"reasons": "The danger was real and immediate."}).after(30*time.Hour),
			does("oren.dask", "execute", vals{"evidence": "Report of the search, with photographs."}).after(24*time.Hour))
	case 8:
		// The judge does not uphold it: sealed from use after 48 hours, destroyed on both nodes a day later.
		s.chain(opens("pia.lund", "assistance", "request", asks("theft of a lorry", "A lorry is missing since Tuesday.", "Copy of all letters of one household at once", "the driver's family", "danger to life")),
			does("oren.dask", "act-at-once", vals{"evidence": "Copies of forty letters.", "reasons": "The prosecutor of Arland feared for the driver."}).after(time.Hour),
			move{wait: 50 * time.Hour}, move{wait: 24 * time.Hour})
	case 5:
		s.chain(opens("eva.holm", "complaint", "file", vals{"complainant": "Tessa Korvin", "grievance": "Stopped three times at the crossing although the penalty was paid.", "asks": "correction"}),
			does("ines.bara", "ask-file", nil).after(20*time.Hour),
			does("eva.holm", "give-file", vals{"file": "Three reviews, the receipt of payment, the entry as it stood."}).after(30*time.Hour),
			does("ines.bara", "uphold", vals{"order": "Strike the entry; tell the other Party; check all entries of that year.", "reasons": "The entry was wrong and nobody had looked again."}).after(40*time.Hour),
			does("eva.holm", "remedy", vals{"done": "Struck; 212 entries were checked, 4 corrected."}).after(48*time.Hour),
			does("eva.holm", "tell", vals{"told": "The ombudsperson's decision and what was done."}).after(time.Hour))
	case 12:
		s.chain(opens("pia.lund", "assistance", "request", asks("forgery of permits", "Forty permits bear one stamp.", "Account movements of one firm, one month", "the firm's owner", "ordinary")),
			does("anna.vantor", "ask", vals{"question": "Why a month, when the permits are of one week?"}).after(20*time.Hour),
			does("pia.lund", "clarify", vals{"clarification": "One week is enough: 3 to 9 of the month."}).after(20*time.Hour),
			does("anna.vantor", "authorise", necessary).after(20*time.Hour))
	}
}

// today leaves something waiting for every role, at the real time.
func (s *story) today(now time.Time) {
	s.day = now.Add(-75 * time.Hour)
	s.chain(opens("pia.lund", "assistance", "request", asks("smuggling of persons", "Two lorries, every Tuesday, without lights.", "Where one telephone was, for seven days in November", "Ilyan Dessar", "ordinary")))
	s.chain(opens("karl.oste", "complaint", "file", vals{"complainant": "the mother of a young man who was stopped", "grievance": "Her son was held for four hours and nobody said why.", "asks": "reasons"}))
	s.day = now.Add(-28 * time.Hour)
	s.chain(opens("pia.lund", "assistance", "request", asks("threat with a weapon", "A message announces an attack on the crossing.", "Freeze and copy one account at once", "unknown", "danger to life")),
		does("oren.dask", "act-at-once", vals{"evidence": "The account was opened last week; one payment from abroad.", "reasons": "The message named the next morning."}).after(30*time.Minute))
	s.day = now.Add(-6 * time.Hour)
	s.chain(opens("oren.dask", "assistance", "request", asks("theft of copper wire", "Eight kilometres of line were cut.", "Names of those who sold copper in one week", "unknown", "ordinary")),
		does("ilse.marek", "ask", vals{"question": "Which week, and which dealers?"}).after(time.Hour))
}

// PlayDemo makes the demonstration's world in a folder and plays its story; the nodes are closed again when it returns.
func PlayDemo(ctx context.Context, dir string, text []byte, addresses func(agreement.PartyID) (peer, desk string), sdn string, tell io.Writer, finish func(w *Inside) error) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	start := time.Now().UTC().AddDate(0, 0, -25).Truncate(24 * time.Hour)
	w, err := NewInside(ctx, Plan{
		Dir: dir, Text: text, Start: start, Addresses: addresses,
		Node: node.Config{MaxSkew: 1000 * time.Hour, Cadence: 300 * time.Millisecond, MaxWait: 100 * time.Millisecond},
	})
	if err != nil {
		return err
	}
	defer w.Close()
	if err := Play(ctx, w, sdn, tell); err != nil {
		return err
	}
	return finish(w)
}
