package agreement

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

const schemaFile = "../spec/agreement.schema.json"

// enums are the words that a member may have, by its Go type or, for plain text, by type and member.
var enums = map[string][]string{
	"Survival": {"pending-cases", "remedies", "erasure", "secrecy"},
	"Type":     append(slices.Clone(scalars), "list", "record"),
	"Class":    {"public", "official", "personal", "sensitive", "protected"},
	"Silence":  {"proceed", "lapse", "suspend", "erase", "explain", "remain", "restrict"},

	"Model.format": {FormatModel}, "Model.world": {WorldReal, WorldExercise}, "Renewal.mode": {"automatic", "consent"}, "Amendment.cases": {"stay", "move"}, "CaseMove.cases": {"stay"},
	"Party.kind": {"state", "agency", "organisation", "armed-actor", "civil-society"}, "Query.match": {"exact"},
	"Calendar.weekend[]": {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"},
	"Model.reservations": {"allowed", "none"},
	"Declaration.kind":   {"reservation", "provisional", "territorial", "authorities", "statement"},
	"Handling.court":     {"yes", "consent", "no"}, "Handling.onward": {"yes", "consent", "no"},
	"Indicator.measure": {"count", "share", "duration", "sum", "disparity"}, "Indicator.statistic": {"median", "p90"},
	"Money.entry": {"pledged", "paid", "released", "spent", "returned"}, "Event.kind": {"cut", "stop", "absent", "note"},
	"State.stage": {StageAlleged, StageAdmissible, StageEstablished}, "Clock.rounds": {RoundsDay, RoundsWorking},
	"Record.about[]": {"suspect", "convicted", "victim", "witness", "other"},
}

const (
	blockPattern   = `^[a-z][a-z0-9]*([-_][a-z0-9]+)*$`
	fieldPattern   = `^[a-z][a-z0-9_]*(-[a-z0-9_-]+)?$` // assessment_<id> may have hyphens
	articlePattern = `^[0-9]{1,4}[a-z]?$`
	datePattern    = `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`
	periodPattern  = `^(P([0-9]+[YMWD])+(T([0-9]+[HMS])+)?|PT([0-9]+[HMS])+|[0-9]+ working days?)$`
)

// patterns are the forms of names and values, by Go type. Titles name shares and notices.
var patterns = map[string]string{
	"Article": articlePattern, "Date": datePattern, "Period": periodPattern, "FieldID": fieldPattern,
	"ShareID": `^[^\n\t/]+$`, "NoticeID": `^[^\n\t/]+$`, "KeepID": `^[^\n\t/]+$`,
}

// schemaOf describes the model's JSON form from its Go types, so that neither can change without the other.
func schemaOf() map[string]any {
	s := &schemaMaker{defs: map[string]any{}}
	root := s.object(reflect.TypeFor[Model]())
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["$id"] = "https://entente-net.github.io/spec/agreement.schema.json"
	root["title"] = "Entente agreement model, version 1"
	root["description"] = "The compiled form of an agreement. Its RFC 8785 canonical bytes are what is signed beside the text. Lists are in the order of the text; a list of nothing is empty, never left out."
	root["$defs"] = s.defs
	return root
}

type schemaMaker struct{ defs map[string]any }

func (s *schemaMaker) object(t reflect.Type) map[string]any {
	props, required := map[string]any{}, []string{}
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.IsExported() {
			continue
		}
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		props[name] = s.of(f.Type, t.Name()+"."+name)
		if !strings.Contains(options, "omit") {
			required = append(required, name)
		}
	}
	slices.Sort(required)
	return map[string]any{"type": "object", "properties": props, "required": required, "additionalProperties": false}
}

