package register

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

func field(id agreement.FieldID, t agreement.Type) agreement.Field {
	return agreement.Field{ID: id, Type: t, Class: agreement.ClassOfficial}
}

// watchList is a register as northgate has one.
func watchList() (*agreement.Register, *agreement.Record) {
	rec := &agreement.Record{ID: "person_alert", Article: "4", Fields: []agreement.Field{
		field("entry", agreement.TypeIdentifier),
		field("name", agreement.TypeName),
		{ID: "aliases", Type: agreement.TypeList, Of: agreement.TypeName},
		{ID: "kind", Type: agreement.TypeChoice, Choices: []string{"individual", "entity", "vessel", "aircraft"}},
		field("programme", agreement.TypeText),
		field("remarks", agreement.TypeText),
		field("document", agreement.TypeDocument),
		field("issuing_state", agreement.TypeCountry),
		field("date_of_birth", agreement.TypeDate),
	}}
	rec.Fields[0].Required = true
	def := &agreement.Register{ID: "watch_list", Article: "5", Record: "person_alert", Key: []agreement.FieldID{"entry"}, Queries: []agreement.Query{
		{ID: "passport", Article: "6", Match: "exact", On: []agreement.FieldID{"document", "issuing_state"}},
		{ID: "number", Article: "6", Match: "exact", On: []agreement.FieldID{"document"}},
		{ID: "name", Article: "6", Match: "exact", On: []agreement.FieldID{"name"}},
		{ID: "alias", Article: "6", Match: "exact", On: []agreement.FieldID{"aliases"}},
		{ID: "likeness", Article: "6", Match: "fuzzy", On: []agreement.FieldID{"name"}},
	}}
	return def, rec
}

func listed(entries ...Entry) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for _, e := range entries {
			if !yield(e, nil) {
				return
			}
		}
	}
}

func alert(id, document, state string) Entry {
	e := Entry{ID: id, Fields: map[agreement.FieldID]any{"entry": id, "name": "N " + id}}
	if document != "" {
		e.Fields["document"] = document
	}
	if state != "" {
		e.Fields["issuing_state"] = state
	}
	return e
}

func mustLoad(t testing.TB, def *agreement.Register, rec *agreement.Record, entries iter.Seq2[Entry, error]) *Set {
	t.Helper()
	s, findings, err := Load(def, rec, "", entries)
	if err != nil {
		t.Fatalf("%v\n%s", err, findings)
	}
	return s
}

func ids(entries []Entry) []string {
	var out []string
	for _, e := range entries {
		out = append(out, e.ID)
	}
	return out
}

func TestLookup(t *testing.T) {
	def, rec := watchList()
	both := alert("4", "", "")
	both.Fields["aliases"] = []any{"Müller", "MUELLER", "müller"}
	s := mustLoad(t, def, rec, listed(
		alert("3", "AB-123 456", "XA"), alert("1", "ab123456", "XA"), alert("2", "AB123456", "XB"), alert("5", "AB123456", ""), both))
	ask := func(q agreement.QueryID, pairs ...string) []string {
		var m []seal.Match
		for i := 0; i < len(pairs); i += 2 {
			m = append(m, seal.Match{Field: pairs[i], Value: pairs[i+1]})
		}
		return ids(s.Lookup(def.Query(q), m))
	}
	for name, c := range map[string]struct {
		got, want []string
	}{
		"both fields":       {ask("passport", "document", "AB123456", "issuing_state", "XA"), []string{"1", "3"}},
		"any order":         {ask("passport", "issuing_state", "XB", "document", "ab 123/456"), []string{"2"}},
		"one field":         {ask("number", "document", "AB123456"), []string{"1", "2", "3", "5"}},
		"no such":           {ask("number", "document", "AB123457"), nil},
		"empty":             {ask("number", "document", ""), nil},
		"nothing but signs": {ask("number", "document", " -/. "), nil},
		"field lacking":     {ask("passport", "document", "AB123456"), nil},
		"field repeated":    {ask("passport", "document", "AB123456", "document", "AB123456"), nil},
		"other field":       {ask("number", "issuing_state", "XA"), nil},
		"empty with state":  {ask("passport", "document", "AB123456", "issuing_state", ""), nil},
		"bad state":         {ask("passport", "document", "AB123456", "issuing_state", "Arland"), nil},
		"name folded":       {ask("name", "name", "  n   4 "), []string{"4"}},
		"list element":      {ask("alias", "aliases", "MÜLLER"), []string{"4"}},
		"list element two":  {ask("alias", "aliases", "Mueller"), []string{"4"}},
		"fuzzy not exact":   {ask("likeness", "name", "N 4"), nil},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s: got %v, want %v", name, c.got, c.want)
		}
	}
	if got := s.Lookup(nil, nil); got != nil {
		t.Errorf("no query gave %v", got)
	}
}

