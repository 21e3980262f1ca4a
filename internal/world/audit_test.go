package world

import (
	"testing"
	"time"

	"github.com/entente-net/entente/casework"
)

func TestAuditOfHonestHistoriesFindsNothing(t *testing.T) {
	p := begun(t)
	p.register()
	p.ask("P1234567", 1)
	p.ask("P0000000", 0)

	confirmed := p.hit("the same")
	p.do("arland", p.second, confirmed, "confirm", because("the same face"))
	p.do("arland", p.supervisor, confirmed, "ask-correction", fields{"error": "the document was found again"})
	p.do("belmark", p.registrar, confirmed, "retain", because("it was not"))
	p.do("arland", p.officer, confirmed, "inform", fields{"told": "that the document is kept"})
	cleared := p.hit("another")
	p.do("arland", p.supervisor, cleared, "clear", because("another person"))
	lapsed := p.hit("cannot be said")
	p.pass(16 * time.Minute)
	p.state("arland", lapsed, "lapsed")

	granted := p.asked("ordinary")
	p.do("belmark", p.vantor, granted, "authorise", because("necessary and proportionate"))
	p.do("belmark", p.oren, granted, "execute", fields{"evidence": "the telephone was at Quell"})

	refused := p.asked("ordinary")
	p.do("belmark", p.vantor, refused, "refuse", because("essential interests are touched"), "essential interests")
	p.do("arland", p.pia, refused, "contest", fields{"contention": "they are not"})
	p.do("belmark", p.judge2, refused, "affirm-refusal", because("they are"), "essential interests")

	questioned := p.asked("ordinary")
	p.do("belmark", p.vantor, questioned, "ask", fields{"question": "which telephone?"})
	p.pass(26 * time.Hour)
	p.do("arland", p.pia, questioned, "clarify", fields{"clarification": "the red one"})
	p.do("belmark", p.vantor, questioned, "authorise", because("now it is clear"))
	withdrawn := p.asked("ordinary")
	p.do("arland", p.pia, withdrawn, "withdraw", nil)
	unanswered := p.asked("ordinary")
	p.do("belmark", p.vantor, unanswered, "ask", fields{"question": "why?"})

	upheld := p.asked("danger to life")
	p.do("belmark", p.oren, upheld, "act-at-once", fields{"evidence": "a cellar", "reasons": "a life"})
	p.pass(47 * time.Hour)
	p.do("belmark", p.vantor, upheld, "uphold", because("a life was in danger"))
	p.do("belmark", p.oren, upheld, "execute", fields{"evidence": "the cellar and what was in it"})

	destroyed := p.asked("danger to life")
	p.do("belmark", p.oren, destroyed, "act-at-once", fields{"evidence": secret, "reasons": "a life"})
	p.pass(48 * time.Hour)
	p.pass(time.Second)
	clean(t, p.bundles(all...)) // sealed, in its grace
	p.pass(24*time.Hour + time.Second)
	p.state("belmark", destroyed, "not-upheld")

	complaint := p.open("arland", p.contact, "complaint", "file", fields{"complainant": "Ilyan Dessar", "grievance": "my house was searched", "asks": "reasons"})
	p.do("secretariat", p.ombud, complaint, "ask-file", nil)
	p.do("arland", p.contact, complaint, "give-file", fields{"file": "one page"})
	p.do("secretariat", p.ombud, complaint, "uphold", fields{"order": "give the reasons", "reasons": "none were given"})
	p.do("arland", p.contact, complaint, "tell", fields{"told": "that it was upheld"})
	p.do("arland", p.contact, complaint, "remedy", fields{"done": "the reasons were given"})

	for _, id := range []casework.CaseID{granted, upheld, destroyed} {
		p.do("belmark", p.oren, id, "tell", fields{"told": "what was done"})
	}
	p.do("belmark", p.oren, questioned, "execute", fields{"evidence": "it was off"})
	p.do("belmark", p.oren, questioned, "tell", fields{"told": "what was done"})
	r := clean(t, p.bundles(all...))
	for what, n := range map[string]uint64{
		"personal signatures": r.Verified.Personal, "receipts in a tree": r.Verified.ReceiptsInTree, "lapses": r.Verified.Lapses, "erasures": r.Verified.Erasures,
		"deliveries": r.Verified.Deliveries, "questions": r.Verified.Questions, "answers": r.Verified.Answers, "cosignatures": r.Verified.Cosignatures,
	} {
		if n == 0 {
			t.Errorf("the audit verified no %s:\n%s", what, printed(r))
		}
	}
	if r.Verified.Disclosures != 0 {
		t.Errorf("%d disclosures are in the bundles", r.Verified.Disclosures)
	}

	// After the keeping times everything is destroyed, and attested.
	p.pass(9 * 24 * time.Hour)
	p.state("arland", unanswered, "withdrawn")
	p.pass(366 * 24 * time.Hour)
	p.pass(366 * 24 * time.Hour)
	for _, id := range []casework.CaseID{confirmed, cleared, lapsed, granted, refused, questioned, withdrawn, unanswered, upheld, destroyed} {
		p.level(id)
	}
	r = clean(t, p.bundles(all...))
	if len(r.Attested) == 0 {
		t.Error("nobody attested what was found before the destruction")
	}
	if testing.Verbose() {
		t.Log(printed(r))
	}
}
