package reader

// Ignored are the members of the schema that decide nothing of a case: words for people, and what queries
// and examples are about. "Model.title" is a member of the model itself. Of those that look as if they decided something:
//
//   - Annex, Undertaking, Declaration.text and its like are texts and commitments to texts, which people carry out. A
//     provisional application is a statement: no act is taken before the agreement's first day.
//   - Clause.may_rest: the model lists the articles among those that its steps suspend already.
//   - Anchor, Clause.by_people hold prose and rules together; Step.urgent, Share.onward, Field.permits, Purpose.protective,
//     Assessment.signed, State.stage, Party.unrecognised and Authority.competence say what the check of a text must
//     find in its other rules, and these decide.
//   - Indicator and Risk are figures and methods over cases: their facts come with the act.
//   - Schedule, Drill, Publish, Renewal.notice and Phase.review say what people owe or exercise outside of cases.
//   - Calendar.from and Calendar.until say for which days the list is complete, which the check looks at.
//   - Model.reservations says what declarations the check lets stand.
//   - Field.concordance: the model lists its entries among the choices already.
var Ignored = []string{
	"Model.anchors", "Model.annexes", "Model.authentic", "Model.drills", "Model.expects", "Model.handlings", "Model.indicators",
	"Model.languages", "Model.prevails", "Model.purposes", "Model.reservations", "Model.risks", "Model.schedules", "Model.title", "Model.undertakings",
	"Model.translations", "Model.without_prejudice", "Model.world",
	"Assessment.article", "Assessment.harm", "Assessment.signed", "Assessment.title", "Calendar.article", "Calendar.from", "Calendar.of", "Calendar.title",
	"Calendar.until", "Clause.by_people", "Clause.line", "Clause.may_rest", "Clause.prose", "Clause.title", "Varies.least", "Varies.most", "Clock.title",
	"Concept.evidence", "Concept.title", "Concordance.article", "Concordance.title", "Condition.facts", "Credential.article", "Credential.issuers",
	"Credential.title", "Declaration.article", "Declaration.authorities", "Declaration.id", "Declaration.objections",
	"Declaration.territories", "Declaration.text", "Declaration.title",
	"Field.assessment", "Field.class", "Field.concordance", "Field.help", "Field.label", "Field.permits", "Keep.article", "Keep.id",
	"Ladder.article", "Ladder.title", "Money.entry", "Money.window", "Notice.article", "Notice.remedy", "Objection.made", "Objection.text",
	"Party.article", "Party.authorities", "Party.country", "Party.key", "Party.kind", "Party.name", "Party.unrecognised",
	"Phase.article", "Phase.review", "Phase.title", "Procedure.affects", "Procedure.article", "Procedure.publish", "Procedure.title",
	"Question.text", "Quota.article", "Quota.title", "Record.about", "Record.article", "Record.title", "Register.article", "Register.editors",
	"Register.holders", "Register.keep", "Register.queries", "Register.title", "Renewal.notice", "Role.article", "Role.enrolled", "Role.title",
	"Rung.expects", "Rung.opens", "Share.article", "Share.code", "Share.handling", "Share.onward", "Share.purpose",
	"Vote.article", "Vote.title", "State.label", "State.stage", "State.title", "Step.title", "Step.urgent",
}

// IgnoredParts are the parts of the schema in which nothing decides a case.
var IgnoredParts = []string{
	"Anchor", "Annex", "Authority", "Drill", "Event", "Expect", "Fund", "Handling", "Indicator", "Lane", "Load", "May", "Move", "Player", "Publish", "Purpose",
	"Query", "Risk", "RiskRule", "Schedule", "Seen", "Undertaking", "Window",
}
