package register

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
	"pgregory.net/rapid"
)

// everything is a register with a field of every type that CSV can carry.
func everything() (*agreement.Register, *agreement.Record) {
	rec := &agreement.Record{ID: "thing", Article: "3", Fields: []agreement.Field{
		field("key", agreement.TypeIdentifier), field("text", agreement.TypeText), field("number", agreement.TypeNumber),
		field("yes", agreement.TypeYesNo), field("sum", agreement.TypeAmount), field("load", agreement.TypeQuantity),
		field("day", agreement.TypeDate), field("at", agreement.TypeTime), field("place", agreement.TypePoint),
		field("road", agreement.TypeLine),
		{ID: "names", Type: agreement.TypeList, Of: agreement.TypeName},
		{ID: "counts", Type: agreement.TypeList, Of: agreement.TypeNumber},
	}}
	return &agreement.Register{ID: "things", Article: "3", Record: "thing", Key: []agreement.FieldID{"key"}}, rec
}

func TestCSV(t *testing.T) {
	def, rec := everything()
	text := "\xef\xbb\xbfkey, text ,number,yes,sum,load,day,at,place,road,names,counts\r\n" +
		`k1,"two` + "\n" + `lines, ""quoted""",-12.5,yes,12.50 EUR,3 kg,2026-03-01,2026-03-01T14:30:00Z,"[12.5,48.1]","[[1,2],[3,4]]",Ann | B\|C | D\\E,1|2` + "\r\n" +
		"k2,,,false,,,,,,,,\r\n"
	var got []Entry
	for e, err := range FromCSV("t.csv", strings.NewReader(text), def, rec) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, e)
	}
	n := func(s string) json.Number { return json.Number(s) }
	want := []Entry{{ID: "k1", Fields: map[agreement.FieldID]any{
		"key": "k1", "text": "two\nlines, \"quoted\"", "number": n("-12.5"), "yes": true,
		"sum": map[string]any{"currency": "EUR", "value": "12.50"}, "load": map[string]any{"unit": "kg", "value": "3"},
		"day": "2026-03-01", "at": "2026-03-01T14:30:00Z", "place": []any{n("12.5"), n("48.1")},
		"road": []any{[]any{n("1"), n("2")}, []any{n("3"), n("4")}}, "names": []any{"Ann", "B|C", `D\E`}, "counts": []any{n("1"), n("2")},
	}}, {ID: "k2", Fields: map[agreement.FieldID]any{"key": "k2", "yes": false}}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestCSVErrors(t *testing.T) {
	def, rec := everything()
	rec.Fields[1].Required = true
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"empty file":       {"", []string{"t.csv: the file is empty"}},
		"unknown column":   {"key,text,shoe\n", []string{`t.csv:1:10: the record thing has no field "shoe"`}},
		"column twice":     {"key,text,text\n", []string{`t.csv:1:10: the column "text" stands twice`}},
		"key column":       {"text\nA\n", []string{"t.csv:1:1: the column key is missing"}},
		"required column":  {"key\nk\n", []string{"t.csv:2:1: the field text is missing"}},
		"required value":   {"key,text\nk,\n", []string{"t.csv:2:3: the field text is missing"}},
		"too few cells":    {"key,text\nk\n", []string{"t.csv:2:1: the line has 1 cells where the first line has 2"}},
		"no key":           {"key,text\n,A\n", []string{"t.csv:2:1: the entry has no key"}},
		"all of a line":    {"key,text,number,yes,day\nk,A,0x10,maybe,2026-02-30\n", []string{"t.csv:2:5: the field number is not a number", "t.csv:2:10: the field yes is neither", "t.csv:2:16: the field day is not a date"}},
		"every line":       {"key,text,day\n1,A,x\n2,B,y\n3,C,2026-01-01\n4,D,z\n", []string{"t.csv:2:5: ", "t.csv:3:5: ", "t.csv:5:5: "}},
		"quotes":           {"key,text\nk\"1,A\nk2,\"B\"x\nk3,C,\n", []string{"t.csv:2:2: the line is not CSV", "t.csv:3:6: the line is not CSV", "t.csv:4:1: the line has 3 cells"}},
		"open quote":       {"key,text\nk1,A\nk2,\"" + strings.Repeat("long, ", maxRecord/5), []string{"t.csv:3:1: a line is longer than"}},
		"control sign":     {"key,text\nk,A\x01\n", []string{"t.csv:2:3: the field text holds the control character"}},
		"not UTF-8":        {"key,text\nk,A\xff\n", []string{"t.csv:2:3: the field text is empty"}},
		"bad JSON":         {"key,text,place\nk,A,\"[1\"\n", []string{"t.csv:2:5: a value of type point is not JSON"}},
		"bad amount":       {"key,text,sum\nk,A,12\n", []string{"t.csv:2:5: the field sum does not have exactly"}},
		"bad list element": {"key,text,counts\nk,A,1|two\n", []string{"t.csv:2:5: the field counts"}},
		"own id":           {"_id,key,text\na\tb\x02,k,A\n", []string{"t.csv:2:1: the id"}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, err := range FromCSV("t.csv", strings.NewReader(c.text), def, rec) {
				if err != nil {
					var f Finding
					if !errors.As(err, &f) {
						t.Errorf("an error that is no finding: %v", err)
					}
					got = append(got, err.Error())
				}
			}
			if len(got) != len(c.want) {
				t.Fatalf("got %q, want %q", got, c.want)
			}
			for i, w := range c.want {
				if !strings.HasPrefix(got[i], w) {
					t.Errorf("got %q, want %q …", got[i], w)
				}
			}
		})
	}
}

