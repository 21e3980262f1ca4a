package web

import (
	"time"

	"github.com/a-h/templ"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// The negotiation's states.
func galleryDraft() []galleryState {
	state := func(name string, draw func(p *page) templ.Component) galleryState {
		return galleryState{name: name, draw: func(p *page) templ.Component {
			p.viewer.Negotiates = true
			return draw(p)
		}}
	}
	return []galleryState{
		state("today-draft", func(p *page) templ.Component {
			v := specimenToday()
			v.Drafts = []TalkRow{specimenTalkRow()}
			return todayPage(p, v)
		}),
		state("talks", func(p *page) templ.Component {
			done := specimenTalkRow()
			done.ID, done.Waits, done.Kind, done.Concluded, done.InForce, done.Open = "77aa00112233", nil, "first", true, true, 0
			return talksPage(p, &TalkList{Rows: []TalkRow{specimenTalkRow(), done}})
		}),
		state("talks-empty", func(p *page) templ.Component { return talksPage(p, &TalkList{}) }),
		state("talk", func(p *page) templ.Component { return talkPage(p, specimenTalk(), nil) }),
		state("talk-trouble", func(p *page) templ.Component { return talkPage(p, specimenTroubled(), nil) }),
		state("talk-refused", func(p *page) templ.Component {
			f := &draftForm{raw: map[string][]string{"kind": {"comment"}, "words": {"Ten days would do."}}, err: fault.New(fault.Conflict, "the draft has a newer version").Mend("look at it first")}
			return talkPage(p, specimenTalk(), f)
		}),
		state("draft-article", func(p *page) templ.Component { return draftArticlePage(p, specimenDraftArticle(), nil) }),
		state("draft-article-agreed", func(p *page) templ.Component {
			v := specimenDraftArticle()
			v.Agreed, v.Brackets, v.Comments, v.Before, v.Changes, v.Row.State = true, nil, nil, nil, nil, DraftProposed
			return draftArticlePage(p, v, nil)
		}),
		state("draft-trial", func(p *page) templ.Component { return trialPage(p, specimenTrial(), nil) }),
		state("draft-trial-unsound", func(p *page) templ.Component {
			v := specimenTrial()
			v.Sound, v.Compare.Play = false, PlayView{Why: "no-model"}
			v.Findings = []FindingView{{
				Error: true, Article: "7", Line: 31, Source: `within  = "P8X"`, Message: "“P8X” is no length of time", Mend: "write it as in ISO 8601: \"P8D\" for eight days",
			}}
			return trialPage(p, v, nil)
		}),
		state("draft-trial-running", func(p *page) templ.Component {
			v := specimenTrial()
			v.Compare.Play = PlayView{Can: true, Running: true, Done: 1, Total: 3}
			return trialPage(p, v, nil)
		}),
		state("draft-trial-stale", func(p *page) templ.Component {
			v := specimenTrial()
			v.Stale = true
			return trialPage(p, v, nil)
		}),
		state("draft-compare", func(p *page) templ.Component { c := specimenTrial().Compare; return comparePage(p, &c) }),
		state("draft-compare-unplayed", func(p *page) templ.Component {
			c := specimenTrial().Compare
			c.Play = PlayView{Can: true}
			return comparePage(p, &c)
		}),
		state("draft-sign", func(p *page) templ.Component {
			v := specimenTalk()
			v.MaySign, v.SignHere, v.Open = true, true, 0
			return signPage(p, v, nil)
		}),
		state("draft-sign-open", func(p *page) templ.Component { return signPage(p, specimenTalk(), nil) }),
		state("draft-text", func(p *page) templ.Component {
			a := specimenDraftArticle()
			return draftTextPage(p, &DraftTextView{
				Talk: a.Talk, Version: specimenTalk().Versions[0], Language: "en", Hash: a.Hash,
				Articles: []ArticleText{{Prose: []string{"The Parties agree as follows."}}, {Number: "7", Title: a.Row.Title, Prose: a.Prose, Rules: a.Rules}},
			})
		}),
		state("red-lines", func(p *page) templ.Component {
			lines := specimenTalk().RedLines
			return redLinesPage(p, &RedLinesView{Own: belmark, Lines: lines, Talks: []TalkRow{specimenTalkRow()}, Held: map[string][]RedLineView{"83904d8bf14c": lines}}, nil)
		}),
		state("red-lines-empty", func(p *page) templ.Component { return redLinesPage(p, &RedLinesView{Own: belmark}, nil) }),
		state("playbook", func(p *page) templ.Component {
			return playbookPage(p, &PlaybookView{Talk: specimenTalkRow(), Name: "northgate", Milestones: []MilestoneView{
				{Name: "court", Words: "The court's time first.", Met: true, By: before(10 * day)},
				{Name: "time", By: before(day), Late: true, Why: "Article 7 is bracketed", Offer: "nine", Fallback: &BracketView{Article: "7", From: "within eight days", To: "within nine days"}},
				{Name: "money", By: after(12 * day), Left: 12, Why: "Article 9 is proposed"},
			}})
		}),
		state("begin", func(p *page) templ.Component {
			return beginPage(p, &BeginView{
				Own: belmark, Contacts: []ContactView{{Party: arland, Address: "127.0.0.1:7001", Key: "party-ed25519:5gk2x1v0"}, {Party: secretariat, Address: "127.0.0.1:7002", Key: "party-ed25519:9az4qqpl"}},
				Models: []ModelRow{{"border", "Border crossing"}, {"neighbours", "Confidence between Neighbours"}}, Agreements: []AgreementRow{specimenAgreement().AgreementRow},
			}, nil)
		}),
		state("begin-empty", func(p *page) templ.Component {
			return beginPage(p, &BeginView{Own: belmark, Models: []ModelRow{{"border", "Border crossing"}}}, nil)
		}),
	}
}

func specimenTalkRow() TalkRow {
	return TalkRow{
		ID: "83904d8bf14c", Title: "Northgate Corridor Partnership", Agreement: "northgate", Kind: "amendment", Parties: []PartyRef{arland, belmark, secretariat}, Opener: arland,
		Opened: before(9 * day), Version: 2, Open: 3, Of: 12,
		Waits: []DraftWait{{What: "bracket", Count: 1, By: arland, Article: "7"}, {What: "agree", Count: 3}},
	}
}

func specimenTalk() *TalkView {
	both := []PartyRef{belmark, secretariat}
	return &TalkView{
		TalkRow: specimenTalkRow(), Own: belmark, World: agreement.WorldExercise, Hash: "sha256:5f0c2a9d77e24d0c8a51b2c3d4e5f60788aa", Author: arland,
		Words: "Eight days are short over a holiday: ten for the judge.", Against: "in-force",
		Articles: []DraftRow{
			{Number: FrameArticle, State: DraftAgreed},
			{Number: "1", Title: "Parties and term", State: DraftProposed, By: []PartyRef{arland}, Missing: both, Waits: true, Changed: true},
			{Number: "2", Title: "One check at the crossing", State: DraftAgreed},
			{Number: "7", Title: "Mutual assistance", State: DraftBracketed, By: []PartyRef{arland}, Missing: both, Waits: true, Changed: true, Brackets: 1, Comments: 2},
		},
		Brackets: []BracketView{specimenBracket()},
		Comments: []CommentView{{By: arland, Person: "Nadia Orr", Words: "We would like to sign before the winter.", Version: 1, At: before(8 * day)}},
		Changes:  []ChangeView{{Article: "1", Text: "The version is 1.1 and no longer 1.0."}, {Article: "7", Text: "Clock decision: within is 10 days and no longer 8 days."}},
		RedLines: []RedLineView{
			{Name: "nine-days-at-least", Words: "Our courts cannot do it in eight.", Condition: "draft.procedures.all(p, true)", Outcome: "holds"},
			{Name: "one-year-at-most", Words: "Nothing is kept longer than a year.", Condition: "draft.kept().all(k, k.days <= 365)", Outcome: "crossed"},
			{Name: "two-judges", Condition: "draft.actors('judge').size() >= 2", Outcome: "unclear", Why: "it gives neither true nor false"},
		},
		Versions: []DraftVersion{
			{Number: 2, Name: "a1b2c3d4e5f6", Author: arland, Sent: before(2 * day), Words: "Ten for the judge.", Current: true},
			{Number: 1, Name: "0f0f0f0f0f0f", Author: belmark, Sent: before(9 * day)},
		},
		History: []TalkAct{
			{By: arland, At: before(day), Kind: "bracket", Version: 2, Articles: []agreement.Article{"7"}, From: "within ten days", To: "within nine days", Words: "A day less."},
			{By: arland, At: before(2 * day), Kind: "version", Version: 2},
			{By: secretariat, At: before(3 * day), Kind: "agree", Version: 1, Articles: []agreement.Article{FrameArticle, "2"}},
			{By: arland, At: before(8 * day), Kind: "comment", To: "We would like to sign before the winter."},
			{By: arland, At: before(9 * day), Kind: "open", Version: 1},
		},
		Cases:  []MovedCase{{Case: caseA}, {Case: caseB, Moves: true}, {Case: caseB, Moves: true, Lacks: []string{"the new text has no state “requested”"}}},
		Trials: []TrialRow{{ID: "t1", Article: "7", Made: before(time.Hour)}, {ID: "t2", Made: before(4 * time.Hour), Stale: true}},
	}
}

func specimenTroubled() *TalkView {
	v := specimenTalk()
	v.Title, v.Beside, v.Waits = "", 1, []DraftWait{{What: "merge", Count: 2}}
	v.Forks, v.Missing = []MissingView{{arland, 4}}, []MissingView{{secretariat, 3}}
	v.Findings = []FindingView{{Error: true, Article: "7", Line: 212, Source: `within = "P8X"`, Message: "“P8X” is no length of time", Mend: "write \"P8D\""}, {Line: 3, Message: "the title is long"}}
	v.Faults = []string{"the text names no key of arland; it is party-ed25519:5gk2x1v0"}
	v.RedLines, v.Changes, v.Comments, v.Trials, v.Cases = nil, nil, nil, nil, nil
	v.Signed = []PartyRef{arland}
	return v
}

func specimenBracket() BracketView {
	return BracketView{ID: "b1", By: arland, Article: "7", From: "within ten days", To: "within nine days", Words: "A day less, and we can sign."}
}

func specimenDraftArticle() *DraftArticleView {
	v := specimenTalk()
	own := specimenBracket()
	own.ID, own.By, own.Own, own.From, own.To, own.Words = "b2", belmark, true, "alone and", "", ""
	return &DraftArticleView{
		Talk: v.TalkRow, Own: belmark, Row: v.Articles[3], Hash: v.Hash, Against: "in-force", Previous: "6", Next: "8",
		Prose:   []string{"1. A judge of the requested Party decides, alone and within ten days, whether the measure is necessary and proportionate."},
		Rules:   []Rule{{Text: "A judge of the requested Party decides within 10 days."}, {Text: "Silence means: the duty stays.", Heavy: true}},
		Source:  "## Article 7 — Mutual assistance\n\n1. A judge of the requested Party decides, alone and within ten days, whether the measure is necessary and proportionate.\n\n```hcl\nclock \"decision\" {\n  within = \"P10D\"\n}\n```\n",
		Before:  []Span{{"same", "A judge of the requested Party decides, alone and within "}, {"gone", "eight "}, {"new", "ten "}, {"same", "days, whether the measure is necessary and proportionate."}},
		Changes: []ChangeView{{Article: "7", Text: "Clock decision: within is 10 days and no longer 8 days."}}, Brackets: []BracketView{specimenBracket(), own},
		Comments: []CommentView{{By: secretariat, Person: "Maud Sol", Article: "7", About: "within ten days", Words: "The prose and the rule say the same.", Version: 2, At: before(day)}},
	}
}

func specimenTrial() *TrialView {
	v, a, no := specimenTalk(), specimenDraftArticle(), false
	return &TrialView{
		ID: "t1", Article: "7", Title: "Mutual assistance", Source: a.Source, Sound: true, Bracket: true, From: "within ten days", To: "within four days", RedLines: v.RedLines, Made: before(time.Minute),
		Compare: CompareView{
			Talk: v.TalkRow, From: v.Versions[0], To: DraftVersion{Name: "t1"}, Versions: v.Versions,
			Articles: []ComparedArticle{
				{Number: "7", Title: "Mutual assistance", Prose: []Span{{"same", "A judge decides within "}, {"gone", "ten "}, {"new", "four "}, {"same", "days."}}, Rules: []ChangeView{{Article: "7", Text: "Clock decision: within is 4 days and no longer 10 days."}}},
				{Number: "9", Title: "Money", New: true},
				{Number: "10", Title: "Visits", Gone: true},
				{Number: "11", Title: "Examples", Example: true},
				{Number: "12", Title: "Data", Source: []Span{{"gone", "keep = \"P1Y\"\n"}, {"new", "keep = \"P2Y\"\n"}}},
			},
			Play: PlayView{Can: true, Ran: true, Done: 1, Total: 1, Drills: []PlayedDrill{{
				Title:   "A busy week",
				Clocks:  []PlayedClock{{Case: "Request for assistance", Title: "The judge decides", WasOf: 8, NowLate: 1, NowOf: 8}, {Case: "Hit", Title: "Somebody looks", WasLate: 2, WasOf: 9, NowOf: 9}},
				Waits:   []PlayedWait{{Case: "Request for assistance", Role: prosecutorA, Cases: 8, Longer: 1, Shorter: 3, Most: 5 * time.Hour, Least: 2 * time.Hour}},
				Figures: []PlayedFigure{{Title: "Answers in time", Was: "1", Now: "0.875", Target: ">= 0.9", Met: &no}},
			}}},
		},
	}
}
