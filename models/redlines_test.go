package models_test

import (
	"os"
	"strings"
	"testing"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/negotiation"
)

// crossings are drafts that a counterpart might well send: of each red line the words that it is there to watch, and what
// would stand in their place; several pairs are one draft.
var crossings = map[string]map[string][]string{
	"border": {
		"what-is-captured-stays": {"fields  = [\"template\"]\n    with    = [checking.supervisor]", "fields  = [\"template\"]\n    with    = [checking.supervisor, role.officer]"},
		"four-eyes":              {"    reasons    = true\n    other_than = step.compare\n  }\n\n  step \"clear\"", "    reasons    = true\n  }\n\n  step \"clear\""},
		"nothing-personal-for-more-than-five-years": {"  keep {\n    for   = \"P5Y\"\n    after = [\"received\"]", "  keep {\n    for   = \"P6Y\"\n    after = [\"received\"]"},
		"silence-returns-nobody-to-us":              {"entering(\"assessed\", \"consulted\")\n    within  = \"P20D\"\n    warns   = \"P5D\"\n    silence = \"remain\"\n    ladder  = ladder.late-answer", "entering(\"assessed\", \"consulted\")\n    within  = \"P20D\"\n    warns   = \"P5D\"\n    silence = \"proceed\"\n    takes   = step.accept"},
		"goods-move":                                {"within  = \"PT12H\"\n    warns   = \"PT2H\"\n    silence = \"proceed\"", "within  = \"PT72H\"\n    warns   = \"PT2H\"\n    silence = \"proceed\""},
		"both-expand":                               {"quorum = 2\n    begins = phase.full", "begins = phase.full"},
		"no-way-back-without-appeal-and-monitor":    {"from  = [\"monitored\"]\n    to    = \"transferred\"", "from  = [\"monitored\", \"transferable\"]\n    to    = \"transferred\""},
		"thirty-days":                               {"starts  = entering(\"recovery\")\n    within  = \"P30D\"", "starts  = entering(\"recovery\")\n    within  = \"P10D\""},
		"protection-is-nobody-elses-business":       {"with    = [aid.interpreter]\n    purpose = purpose.protection", "with    = [aid.interpreter, role.liaison]\n    purpose = purpose.protection"},
		"the-employer-never-knows":                  {"with    = [inspecting.labour-inspector]\n    when    = \"case.may_be_named\"", "with    = [inspecting.labour-inspector, inspecting.employers-desk]\n    when    = \"case.may_be_named\""},
		"silence-sets-free":                         {"silence = \"lapse\"\n    to      = \"free\"\n    extends = \"P7D\"", "silence = \"remain\"\n    ladder  = ladder.person-waits\n    extends = \"P7D\""},
	},
	"access": {
		"no-list-of-people":                   {"  field \"travelling\" {\n    type  = \"number\"", "  field \"travelling\" {\n    type  = \"list of name\""},
		"patients-stay-with-medical-officers": {"    fields  = [\"kind\", \"patients\", \"crossing\", \"hour\"]\n    with    = [passing.checkpoint]", "    fields  = [\"kind\", \"patients\", \"crossing\", \"hour\", \"patient\"]\n    with    = [passing.checkpoint]"},
		"silence-moves-nothing":               {"    silence = \"lapse\"\n    to      = \"stays\"", "    silence = \"proceed\"\n    takes   = step.consent"},
		"own-stretch-alone":                   {"    with      = [near.liaison, near.checkpoint]", "    with      = [near.liaison, far.checkpoint]"},
		"two-days-to-object":                  {"within  = \"PT48H\"\n    warns   = \"PT12H\"\n    silence = \"lapse\"\n    to      = \"unanswered\"", "within  = \"PT12H\"\n    warns   = \"PT6H\"\n    silence = \"lapse\"\n    to      = \"unanswered\""},
		"the-neutral-keeps-the-order":         {"  record = record.cargo\n  home   = depositary", "  record = record.cargo\n  home   = side.watching"},
		"recovery-is-verified":                {"    milestone = procedure.milestone\n    verified  = [\"verified\"]\n", ""},
		"the-survivor-decides":                {"    by    = [hearing.listener]\n    from  = [\"referred\", \"care-alone\"]\n    to    = \"investigated\"", "    by    = [concerned.liaison]\n    from  = [\"referred\", \"care-alone\"]\n    to    = \"investigated\""},
	},
	"neighbours": {
		"no-silence-consents":     {"    silence = \"lapse\"\n    to      = \"not-accepted\"", "    silence = \"proceed\"\n    takes   = step.accept"},
		"three-inspections":       {"  title  = \"Inspections that a Party must accept in a year\"\n  number = 3", "  title  = \"Inspections that a Party must accept in a year\"\n  number = 4"},
		"duty-judge-of-the-court": {"  title       = \"Duty judge of the Court of the Island\"\n  held_by     = [party.court]", "  title       = \"Duty judge of the Court of the Island\"\n  held_by     = [party.court, party.arland]"},
		"routes-stay-coarse":      {"    with      = [role.liaison]\n    from      = [\"reported\", \"unreported\", \"broken-off\"]", "    with      = [role.liaison]\n    from      = [\"cleared\"]"},
		"names-go-in-two-years":   {"    for   = \"P2Y\"\n    after = [\"refused\", \"lapsed\", \"ended\"]", "    for   = \"P5Y\"\n    after = [\"refused\", \"lapsed\", \"ended\"]"},
		"remedies-stay":           {"suspends = [\"16\"]", "suspends = [\"15\"]", "restores = [\"16\"]", "restores = [\"15\"]"},
	},
	"justice": {
		"our-judges-decide": {
			"    title    = \"Authorise the core data\"\n    by       = [holding.judge]",
			"    title    = \"Authorise the core data\"\n    own_party = true\n    by       = [checking.judge]",
		},
		"the-defence-can-ask": {
			"    title   = \"Ask for evidence\"\n    by      = [defence.counsel]",
			"    title   = \"Ask for evidence\"\n    by      = [defence.person]",
		},
		"forty-days-and-free":            {"within  = \"P40D\"", "within  = \"P60D\""},
		"nationality-is-for-the-auditor": {"with    = [role.auditor]", "with    = [role.auditor, holding.contact-point]"},
		"everybody-is-told-in-the-end":   {"deferred_max = \"P1Y\"", "deferred_max = \"P18M\""},
		"ledgers-only-when-verified":     {"with    = [asking.asset-office]\n    from    = [\"found\"]", "with    = [asking.asset-office]\n    from    = [\"analysed\"]"},
		"nobody-listed-by-one":           {"    quorum   = 2\n    adds     = register.sanctions_list", "    adds    = register.sanctions_list"},
		"silence-consents-to-nothing-of-ours": {
			"    within  = \"P7D\"\n    warns   = \"P2D\"\n    silence = \"lapse\"\n    to      = \"declined\"",
			"    within  = \"P7D\"\n    warns   = \"P2D\"\n    silence = \"proceed\"\n    takes   = step.agree",
		},
	},
}