func TestKeyOfAnEntry(t *testing.T) {
	def, rec := watchList()
	def.Key = []agreement.FieldID{"document", "issuing_state"}
	load := func(lines string) (*Set, Findings, error) {
		return Load(def, rec, "", FromCSV("t.csv", strings.NewReader("entry,document,issuing_state\n"+lines), def, rec))
	}
	s, findings, err := load("1,AB-1,XA\n2,AB-1,XB\n3,AB-1,\n")
	if err != nil {
		t.Fatalf("%v\n%s", err, findings)
	}
	for e := range s.All() {
		if len(e.ID) != 26 || strings.Contains(e.ID, "ab") && strings.Contains(e.ID, "1,") {
			t.Errorf("the id %q is not a digest", e.ID)
		}
	}
	_, findings, err = load("1,AB-1,XA\n2,ab 1,XA\n")
	if err == nil || !strings.Contains(findings.String(), "two entries") {
		t.Errorf("one key twice: %v\n%s", err, findings)
	}
	// With ids of their own they still are one key.
	_, findings, err = Load(def, rec, "", listed(alert("1", "AB-1", "XA"), alert("2", "ab1", "XA")))
	if err == nil || !strings.Contains(findings.String(), "has the same key (document, issuing_state)") {
		t.Errorf("one key twice: %v\n%s", err, findings)
	}
}

func TestExportComesBackTheSame(t *testing.T) {
	def, rec := everything()
	line := rapid.StringMatching(`[A-Za-z|\\",;é 0-9]{0,12}[a-z|\\]`).Filter(func(s string) bool { return strings.TrimSpace(s) == s })
	rapid.Check(t, func(t *rapid.T) {
		var entries []Entry
		for i := range rapid.IntRange(0, 5).Draw(t, "entries") {
			e := Entry{ID: fmt.Sprint("id ", i), Fields: map[agreement.FieldID]any{"key": fmt.Sprint("k", i)}}
			put := func(f agreement.FieldID, v any) {
				if rapid.Bool().Draw(t, string(f)) {
					e.Fields[f] = v
				}
			}
			put("text", line.Draw(t, "text"))
			put("number", json.Number(fmt.Sprint(rapid.IntRange(-1e9, 1e9).Draw(t, "n"))))
			put("yes", rapid.Bool().Draw(t, "y"))
			put("sum", map[string]any{"currency": "EUR", "value": "1.50"})
			put("load", map[string]any{"unit": "metric ton", "value": "2"})
			put("place", []any{json.Number("12.5"), json.Number("-8")})
			var list []any
			for _, s := range rapid.SliceOfN(line, 1, 4).Draw(t, "names") {
				list = append(list, s)
			}
			put("names", list)
			entries = append(entries, e)
		}
		s, findings, err := Load(def, rec, "", listed(entries...))
		if err != nil {
			t.Fatalf("%v\n%s", err, findings)
		}
		var b bytes.Buffer
		if err := s.ExportCSV(&b); err != nil {
			t.Fatal(err)
		}
		_, findings, err = Load(def, rec, s.Version(), FromCSV("back.csv", &b, def, rec))
		if err != nil {
			t.Fatalf("%v\n%s", err, findings)
		}
	})
}

func TestRealListIsFoundPassportByPassport(t *testing.T) {
	def, rec := watchList()
	def.Key = []agreement.FieldID{"entry", "document", "issuing_state"}
	dir := realList(t)
	s, findings, err := Load(def, rec, "", FromSDN(dir, def, rec))
	if err != nil {
		t.Fatalf("%v\n%s", err, findings)
	}
	// 1,192 people with 1,554 passports, one of them twice; everybody and everything else once.
	if want := 8976 - 1192 + 1553; s.Len() != want || findings.Warnings != 198 {
		t.Errorf("%d entries and %d warnings, want %d and 198", s.Len(), findings.Warnings, want)
	}
	people := map[string]bool{}
	passports := 0
	for e := range s.All() {
		number, _ := e.Fields["document"].(string)
		state, _ := e.Fields["issuing_state"].(string)
		if number == "" {
			continue
		}
		passports++
		people[fmt.Sprint(e.Fields["entry"])] = true
		values := map[agreement.FieldID]any{"document": strings.ToLower(number)}
		q := def.Query("number")
		if state != "" {
			values["issuing_state"] = state
			q = def.Query("passport")
		}
		match, err := Question(q, rec, values)
		if err != nil {
			t.Fatalf("%s: %v", e.ID, err)
		}
		if err := CheckMatch(q, rec, match); err != nil {
			t.Fatalf("%s: %v", e.ID, err)
		}
		if !slices.Contains(ids(s.Lookup(q, match)), e.ID) {
			t.Errorf("%s: passport %q of %q is not found", e.ID, number, state)
		}
	}
	if len(people) != 1192 || passports != 1553 {
		t.Errorf("%d passports of %d people, want 1,553 of 1,192", passports, len(people))
	}
	for i := range 10_000 {
		m := []seal.Match{{Field: "document", Value: fmt.Sprintf("ZZ%07dQ", i)}}
		if hits := s.Lookup(def.Query("number"), m); len(hits) > 0 {
			t.Fatalf("an invented number is found: %v", hits)
		}
	}
	again, _, err := Load(def, rec, s.Version(), FromSDN(dir, def, rec))
	if err != nil || again.Len() != s.Len() {
		t.Errorf("loaded again: %v", err)
	}
	var b bytes.Buffer
	if err := s.ExportCSV(&b); err != nil {
		t.Fatal(err)
	}
	if _, f, err := Load(def, rec, s.Version(), FromCSV("export.csv", &b, def, rec)); err != nil {
		t.Errorf("exported and read again: %v\n%s", err, f)
	}
}