func (s *schemaMaker) of(t reflect.Type, member string) map[string]any {
	for _, name := range []string{t.Name(), member} {
		if words := enums[name]; words != nil && t.Kind() == reflect.String {
			return map[string]any{"type": "string", "enum": words}
		}
	}
	if p := patterns[t.Name()]; p != "" {
		return map[string]any{"type": "string", "pattern": optional(p, member)}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return s.of(t.Elem(), member)
	case reflect.Struct:
		if _, ok := s.defs[t.Name()]; !ok {
			s.defs[t.Name()] = nil // a type may contain itself
			s.defs[t.Name()] = s.object(t)
		}
		return map[string]any{"$ref": "#/$defs/" + t.Name()}
	case reflect.Slice:
		return map[string]any{"type": "array", "items": s.of(t.Elem(), member+"[]")}
	case reflect.Map:
		if member == "Move.facts" {
			return map[string]any{"type": "object", "propertyNames": map[string]any{"pattern": "^(indicator|quota|fund):"}}
		}
		if t.Elem().Kind() == reflect.Interface {
			return map[string]any{"type": "object", "propertyNames": map[string]any{"pattern": fieldPattern}}
		}
		return map[string]any{"type": "object", "additionalProperties": s.of(t.Elem(), member)}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int:
		if member == "RiskRule.score" {
			return map[string]any{"type": "integer"} // a rule may speak for somebody
		}
		return map[string]any{"type": "integer", "minimum": 0}
	case reflect.String:
		if strings.HasSuffix(t.Name(), "ID") {
			return map[string]any{"type": "string", "pattern": optional(blockPattern, member)}
		}
	}
	return map[string]any{"type": "string"}
}

// optional lets a name be empty where that has a meaning of its own.
func optional(pattern, member string) string {
	if member == "Step.to" {
		return "^$|" + pattern
	}
	return pattern
}

func TestSchemaIsOfTheTypes(t *testing.T) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(schemaOf()); err != nil {
		t.Fatal(err)
	}
	golden(t, schemaFile, b.Bytes())
}

func compiledSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	b, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource("agreement.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("agreement.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Every agreement of this repository fits the published schema, which lets no other member pass.
func TestModelsFitTheSchema(t *testing.T) {
	s := compiledSchema(t)
	checked := 0
	for file, text := range corpus(t) {
		m, _ := Compile(file, text)
		if m == nil {
			continue
		}
		checked++
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(m.Canonical()))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
	if checked < 7 {
		t.Errorf("only %d models were checked", checked)
	}
}

// No part of the schema is open to members that it does not name, except where the names are the agreement's own.
func TestSchemaIsClosed(t *testing.T) {
	b, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	var root map[string]any
	if err := json.Unmarshal(b, &root); err != nil {
		t.Fatal(err)
	}
	parts := root["$defs"].(map[string]any)
	parts["the model"] = root
	for name, part := range parts {
		o := part.(map[string]any)
		if o["type"] != "object" || o["additionalProperties"] != false || len(o["properties"].(map[string]any)) == 0 {
			t.Errorf("%s is open", name)
		}
		for member, p := range o["properties"].(map[string]any) {
			p := p.(map[string]any)
			own := p["propertyNames"] != nil || p["additionalProperties"] != nil
			if p["type"] == "object" && !own || p["type"] == nil && p["$ref"] == nil {
				t.Errorf("%s.%s says nothing", name, member)
			}
		}
	}
}

// A schema that lets anything pass would pass every test: these must not.
func TestSchemaRefuses(t *testing.T) {
	s := compiledSchema(t)
	text, err := os.ReadFile("testdata/base.md")
	if err != nil {
		t.Fatal(err)
	}
	m, _ := Compile("base.md", text)
	for name, change := range map[string]func(map[string]any){
		"a member that nobody knows": func(o map[string]any) { o["colour"] = "red" },
		"a list that is left out":    func(o map[string]any) { delete(o, "roles") },
		"an unknown silence": func(o map[string]any) {
			o["procedures"].([]any)[0].(map[string]any)["clocks"].([]any)[0].(map[string]any)["silence"] = "sleep"
		},
		"a length of time that is none": func(o map[string]any) {
			o["procedures"].([]any)[0].(map[string]any)["clocks"].([]any)[0].(map[string]any)["within"] = "soon"
		},
		"a deep member that nobody knows": func(o map[string]any) {
			o["procedures"].([]any)[0].(map[string]any)["steps"].([]any)[0].(map[string]any)["colour"] = "red"
		},
		"another format": func(o map[string]any) { o["format"] = "entente/model/2" },
	} {
		var o map[string]any
		if err := json.Unmarshal(m.Canonical(), &o); err != nil {
			t.Fatal(err)
		}
		change(o)
		if err := s.Validate(o); err == nil {
			t.Errorf("%s passed", name)
		}
	}
}