func TestVersionIsThatOfTheContent(t *testing.T) {
	def, rec := watchList()
	a, b, c := alert("1", "A1", "XA"), alert("2", "B2", "XB"), alert("3", "C3", "XA")
	s := mustLoad(t, def, rec, listed(a, b, c))
	if v := mustLoad(t, def, rec, listed(c, a, b)).Version(); v != s.Version() {
		t.Errorf("another order gives another version: %s and %s", v, s.Version())
	}
	changed := alert("2", "B2", "XA")
	if v := mustLoad(t, def, rec, listed(a, changed, c)).Version(); v == s.Version() {
		t.Error("another value gives the same version")
	}
	if v := mustLoad(t, def, rec, listed(a, b)).Version(); v == s.Version() {
		t.Error("fewer entries give the same version")
	}
	if _, _, err := Load(def, rec, s.Version(), listed(a, b, c)); err != nil {
		t.Errorf("the version expected is there, yet: %v", err)
	}
	if _, _, err := Load(def, rec, s.Version(), listed(a, b)); fault.CodeOf(err) != fault.Conflict {
		t.Errorf("data that lost an entry: got %v, want conflict", err)
	}
	var bodies [][]byte
	for _, body := range s.Bodies() {
		bodies = append(bodies, body)
	}
	again := mustLoad(t, def, rec, Parsed(func(yield func([]byte, error) bool) {
		for _, body := range bodies {
			if !yield(body, nil) {
				return
			}
		}
	}))
	if again.Version() != s.Version() {
		t.Error("what was stored comes back as another version")
	}
	// Published in spec/register.md.
	if empty := mustLoad(t, def, rec, listed()); empty.Version() != "sha256:REvd9vS6jsa7_a5v-1WvErjQM9Tr_ac11OohcscgFYU" {
		t.Errorf("the version of nothing is %s", empty.Version())
	}
}

func TestLoadListsEveryError(t *testing.T) {
	def, rec := watchList()
	noEntry := Entry{ID: "x", Fields: map[agreement.FieldID]any{"name": "X"}}
	badKind := alert("y", "", "")
	badKind.Fields["kind"] = "robot"
	stranger := alert("z", "", "")
	stranger.Fields["shoe_size"] = "44"
	s, findings, err := Load(def, rec, "", listed(alert("1", "", ""), noEntry, badKind, stranger, alert("1", "", ""), alert("", "", ""), alert("2", "A", "Arland"), alert("a\nb", "", "")))
	if s != nil || fault.CodeOf(err) != fault.Invalid {
		t.Fatalf("a bad list gave %v, %v", s, err)
	}
	for _, want := range []string{
		"entry x: the field entry is missing", "entry y: the field kind is none of its choices", "entry z: the record person_alert has no field shoe_size",
		"entry 1: the id stands for two entries", "an entry has no id", "entry 2: the field issuing_state is not a country", `the id "a\nb"`,
	} {
		if !strings.Contains(findings.String(), want) {
			t.Errorf("no %q in\n%s", want, findings)
		}
	}
	if findings.Errors != 7 {
		t.Errorf("%d errors, want 7", findings.Errors)
	}
}