func TestEntriesOfOneIdentifier(t *testing.T) {
	def, rec := watchList() // its key is entry
	s := mustLoad(t, def, rec, FromSDN(realList(t), def, rec))
	if e, ok := s.Entry("9758/1"); !ok || e.Fields["entry"] != "9758/1" {
		t.Errorf("entry 9758/1 is %v", e)
	}
}

// What a node can be asked to hold stays far from what it may use: 300 MB in all.
func TestMemoryOfTheRealList(t *testing.T) {
	def, rec := watchList()
	dir := realList(t)
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := heap()
	s := mustLoad(t, def, rec, FromSDN(dir, def, rec))
	if used := int64(heap()) - int64(before); used > 60<<20 {
		t.Errorf("the list takes %d MB, want under 60", used>>20)
	} else {
		t.Logf("%d entries take %.1f MB", s.Len(), float64(used)/(1<<20))
	}
	runtime.KeepAlive(s)
}

func TestListErrorsKeepTheirPlace(t *testing.T) {
	def, rec := watchList()
	for _, err := range FromSDN(t.TempDir(), def, rec) {
		if !strings.Contains(err.Error(), "holds no sdn.csv") {
			t.Errorf("got %v", err)
		}
	}
	_, findings, err := Load(def, rec, "", FromSDN(t.TempDir(), def, rec))
	if fault.CodeOf(err) != fault.Invalid || findings.Errors != 1 {
		t.Errorf("got %v, %s", err, findings)
	}
}

func FuzzFromCSV(f *testing.F) {
	f.Add("key,text\nk,A\n")
	f.Add("_id,key,names,sum,place\n1,k,a|b\\|c,1 EUR,\"[1,2]\"\n")
	f.Add("key,number,yes\n\"k\n1\",1e3,yes\nk,,\n")
	f.Fuzz(func(t *testing.T, text string) {
		def, rec := everything()
		var good []Entry
		for e, err := range FromCSV("f.csv", strings.NewReader(text), def, rec) {
			if err != nil {
				var found Finding
				if !errors.As(err, &found) || found.Message == "" {
					t.Fatalf("an error that is no finding: %v", err)
				}
				continue
			}
			if e.ID == "" || len(e.Fields) == 0 {
				t.Fatalf("an entry without id or values: %v", e)
			}
			good = append(good, e)
		}
		s, findings, err := Load(def, rec, "", listed(good...))
		if err != nil {
			if !strings.Contains(findings.String(), "two entries") && !strings.Contains(findings.String(), "same key") &&
				!strings.Contains(findings.String(), "2^53") && !strings.Contains(findings.String(), "double") {
				t.Fatalf("what was read cannot be loaded: %v\n%s", err, findings)
			}
			return
		}
		var b bytes.Buffer
		if err := s.ExportCSV(&b); err != nil {
			t.Fatal(err)
		}
		if _, findings, err := Load(def, rec, s.Version(), FromCSV("back.csv", &b, def, rec)); err != nil {
			t.Fatalf("exported and read again: %v\n%s", err, findings)
		}
	})
}

func BenchmarkLookup(b *testing.B) {
	def, rec := watchList()
	s := mustLoad(b, def, rec, FromSDN(realList(b), def, rec))
	q := def.Query("passport")
	var hit []seal.Match
	for e := range s.All() {
		if values := maps.Clone(e.Fields); values["issuing_state"] != nil {
			maps.DeleteFunc(values, func(f agreement.FieldID, _ any) bool { return !slices.Contains(q.On, f) })
			var err error
			if hit, err = Question(q, rec, values); err != nil {
				b.Fatal(err)
			}
		}
	}
	miss := []seal.Match{{Field: "document", Value: "ZZ0000001"}, hit[1]}
	for name, c := range map[string]struct {
		match []seal.Match
		hits  int
	}{"hit": {hit, 1}, "miss": {miss, 0}} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if n := len(s.Lookup(q, c.match)); n != c.hits {
					b.Fatalf("%d hits", n)
				}
			}
		})
	}
}
