package reader

import (
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// The reader knows every member of the schema, or knows that it decides nothing: one that is added there and
// forgotten here is found.
func TestEveryMemberIsKnown(t *testing.T) {
	b, err := os.ReadFile("../agreement.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	type part struct {
		Properties map[string]any `json:"properties"`
	}
	var schema struct {
		part
		Defs map[string]part `json:"$defs"`
	}
	if err := json.Unmarshal(b, &schema); err != nil {
		t.Fatal(err)
	}
	schema.Defs["Model"] = schema.part
	read := map[string]reflect.Type{
		"Model": reflect.TypeFor[Agreement](), "Clause": reflect.TypeFor[Article](), "Party": reflect.TypeFor[Party](), "Role": reflect.TypeFor[Role](),
		"Record": reflect.TypeFor[Record](), "Field": reflect.TypeFor[Field](), "Assessment": reflect.TypeFor[Assessment](), "Question": reflect.TypeFor[Question](),
		"Actor": reflect.TypeFor[Actor](), "Procedure": reflect.TypeFor[Procedure](), "Side": reflect.TypeFor[Side](), "Condition": reflect.TypeFor[Condition](),
		"Step": reflect.TypeFor[Step](), "Clock": reflect.TypeFor[Clock](), "Share": reflect.TypeFor[Share](), "Keep": reflect.TypeFor[Keep](),
		"Ladder": reflect.TypeFor[Ladder](), "Rung": reflect.TypeFor[Rung](), "Notice": reflect.TypeFor[Notice](),
		"Renewal": reflect.TypeFor[Renewal](), "Calendar": reflect.TypeFor[Calendar](), "Phase": reflect.TypeFor[Phase](), "Declaration": reflect.TypeFor[Declaration](),
		"Objection": reflect.TypeFor[Objection](), "Concordance": reflect.TypeFor[Concordance](), "Concept": reflect.TypeFor[Concept](), "Quota": reflect.TypeFor[Quota](),
		"Register": reflect.TypeFor[Register](), "Credential": reflect.TypeFor[Credential](), "State": reflect.TypeFor[State](), "Money": reflect.TypeFor[Money](), "Vote": reflect.TypeFor[Vote](),
		"Varies": reflect.TypeFor[Varies](), "Variation": reflect.TypeFor[Variation](),
		"Amendment": reflect.TypeFor[Amendment](), "CaseMove": reflect.TypeFor[CaseMove](), "StateMove": reflect.TypeFor[StateMove](),
	}
	known := slices.Clone(Ignored)
	for name, typ := range read {
		for i := range typ.NumField() {
			if member := typ.Field(i).Tag.Get("json"); member != "" {
				known = append(known, name+"."+member)
			}
		}
	}
	stated := map[string]bool{}
	for name, p := range schema.Defs {
		if slices.Contains(IgnoredParts, name) {
			continue
		}
		for member := range p.Properties {
			stated[name+"."+member] = true
			if !slices.Contains(known, name+"."+member) {
				t.Errorf("the reader does not know %s.%s: let it decide by it, or list it in Ignored", name, member)
			}
		}
	}
	for _, k := range known {
		if !stated[k] {
			t.Errorf("the reader knows %s, which the schema does not have", k)
		}
	}
	for _, name := range IgnoredParts {
		if _, ok := schema.Defs[name]; !ok || read[name] != nil {
			t.Errorf("%s is no part of the schema, or is read", name)
		}
	}
}

// Lengths of time and days as spec/agreement.md says, worked out by hand.
func TestTime(t *testing.T) {
	for _, c := range []struct{ zone, from, length, want string }{
		{"Etc/UTC", "2026-01-31T12:00:00Z", "P1M", "2026-02-28T12:00:00Z"},
		{"Etc/UTC", "2024-02-29T12:00:00Z", "P1Y", "2025-02-28T12:00:00Z"},
		{"Etc/UTC", "2026-01-31T12:00:00Z", "P1M2DT3H", "2026-03-02T15:00:00Z"},
		{"Etc/UTC", "2026-05-30T09:00:00Z", "5 working days", "2026-06-05T09:00:00Z"}, // a Saturday
		{"Etc/UTC", "2026-06-05T09:00:00Z", "1 working day", "2026-06-08T09:00:00Z"},
		{"Etc/UTC", "2026-06-05T09:00:00Z", "P2W", "2026-06-19T09:00:00Z"},
		{"Europe/Lisbon", "2026-03-28T01:30:00Z", "P1D", "2026-03-29T01:30:00Z"},   // the hour is skipped
		{"Europe/Lisbon", "2026-10-24T00:30:00Z", "P1D", "2026-10-25T00:30:00Z"},   // the hour comes twice
		{"Europe/Lisbon", "2026-10-24T12:00:00Z", "P1D", "2026-10-25T13:00:00Z"},   // the day has 25 hours
		{"Europe/Lisbon", "2026-10-24T12:00:00Z", "PT24H", "2026-10-25T12:00:00Z"}, // and this is not a day
	} {
		zone, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		from, _ := time.Parse(time.RFC3339, c.from)
		if got := after(from, c.length, zone, mondayToFriday).UTC().Format(time.RFC3339); got != c.want {
			t.Errorf("%s after %s in %s is %s, want %s", c.length, c.from, c.zone, got, c.want)
		}
	}
	for _, c := range []struct{ zone, day, want string }{
		{"Etc/GMT-2", "2026-03-01", "2026-02-28T22:00:00Z"},
		{"America/Havana", "2026-03-08", "2026-03-08T05:00:00Z"},   // midnight is skipped
		{"America/St_Johns", "2006-10-29", "2006-10-29T02:30:00Z"}, // one minute of the day comes before it is set back
		{"Pacific/Chatham", "2026-04-05", "2026-04-04T10:15:00Z"},
	} {
		zone, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		if got := midnight(c.day, zone).Format(time.RFC3339Nano); got != c.want {
			t.Errorf("%s begins in %s at %s, want %s", c.day, c.zone, got, c.want)
		}
	}
}

// What is no model is refused.
func TestReadRefuses(t *testing.T) {
	for _, s := range []string{"", "[]", "{}", `{"format":"entente/model/2","timezone":"Etc/UTC"}`, `{"format":"entente/model/1","timezone":"Nowhere/At_All"}`} {
		if _, err := Read([]byte(s)); err == nil {
			t.Errorf("%s was read", strings.TrimSpace(s))
		}
	}
}
