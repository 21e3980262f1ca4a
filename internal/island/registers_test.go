package island

import (
	"bytes"
	"encoding/csv"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/internal/register"
	"github.com/entente-net/entente/seal"
)

// days are those on which the registers are looked at: the first, the year's turn of what stays a year, and today.
var days = []time.Time{day(FirstDay), day("2027-02-26"), day(Today)}

func load(t *testing.T, r Register) *register.Set {
	t.Helper()
	m := texts()[r.Agreement]
	def := m.Register(r.ID)
	if def == nil || !slices.Contains(def.Holders, r.Holder) {
		t.Fatalf("%s holds no register %s under %s", r.Holder, r.ID, r.Agreement)
	}
	rec := m.Record(def.Record)
	set, findings, err := register.Load(def, rec, "", register.FromCSV(string(r.ID), bytes.NewReader(r.CSV), def, rec))
	if err != nil || len(findings.List) > 0 {
		t.Fatalf("%s of %s: %v\n%s", r.ID, r.Holder, err, findings)
	}
	return set
}

// Every register of every holder is there, and loads without a finding.
func TestRegistersLoad(t *testing.T) {
	for _, on := range days {
		seen := map[[3]string]bool{}
		for _, r := range Registers(on) {
			seen[[3]string{string(r.Agreement), string(r.ID), string(r.Holder)}] = true
			if n := load(t, r).Len(); n < 20 || n > 200 {
				t.Errorf("%s: %s of %s has %d entries", on.Format(time.DateOnly), r.ID, r.Holder, n)
			}
		}
		for id, m := range texts() {
			for _, def := range m.Registers {
				for _, h := range def.Holders {
					if !seen[[3]string{string(id), string(def.ID), string(h)}] {
						t.Errorf("%s: nothing is in %s of %s", id, def.ID, h)
					}
				}
			}
		}
	}
}

// The same day gives the same entries, and what stands on two days says the same on both.
func TestRegistersAreSteady(t *testing.T) {
	first, again, later := Registers(days[0]), Registers(days[0]), Registers(days[1])
	kept, added := 0, 0
	for i := range first {
		if !bytes.Equal(first[i].CSV, again[i].CSV) {
			t.Errorf("%s of %s differs from itself", first[i].ID, first[i].Holder)
		}
		then := load(t, first[i])
		for e := range load(t, later[i]).All() {
			before, ok := then.Entry(e.ID)
			switch {
			case !ok:
				added++
			case !reflect.DeepEqual(before, e):
				t.Errorf("%s of %s: the entry %s has changed", first[i].ID, first[i].Holder, e.ID)
			default:
				kept++
			}
		}
	}
	if kept < 500 || added < 200 {
		t.Errorf("%d entries stayed and %d are new", kept, added)
	}
}