func TestFindingsAreBounded(t *testing.T) {
	def, rec := watchList()
	_, findings, err := Load(def, rec, "", func(yield func(Entry, error) bool) {
		for i := range 1000 {
			if !yield(alert(fmt.Sprint(i), "", "?"), nil) || !yield(Entry{}, Finding{Message: "by the way", Warning: true}) {
				return
			}
		}
	})
	if err == nil || findings.Errors != 1000 || findings.Warnings != 1000 || len(findings.List) != 2*MaxFindings {
		t.Errorf("%d errors, %d warnings, %d listed: %v", findings.Errors, findings.Warnings, len(findings.List), err)
	}
	if !strings.HasSuffix(findings.String(), "and 1800 more") {
		t.Errorf("the rest is not counted: …%s", findings.String()[len(findings.String())-40:])
	}
}

func TestWarningsLeaveTheSetUsable(t *testing.T) {
	def, rec := watchList()
	s, findings, err := Load(def, rec, "", func(yield func(Entry, error) bool) {
		_ = yield(alert("1", "A1", "XA"), nil) && yield(Entry{}, Finding{Message: "by the way", Warning: true})
	})
	if err != nil || s.Len() != 1 || findings.Warnings != 1 || findings.Failed() {
		t.Errorf("%v, %+v", err, findings)
	}
}

func TestDefinitionsThatCannotBeLoaded(t *testing.T) {
	def, rec := watchList()
	if _, _, err := Load(def, &agreement.Record{ID: "other"}, "", listed()); fault.CodeOf(err) != fault.Internal {
		t.Errorf("another record: %v", err)
	}
	nested := *rec
	nested.Fields = append(slices.Clone(rec.Fields), agreement.Field{ID: "more", Type: agreement.TypeRecord, Record: "r"})
	if _, _, err := Load(def, &nested, "", listed()); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("a record in a record: %v", err)
	}
	on := *def
	on.Queries = []agreement.Query{{ID: "q", Article: "9", Match: "exact", On: []agreement.FieldID{"shoe_size"}}}
	_, _, err := Load(&on, rec, "", listed())
	var e *fault.Error
	if !errors.As(err, &e) || e.Code != fault.Invalid || e.Article != "9" {
		t.Errorf("a query on a field that is not there: %v", err)
	}
}

func TestWithAddsExchangesAndStrikes(t *testing.T) {
	def, rec := watchList()
	s := mustLoad(t, def, rec, listed(alert("1", "A1", "XA"), alert("2", "B2", "XA")))
	next, err := s.With([]Entry{alert("2", "C3", "XA"), alert("0", "D4", "XA")}, []string{"1"})
	if err != nil {
		t.Fatal(err)
	}
	want := mustLoad(t, def, rec, listed(alert("0", "D4", "XA"), alert("2", "C3", "XA")))
	if next.Version() != want.Version() || s.Len() != 2 {
		t.Errorf("got %v, want %v; before still has %d", slices.Collect(next.All()), slices.Collect(want.All()), s.Len())
	}
	if _, err := s.With(nil, []string{"9"}); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("striking what is not there: %v", err)
	}
	if _, err := s.With([]Entry{alert("3", "A", "Arland")}, nil); fault.CodeOf(err) != fault.FieldInvalid {
		t.Errorf("adding what is not valid: %v", err)
	}
	if e, ok := next.Entry("2"); !ok || !reflect.DeepEqual(e, alert("2", "C3", "XA")) {
		t.Errorf("entry 2 is %v, %v", e, ok)
	}
	if _, ok := next.Entry("1"); ok {
		t.Error("entry 1 was struck and is there")
	}
}

