package web

import (
	"github.com/a-h/templ"

	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

// galleryPortal shows the pages of the portal, and what the desk has for those who file.
func galleryPortal() []galleryState {
	open := func(name string, draw func(p *page) templ.Component) galleryState {
		return galleryState{name: "public-" + name, open: true, draw: func(p *page) templ.Component {
			p.offers = map[string]bool{"agreement": true, "decisions": true, "complain": true, "verify": true, "mailbox": true, "feed": true}
			return draw(p)
		}}
	}
	box := func(v *MailboxView, st mailboxState) func(p *page) templ.Component {
		return func(p *page) templ.Component { return mailboxPage(p, v, &st) }
	}
	return []galleryState{
		open("home", func(p *page) templ.Component {
			p.frame.Agreement = ArticleRef{}
			return homePage(p, []AgreementRow{specimenAgreement().AgreementRow, specimenProposed().AgreementRow})
		}),
		open("home-empty", func(p *page) templ.Component { p.frame.Agreement = ArticleRef{}; return homePage(p, nil) }),
		open("complain", func(p *page) templ.Component { return doorsPage(p, specimenDoors()) }),
		open("complain-empty", func(p *page) templ.Component { return doorsPage(p, nil) }),
		open("filing", func(p *page) templ.Component {
			return filingPage(p, newFilingState(specimenFilingForm(false), false), nil)
		}),
		open("filing-sealed", func(p *page) templ.Component {
			return filingPage(p, newFilingState(specimenFilingForm(true), false), nil)
		}),
		open("filing-errors", func(p *page) templ.Component {
			st := newFilingState(specimenFilingForm(true), false)
			st.faults["f.grievance"] = p.T("portal.seal.unsealed")
			return filingPage(p, st, p.listed(&st.filled, st.form.Inputs, "northgate", specimenFilingProblems()))
		}),
		open("filing-review", func(p *page) templ.Component {
			f := specimenFilingForm(true)
			r := &Review{Form: f, Outflows: f.Outflows, Clocks: []ClockView{specimenAnswerClock()}, Values: []Value{
				{Field: fieldGrievance, Value: specimenArmor, Sight: Sight{Sees: SeesGave}},
				{Field: fieldAsks, Value: "reasons", Sight: Sight{Sees: SeesGave}},
			}}
			return filingReviewPage(p, r, newFilingState(f, false), "e30")
		}),
		open("filing-later", func(p *page) templ.Component {
			return filingPage(p, newFilingState(specimenFilingForm(false), true), nil)
		}),
		open("mailbox-closed", func(p *page) templ.Component { p.frame.Agreement = ArticleRef{}; return mailboxClosedPage(p, "", nil) }),
		open("mailbox-unknown", func(p *page) templ.Component {
			p.frame.Agreement = ArticleRef{}
			q := p.problemOf("", fault.New(fault.NotFound, "this code opens nothing").Mend("type it as it stands on your paper"))
			return mailboxClosedPage(p, "K7RD-29XM-HT4B-6WQA", &q)
		}),
		open("mailbox-filed", box(specimenMailbox(), mailboxState{})),
		open("mailbox-slip", box(specimenMailbox(), mailboxState{typed: "K7RD-29XM-HT4B-6WQA", slip: compareCodes("K7RD-29XM-HT4B-6WQA", specimenCode)})),
		open("mailbox-short", box(specimenMailbox(), mailboxState{typed: "K7RD", slip: compareCodes("K7RD", specimenCode)})),
		open("mailbox-waits", box(specimenWaiting(), mailboxState{})),
		open("mailbox-write-error", func(p *page) templ.Component {
			return mailboxPage(p, specimenWaiting(), &mailboxState{problem: &problem{message: p.T("mailbox.write.empty"), remedy: p.T("mailbox.write.empty.mend")}})
		}),
		open("mailbox-decided", box(specimenDecided(true), mailboxState{})),
		open("mailbox-appeal-over", box(specimenDecided(false), mailboxState{})),
		open("mailbox-appeal-lapsed", func(p *page) templ.Component {
			v := specimenDecided(true)
			v.Appeal.Due, v.Appeal.Status, v.Steps = before(day), casework.StatusLapsed, nil
			return mailboxPage(p, v, &mailboxState{})
		}),
		open("mailbox-empty", func(p *page) templ.Component {
			v := specimenWaiting()
			v.Values, v.Acts, v.Next, v.Messages, v.Readers, v.Clocks, v.Steps = nil, nil, nil, nil, nil, nil, nil
			return mailboxPage(p, v, &mailboxState{})
		}),
		open("verify", func(p *page) templ.Component { return verifyPage(p, nil, "", specimenCheckpoints()) }),
		open("verify-one", func(p *page) templ.Component {
			return verifyPage(p, []foundFile{specimenVerified()}, "", specimenCheckpoints())
		}),
		open("verify-some", func(p *page) templ.Component {
			return verifyPage(p, []foundFile{specimenVerified(), specimenFalse()}, "", nil)
		}),
		open("verify-unread", func(p *page) templ.Component {
			q := p.problemOf("", fault.New(fault.Invalid, "this is no proof and no text that Entente knows").Mend("give the file as it was saved"))
			return verifyPage(p, []foundFile{{Name: p.T("verify.pasted"), Fault: &q}}, "x", nil)
		}),
		open("decisions", func(p *page) templ.Component { return decisionsPage(p, specimenDecisions()) }),
		open("decisions-empty", func(p *page) templ.Component {
			return decisionsPage(p, &DecisionList{Agreement: "northgate", Title: "Northgate Corridor Partnership"})
		}),
		open("problem", func(p *page) templ.Component {
			return drawProblem(p, fault.New(fault.NotFound, "there is no page at this address").Mend("look for it from the list above"))
		}),
		{name: "case-filed", draw: func(p *page) templ.Component {
			v := specimenCase()
			v.Values = append(v.Values, Value{Field: fieldGrievance, Value: specimenArmor, Sight: Sight{Sees: SeesIt}})
			return casePage(p, v, offeredForms(v), specimenBeside())
		}},
		{name: "case-beside-empty", draw: func(p *page) templ.Component {
			v := specimenCase()
			v.Offers = nil
			return casePage(p, v, nil, &BesideView{Mailbox: true, Code: true})
		}},
		{name: "code", draw: func(p *page) templ.Component { return codePage(p, specimenCase(), specimenBeside()) }},
		{name: "code-first", draw: func(p *page) templ.Component { return codePage(p, specimenCase(), &BesideView{Code: true}) }},
		{name: "slip", draw: func(p *page) templ.Component { return slipPage(p, specimenSlip()) }},
		{name: "slip-no-clock", draw: func(p *page) templ.Component {
			s := specimenSlip()
			s.Clocks, s.Office = nil, ""
			return slipPage(p, s)
		}},
	}
}
