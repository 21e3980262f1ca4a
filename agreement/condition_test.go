package agreement

import (
	"encoding/json"
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/entente-net/entente/fault"
)

// typed is an agreement whose record has a field of every type, with the condition of its one guarded step.
func typed(condition string) string {
	return strings.NewReplacer("CONDITION", condition).Replace(`# T

## Article 1

` + "```hcl" + `
agreement "t" {
  title      = "T"
  version    = "1"
  languages  = ["en"]
  starts     = "2026-01-01"
  timezone   = "Etc/UTC"
  prevails   = "rules"
  depositary = party.a
}
party "a" {
  name = "A"
  kind = "state"
}
role "clerk" {
  title   = "Clerk"
  held_by = [party.a]
}
purpose "p" {
  title = "P"
}
record "part" {
  title = "Part"
  field "name" {
    type  = "text"
    class = "official"
  }
  field "good" {
    type  = "yes/no"
    class = "official"
  }
}
record "all" {
  title = "All"
  field "text" {
    type  = "text"
    class = "official"
  }
  field "number" {
    type  = "number"
    class = "official"
  }
  field "day" {
    type  = "date"
    class = "official"
  }
  field "at" {
    type  = "time"
    class = "official"
  }
  field "yes" {
    type  = "yes/no"
    class = "official"
  }
  field "amount" {
    type  = "amount"
    class = "official"
  }
  field "quantity" {
    type  = "quantity"
    class = "official"
  }
  field "point" {
    type  = "point"
    class = "official"
  }
  field "line" {
    type  = "line"
    class = "official"
  }
  field "area" {
    type  = "area"
    class = "official"
  }
  field "file" {
    type  = "file"
    class = "official"
  }
  field "part" {
    type  = "record.part"
    class = "official"
  }
  field "parts" {
    type  = "list of record.part"
    class = "official"
  }
  field "words" {
    type  = "list of text"
    class = "official"
  }
  field "kind" {
    type    = "choice"
    choices = ["one", "two"]
    class   = "official"
  }
}
procedure "p" {
  title  = "P"
  record = record.all
  home   = side.s
  side "s" {
    any = [party.a]
  }
  state "done" {
    final = true
  }
  step "open" {
    by    = [s.clerk]
    to    = "open"
    gives = ["text", "number", "day", "at", "yes", "amount", "quantity", "point", "line", "area", "file", "part", "parts", "words", "kind"]
  }
  step "do" {
    by   = [s.clerk]
    from = ["open"]
    to   = "done"
    when = "CONDITION"
  }
  share "all" {
    fields  = ["text", "number", "day", "at", "yes", "amount", "quantity", "point", "line", "area", "file", "part", "parts", "words", "kind"]
    with    = [role.clerk]
    purpose = purpose.p
  }
}
indicator "late" {
  title     = "Late"
  measure   = "count"
  procedure = procedure.p
}
indicator "unknown" {
  title     = "Unknown"
  measure   = "count"
  procedure = procedure.p
}
quota "visits" {
  title  = "Visits"
  number = 2
  per    = "P1M"
}
` + "```\n")
}

func condition(t testing.TB, source string) Condition {
	t.Helper()
	m, fs := Compile("t.md", []byte(typed(source)))
	if m == nil {
		t.Fatalf("%s", fs)
	}
	return m.Procedure("p").Step("do").When
}

const values = `{"text":"a","number":2.5,"day":"2026-03-01","at":"2026-03-01T12:00:00+02:00","yes":true,
"amount":{"currency":"EUR","value":"12.50"},"quantity":{"unit":"kg","value":"3"},"point":[1.5,2],"line":[[0,0],[1,1]],
"area":[[[0,0],[1,0],[1,1],[0,0]]],"file":{"media":"text/plain","name":"x","sha256":"","data":""},
"part":{"name":"n","good":true},"parts":[{"name":"n","good":false},{"name":"m","good":true}],"words":["x","y"],"kind":"two"}`

func env(t testing.TB) Env {
	t.Helper()
	e := Env{Facts: map[string]any{"indicator:late": 3.0, "quota:visits": json.Number("2")}}
	d := json.NewDecoder(strings.NewReader(values))
	d.UseNumber()
	if err := d.Decode(&e.Case); err != nil {
		t.Fatal(err)
	}
	return e
}