func TestManyEntriesUnderOneKey(t *testing.T) {
	def, rec := watchList()
	const n = 5000
	s := mustLoad(t, def, rec, func(yield func(Entry, error) bool) {
		for i := range n {
			if !yield(alert(fmt.Sprintf("%05d", i), "SAME", "XA"), nil) {
				return
			}
		}
	})
	hits := ids(s.Lookup(def.Query("number"), []seal.Match{{Field: "document", Value: "SAME"}}))
	if len(hits) != n || !slices.IsSorted(hits) {
		t.Errorf("%d of %d entries found, sorted: %v", len(hits), n, slices.IsSorted(hits))
	}
}

func TestListsThatMultiplyAreRefused(t *testing.T) {
	def, rec := watchList()
	e := alert("1", "A1", "XA")
	var names []any
	for i := range maxKeys + 1 {
		names = append(names, fmt.Sprint("name ", i))
	}
	e.Fields["aliases"] = names
	_, findings, err := Load(def, rec, "", listed(e))
	if err == nil || !strings.Contains(findings.String(), "combinations") {
		t.Errorf("%v\n%s", err, findings)
	}
}

func TestIndexFindsWhatWasPutIn(t *testing.T) {
	for _, n := range []int{0, 1, 2, 7, 8, 9, 1000} {
		var slots []slot
		for i := range n {
			slots = append(slots, slot{hashOf([]byte(fmt.Sprint(i / 2))), uint32(i)})
		}
		x := newIndex(slots)
		for i := range n {
			if !slices.Contains(x.find(hashOf([]byte(fmt.Sprint(i/2)))), uint32(i)) {
				t.Fatalf("of %d, %d is not found", n, i)
			}
		}
		if got := x.find(hashOf([]byte("none"))); got != nil {
			t.Fatalf("of %d, nothing gave %v", n, got)
		}
		if got := x.find(^uint64(0)); got != nil {
			t.Fatalf("of %d, the last hash gave %v", n, got)
		}
	}
}

// Two entries whose keys have one hash must not be taken for each other.
func TestOnlyEqualValuesMatch(t *testing.T) {
	def, rec := watchList()
	s := mustLoad(t, def, rec, listed(alert("1", "A1", "XA"), alert("2", "B2", "XA")))
	x := s.indexes["document"]
	h := hashOf(appendPart(nil, "A1"))
	s.indexes["document"] = newIndex([]slot{{h, 0}, {h, 1}})
	if got := ids(s.Lookup(def.Query("number"), []seal.Match{{Field: "document", Value: "A1"}})); !slices.Equal(got, []string{"1"}) {
		t.Errorf("with one hash for two keys, A1 gives %v", got)
	}
	if len(x.hashes) != 2 {
		t.Errorf("two entries gave %d keys", len(x.hashes))
	}
}

func TestLiveIsExchangedWhileQuestionsGoOn(t *testing.T) {
	def, rec := watchList()
	// Every version holds exactly one entry under the number asked for, with its own id.
	var versions []*Set
	for i := range 8 {
		versions = append(versions, mustLoad(t, def, rec, listed(alert(fmt.Sprint(i), "A1", "XA"))))
	}
	var live Live
	if live.Set() != nil {
		t.Error("a new Live holds a set")
	}
	live.Swap(versions[0])
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 2000 {
				s := live.Set()
				if got := s.Lookup(def.Query("number"), []seal.Match{{Field: "document", Value: "A1"}}); len(got) != 1 {
					t.Errorf("%d hits", len(got))
					return
				}
			}
		})
	}
	for i := range 200 {
		live.Swap(versions[i%len(versions)])
	}
	wg.Wait()
	before := live.Set()
	if live.Replace(versions[0], versions[1]) == (before != versions[0]) {
		t.Error("Replace took a version that was not in force, or refused the one that was")
	}
}

// realList is the directory of the real sanctions list of 2021.
func realList(t testing.TB) string {
	t.Helper()
	data := os.Getenv("ENTENTE_DATA")
	if data == "" {
		data = filepath.Join("..", "..", "..", "shared", "data")
	}
	dir := filepath.Join(data, "screening", "lists", "ofac_sdn_2021")
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("the continuous build needs the test data: %v", err)
		}
		t.Skipf("no test data: %v", err)
	}
	return dir
}
