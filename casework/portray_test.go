package casework

import (
	"os"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
)

// What is drawn from the rules comes out on the engine, and is closed wherever an example can say all.
func TestDrawnExamplesComeOut(t *testing.T) {
	for _, path := range []string{"../bench/northgate.md", "../docs/examples/arrest-warrant.md", "../docs/examples/vienna-document.md"} {
		m := compiled(t, path)
		drawn := 0
		for i := range m.Procedures {
			p := &m.Procedures[i]
			for _, x := range Portray(m, p) {
				drawn++
				for _, w := range (&example{model: m, expect: &x}).run() {
					t.Errorf("%s: %s: %s", path, x.Title, w.message)
				}
				if x.State == "" || len(x.Given) == 0 {
					t.Errorf("%s: %s says nothing", path, x.Title)
				}
			}
		}
		if drawn < 20 {
			t.Errorf("%s: only %d examples", path, drawn)
		}
	}
}

const twoLapses = `
procedure "season" {
  title  = "Season"
  record = record.request
  home   = side.asked

  side "asking" { any = [party.a, party.b] }

  side "asked" {
    any   = [party.a, party.b]
    other = [side.asking]
  }

  state "over" { final = true }
  state "settled" { final = true }

  step "ask" {
    by    = [asking.clerk]
    to    = "used"
    gives = ["matter", "weight"]
  }

  step "settle" {
    by     = [asking.clerk, asked.clerk]
    from   = ["used"]
    to     = "settled"
    quorum = 2
  }

  step "give-back" {
    by   = [asking.clerk]
    from = ["returning"]
    to   = "settled"
  }

  clock "use" {
    starts  = entering("used")
    within  = "P6M"
    silence = "lapse"
    to      = "returning"
  }

  clock "return" {
    starts  = entering("returning")
    within  = "P90D"
    silence = "lapse"
    to      = "over"
  }

  share "the request" {
    fields  = ["matter", "weight"]
    with    = [asked.clerk, role.judge]
    purpose = purpose.justice
  }
}
`

func TestDrawnExamplesReachWhatTakesTwo(t *testing.T) {
	base, err := os.ReadFile("../agreement/testdata/base.md")
	if err != nil {
		t.Fatal(err)
	}
	m, fs := agreement.Compile("base.md", []byte(strings.Replace(string(base), "\n## Article 3", "\n```hcl"+twoLapses+"```\n\n## Article 3", 1)))
	if m == nil {
		t.Fatal(fs)
	}
	found := map[agreement.StateID]agreement.Expect{}
	for _, x := range Portray(m, m.Procedure("season")) {
		found[x.State] = x
	}
	// Two silences, one after the other, are as long as both.
	if at := found["over"].At; m.After(at, m.Starts.Midnight(m.Location())).Before(m.Starts.Midnight(m.Location()).AddDate(0, 6, 89)) {
		t.Errorf("the second silence is looked at after %s", at)
	}
	// What two parties take together is drawn with both.
	if x := found["settled"]; len(x.Given) != 3 || x.Given[1].By == x.Given[2].By {
		t.Errorf("settled by %+v", x.Given)
	}
	// An office that parties hold who stand on no side is named by its role.
	if x := found["used"]; !x.Closed || len(x.Sees) == 0 {
		t.Errorf("what the judges see is not said: %+v", x.Sees)
	}
}