func TestConditions(t *testing.T) {
	for source, want := range map[string]bool{
		"case.text == 'a'":                                           true,
		"case.number > 2.0 && case.number < 3":                       true,
		"case.day < timestamp('2026-03-02T00:00:00Z')":               true,
		"case.at == timestamp('2026-03-01T10:00:00Z')":               true,
		"case.at - case.day > duration('10h')":                       false,
		"!case.yes":                                                  false,
		"case.amount.currency == 'EUR' && case.amount.value == 12.5": true,
		"case.quantity.value >= 3.0":                                 true,
		"case.point[0] == 1.5":                                       true,
		"case.line[1][0] == 1.0":                                     true,
		"case.area[0][2][1] == 1.0":                                  true,
		"case.file.media.startsWith('text/')":                        true,
		"case.part.good":                                             true,
		"has(case.part.name)":                                        true,
		"case.parts.exists(p, p.good && p.name == 'm')":              true,
		"case.parts.all(p, p.good)":                                  false,
		"size(case.words) == 2 && 'x' in case.words":                 true,
		"case.kind in ['one', 'two']":                                true,
		"indicator('late') > 2.0":                                    true,
		"quota('visits') + indicator('late') == 5.0":                 true,
		"case.yes || indicator('unknown') > 0.0":                     true, // what does not matter need not be known
	} {
		got, err := condition(t, source).Eval(env(t))
		if err != nil || got != want {
			t.Errorf("%s: %v, %v", source, got, err)
		}
	}
}

func TestConditionDependsOnWhatIsNotOpen(t *testing.T) {
	c := condition(t, "case.number > 2.0 && case.kind == 'two' && indicator('late') > 0.0")
	if got := c.Reads; len(got) != 2 || got[0] != "kind" || got[1] != "number" {
		t.Errorf("reads %v", got)
	}
	if got := c.Facts; len(got) != 1 || got[0] != "indicator:late" {
		t.Errorf("facts %v", got)
	}
	full := env(t)
	for name, e := range map[string]Env{
		"no values": {},
		"no field":  {Case: map[FieldID]any{"number": 2.5}, Facts: full.Facts},
		"no fact":   {Case: full.Case},
		"null":      {Case: map[FieldID]any{"number": nil, "kind": "two"}, Facts: full.Facts},
	} {
		_, err := c.Eval(e)
		if !errors.Is(err, ErrUnread) || fault.CodeOf(err) != fault.ConditionUnread {
			t.Errorf("%s: %v", name, err)
		}
	}
	// A false part decides whatever the rest may be.
	if ok, err := c.Eval(Env{Case: map[FieldID]any{"kind": "one"}}); ok || err != nil {
		t.Errorf("a decided condition gave %v, %v", ok, err)
	}
	// What does not fit its field is no "not open".
	_, err := c.Eval(Env{Case: map[FieldID]any{"number": "two", "kind": "two"}, Facts: full.Facts})
	if err == nil || errors.Is(err, ErrUnread) || fault.CodeOf(err) == fault.Internal {
		t.Errorf("a value of another type gave %v", err)
	}
}

func TestConditionWithoutCompiler(t *testing.T) {
	if ok, err := (Condition{}).Eval(Env{}); !ok || err != nil {
		t.Errorf("no condition gave %v, %v", ok, err)
	}
	if _, err := (Condition{Source: "true"}).Eval(Env{}); err == nil {
		t.Error("a condition that was never compiled gave an answer")
	}
}

func TestConditionCostIsBounded(t *testing.T) {
	c := condition(t, "case.words.all(a, case.words.all(b, case.words.all(c, a + b != c)))")
	e := env(t)
	words := make([]any, 1000)
	for i := range words {
		words[i] = "word"
	}
	e.Case["words"] = words
	if _, err := c.Eval(e); err == nil || errors.Is(err, ErrUnread) {
		t.Errorf("a thousand million comparisons gave %v", err)
	}
}

func TestConditionConcurrently(t *testing.T) {
	c := condition(t, "case.number > 2.0 && indicator('late') > 1.0")
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range 500 {
				n := float64((i + j) % 5)
				ok, err := c.Eval(Env{Case: map[FieldID]any{"number": n}, Facts: map[string]any{"indicator:late": 2.0}})
				if err != nil || ok != (n > 2) {
					t.Errorf("%v: %v, %v", n, ok, err)
					return
				}
			}
		}()
	}
	wg.Wait()
}

func BenchmarkEval(b *testing.B) {
	c := condition(b, "case.part.good && case.kind == 'two'")
	e := env(b)
	b.ReportAllocs()
	for b.Loop() {
		if ok, err := c.Eval(e); !ok || err != nil {
			b.Fatal(ok, err)
		}
	}
}

func BenchmarkCompile(b *testing.B) {
	text := northgate(b)
	b.ReportAllocs()
	for b.Loop() {
		if m, _ := Compile("northgate.md", text); m == nil {
			b.Fatal("does not compile")
		}
	}
}
