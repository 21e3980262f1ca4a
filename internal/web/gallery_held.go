package web

import (
	"github.com/a-h/templ"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// heldStates are the first run, and an agreement in another language than the reader's.
func heldStates() []galleryState {
	open := func(name string, draw func(p *page) templ.Component) galleryState {
		return galleryState{name: name, draw: draw, open: true}
	}
	begin := func(name string, draw func(p *page) templ.Component) galleryState {
		return galleryState{name: name, draw: func(p *page) templ.Component {
			p.frame.Agreement, p.frame.Waiting, p.frame.Log = ArticleRef{}, 0, LogState{}
			return draw(p)
		}}
	}
	text := SetupText{Model: "border", Title: "Border Partnership", Tongue: "en", Parties: []PartyRef{{ID: "arland", Name: "Arland", Kind: "state"}, {ID: "belmark", Name: "Belmark", Kind: "state"}}}
	said := SetupAnswers{Party: "arland", World: agreement.WorldExercise, Folder: "node", Desk: "127.0.0.1:8080", Peer: "127.0.0.1:8443"}
	made := SetupMade{
		Folder: "node", Text: "node/agreement.md", Give: []string{"node/card.json", "node/public.json"}, Away: "node/offline",
		Then: []string{"entente agreement keys node/agreement.md node/public.json belmark/public.json --out signed.md", "entente node adopt node --agreement signed.md --card belmark/card.json --sign"},
	}
	people := []SetupPerson{{ID: "ada", Name: "Ada Venn", Admin: true}, {ID: "noor", Name: "Noor Haddan"}}
	wrong := fault.New(fault.Conflict, "node is there already, and not empty").Mend("name another folder")
	return []galleryState{
		open("setup-shut", setupShut),
		open("setup-text", func(p *page) templ.Component { return setupTextPage(p, []SetupText{text}, nil) }),
		open("setup-answers", func(p *page) templ.Component { return setupAnswersPage(p, &text, said, nil) }),
		open("setup-answers-wrong", func(p *page) templ.Component { return setupAnswersPage(p, &text, said, wrong) }),
		open("setup-review", func(p *page) templ.Component { return setupReviewPage(p, &text, said) }),
		open("setup-made", func(p *page) templ.Component { return setupMadePage(p, &made, people[:1], false, nil) }),
		open("setup-runs", func(p *page) templ.Component {
			list := append([]SetupPerson(nil), people...)
			for i := range list {
				list[i].Link = "http://127.0.0.1:8080/login?token=x"
			}
			return setupMadePage(p, &made, list, true, nil)
		}),
		{name: "guided", draw: func(p *page) templ.Component {
			p.guide = &guideStop{who: "judge", place: 1, of: 5, stop: TourStop{
				At: "waits", Title: Said{"en": "The case that waits first", "ar": "أول قضية تنتظر"}, Look: Said{"en": "The clock says how long is left.", "ar": "تقول الساعة كم بقي."},
			}}
			return drawCase(p, specimenCase())
		}},
		{name: "guided-last", draw: func(p *page) templ.Component {
			p.guide = &guideStop{who: "judge", place: 4, of: 5, stop: TourStop{At: "/", Title: Said{"en": "The agreement, living"}, Look: Said{"en": "On one side what was signed."}}}
			return agreementPage(p, specimenAgreement())
		}},
		begin("begin-today", func(p *page) templ.Component { return todayPage(p, &TodayView{}) }),
		begin("begin-cases", func(p *page) templ.Component { return casesPage(p, &CaseList{}) }),
		begin("begin-check", func(p *page) templ.Component { return checkPage(p, nil) }),
		begin("begin-agreements", func(p *page) templ.Component { return agreementsPage(p, nil) }),
		begin("begin-ledger", func(p *page) templ.Component { return ledgersPage(p, nil) }),
		{name: "foreign", draw: func(p *page) templ.Component {
			p.frame.Foreign = []Foreign{{Agreement: "northgate", Title: "Northgate", Reads: "la", Has: []string{"la", "fr"}}}
			v := specimenCase()
			v.Case.Tongue, v.State.Tongue, v.Article.Tongue = "la", "la", "la"
			return drawCase(p, v)
		}},
	}
}