// What the story needs is found by the queries of the texts, on every day.
func TestPlantedEntries(t *testing.T) {
	for _, planted := range []struct {
		agreement agreement.ID
		register  agreement.RegisterID
		query     agreement.QueryID
		holder    agreement.PartyID
		match     []seal.Match
		field     agreement.FieldID
		want      string
	}{
		{"border", "stolen_documents", "document", "belmark", match("issuing_state", "XB", "number", StolenDocument), "reported", stolenReported},
		{"border", "watch_list", "passport", "arland", match("document", "A55100213", "issuing_state", "XA"), "entry", PenaltyEntry},
		{"border", "watch_list", "passport", "belmark", match("document", "B55100213", "issuing_state", "XB"), "name", "KORVIN, Tessa"},
		{"border", "watch_list", "passport", "arland", match("document", "A31177240", "issuing_state", "XA"), "entry", WitnessEntry},
		{"border", "trusted", "number", "arland", match("number", TrustedTrader), "kind", "trader"},
		{"border", "stolen_vehicles", "plate", "belmark", match("issuing_state", "XB", "plate", StolenLorry), "make", "Falk lorry, grey"},
		{"justice", "police_index", "name", "belmark", match("born", wantedBorn, "name", "Dessar, Ilyan"), "kind", "suspected"},
		{"justice", "wanted_persons", "document", "arland", match("document", WantedPassport, "issuing_state", "XC"), "entry", WantedEntry},
		{"justice", "mistaken_identities", "document", "arland", match("document", MistakenFor, "issuing_state", "XB"), "entry", WantedEntry},
		{"justice", "sanctions_list", "document", "arland", match("document", ListedPassport, "issuing_state", "XC"), "entry", ListedEntry},
	} {
		for _, on := range days {
			all := Registers(on)
			i := slices.IndexFunc(all, func(r Register) bool {
				return r.Agreement == planted.agreement && r.ID == planted.register && r.Holder == planted.holder
			})
			def := texts()[planted.agreement].Register(planted.register)
			q := slices.IndexFunc(def.Queries, func(q agreement.Query) bool { return q.ID == planted.query })
			if i < 0 || q < 0 {
				t.Fatalf("%s has no %s, or it no query %s", planted.holder, planted.register, planted.query)
			}
			hits := load(t, all[i]).Lookup(&def.Queries[q], planted.match)
			if len(hits) != 1 || hits[0].Fields[planted.field] != planted.want {
				t.Errorf("%s, %s of %s: %v gives %v", on.Format(time.DateOnly), planted.register, planted.holder, planted.match, hits)
			}
		}
	}
	programs := all(t, "algorithms", "ombuds")
	if _, ok := programs.Entry(ScanProgram); !ok {
		t.Errorf("no program %s", ScanProgram)
	}
}

func match(pairs ...string) (out []seal.Match) {
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, seal.Match{Field: pairs[i], Value: pairs[i+1]})
	}
	return out
}

func all(t *testing.T, id agreement.RegisterID, holder agreement.PartyID) *register.Set {
	t.Helper()
	for _, r := range Registers(day(Today)) {
		if r.ID == id && r.Holder == holder {
			return load(t, r)
		}
	}
	t.Fatalf("%s has no %s", holder, id)
	return nil
}

// Whoever is mistaken for somebody is mistaken for somebody who is wanted.
func TestMistakenForSomebody(t *testing.T) {
	for _, party := range three {
		wanted := all(t, "wanted_persons", agreement.PartyID(party))
		for e := range all(t, "mistaken_identities", agreement.PartyID(party)).All() {
			if id, _ := e.Fields["entry"].(string); id == "" {
				t.Errorf("%s: an entry names nobody", party)
			} else if _, ok := wanted.Entry(id); !ok {
				t.Errorf("%s: nobody is wanted under %s", party, id)
			}
		}
	}
}

// Nobody of the cast is on a list by chance: Tessa Korvin is, by the story.
func TestNobodyOfTheCastIsListed(t *testing.T) {
	families := map[string]bool{}
	for _, p := range People() {
		_, family, _ := strings.Cut(p.Name, " ")
		families[strings.ToLower(family)] = true
	}
	for _, h := range holders {
		for _, f := range h.family {
			if families[strings.ToLower(f)] {
				t.Errorf("%s is a family of the cast", f)
			}
		}
	}
	found := 0
	for _, r := range Registers(day(Today)) {
		rows, err := csv.NewReader(bytes.NewReader(r.CSV)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		i := slices.Index(rows[0], "name")
		for _, row := range rows[1:] {
			if i < 0 {
				break
			}
			family, _, _ := strings.Cut(row[i], ",")
			if !families[strings.ToLower(family)] {
				continue
			}
			if found++; row[i] != "KORVIN, Tessa" {
				t.Errorf("%s of %s: %s", r.ID, r.Holder, row[i])
			}
		}
	}
	if found != 2 {
		t.Errorf("Tessa Korvin stands on %d lists", found)
	}
}
