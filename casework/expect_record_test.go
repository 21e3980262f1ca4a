package casework

import (
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
)

// TestExamplesOfRecordsAndOffices: an example that states too much or too little is told so, one by one.
func TestExamplesOfRecordsAndOffices(t *testing.T) {
	m := compiled(t, "../docs/language.md")
	request := agreement.Move{Step: "request", By: agreement.Actor{Side: "requesting", Role: "prosecutor"}}
	judge := agreement.Actor{Side: "requested", Role: "judge"}
	alert := func(x agreement.Expect) agreement.Expect { x.Record = "document_alert"; return x }
	asked := func(x agreement.Expect) agreement.Expect {
		x.Procedure, x.Given = "assistance", []agreement.Move{request}
		return x
	}
	for _, x := range []struct {
		name   string
		expect agreement.Expect
		want   string // "": it comes out
	}{
		{"values that fit", alert(agreement.Expect{Accepts: map[agreement.FieldID]any{"issuing_state": []any{"XA", "XB"}}}), ""},
		{"one that does not", alert(agreement.Expect{Accepts: map[agreement.FieldID]any{"issuing_state": []any{"XA", "Arland"}}}), "should take Arland"},
		{"values that do not fit", alert(agreement.Expect{Rejects: map[agreement.FieldID]any{"reported": []any{"yesterday", true}}}), ""},
		{"one that does", alert(agreement.Expect{Rejects: map[agreement.FieldID]any{"reported": "2026-03-01"}}), "should not take 2026-03-01"},
		{"all that is required", alert(agreement.Expect{Requires: []agreement.FieldID{"number", "issuing_state"}}), ""},
		{"too little", alert(agreement.Expect{Requires: []agreement.FieldID{"number"}}), "the field issuing_state"},
		{"too much", alert(agreement.Expect{Requires: []agreement.FieldID{"number", "issuing_state", "reported"}}), "the field reported"},
		{"all that is open", asked(agreement.Expect{May: []agreement.May{{By: judge, Steps: []agreement.StepID{"refuse", "authorise", "put-off", "go-on"}}}}), ""},
		{"too few steps", asked(agreement.Expect{May: []agreement.May{{By: judge, Steps: []agreement.StepID{"authorise"}}}}), "may now do authorise, go-on, put-off, refuse"},
		{"nothing, rightly", asked(agreement.Expect{May: []agreement.May{{By: agreement.Actor{Side: "requesting", Role: "judge"}}}}), ""},
		{"nothing, wrongly", asked(agreement.Expect{May: []agreement.May{{By: judge}}}), "should be able to do nothing"},
		{"not all that is seen", asked(agreement.Expect{Sees: []agreement.Seen{{Field: "offence", By: judge}}, Exact: []agreement.Actor{judge}}), "sees person as well"},
	} {
		x.expect.Title, x.expect.Article = x.name, "7"
		n := *m
		n.Expects = []agreement.Expect{x.expect}
		said := ""
		for _, f := range Expectations(n.Build()) {
			said += f.Message + "\n"
		}
		if x.want == "" && said != "" || !strings.Contains(said, x.want) {
			t.Errorf("%s: %q, want %q", x.name, said, x.want)
		}
	}
}