// Each red line of a model holds for its text, is some party's of it, and is crossed by the change that it is there to notice.
func TestRedLines(t *testing.T) {
	for name, drafts := range crossings {
		t.Run(name, func(t *testing.T) {
			file := name + "/redlines.hcl"
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			lines, err := negotiation.ReadRedLines(file, b)
			if err != nil {
				t.Fatal(err)
			}
			_, m, fs, err := agreement.Open(os.DirFS("."), name+".md", name+".md")
			if err != nil || m == nil {
				t.Fatal(err, fs)
			}
			text := string(assembled(t, name))
			whole := draft(t, text)
			if len(lines) != len(drafts) {
				t.Errorf("%d red lines, %d drafts that cross one", len(lines), len(drafts))
			}
			for _, l := range lines {
				if m.Party(l.Party) == nil {
					t.Errorf("%s: there is no party %s", l.Name, l.Party)
				}
				if got, why := l.Check(whole); got != negotiation.Holds {
					t.Errorf("%s: %s %s", l.Name, got, why)
				}
				pairs := drafts[l.Name]
				if len(pairs) == 0 {
					t.Errorf("%s: no draft crosses it", l.Name)
					continue
				}
				for i := 0; i < len(pairs); i += 2 {
					if n := strings.Count(text, pairs[i]); n == 0 {
						t.Errorf("%s: %q does not stand in the text", l.Name, pairs[i])
					}
				}
				if got, why := l.Check(draft(t, strings.NewReplacer(pairs...).Replace(text))); got != negotiation.Crossed {
					t.Errorf("%s, changed: %s %s", l.Name, got, why)
				}
			}
		})
	}
}

// draft reads a text as a version of a negotiation; one serves many conditions.
func draft(t *testing.T, text string) *negotiation.Version {
	t.Helper()
	v, err := negotiation.Read([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return v
}
