package agreement

// termEnglish are the English words about time and consent.
var termEnglish = map[string]string{
	"agreement.calendar":   "Working days are those of the calendar “{calendar}”, where a time limit names no other.",
	"agreement.without":    "Every act under it is without prejudice: {words}",
	"agreement.unreserved": "It is open to no reservations.",

	"article.untouchable": "No reservation, phase or suspension can touch this article.",
	"article.by_people":   "People, and no rule, carry out: {sentences}.",
	"article.sentence":    "sentence {n}",
	"party.unrecognised":  "It does not recognise the status of {parties}.",
	"party.competence":    "{name} decides in: {procedures}.",
	"party.forwards":      "What reaches {name} and belongs to another authority is passed on within {within}.",
	"purpose.protective":  "It may add a safeguard for a person, and never suspicion.",
	"record.permits":      "{label} may be shared or compared for {purposes} alone.",
	"record.concordance":  "The choices of {label} are the entries of “{concordance}”.",
	"assessment.harm":     "It weighs what the data could do to people.",
	"assessment.signed":   "It may be answered by {roles} alone.",

	"calendar":          "{title}: the working days of {parties}, as listed from {from} to {until}.",
	"calendar.weekend":  "Every week nobody works on {days}.",
	"calendar.closed":   "Single days on which nobody works: {days}.",
	"calendar.yearly":   "Days of every year on which nobody works: {days}.",
	"weekday.monday":    "Monday",
	"weekday.tuesday":   "Tuesday",
	"weekday.wednesday": "Wednesday",
	"weekday.thursday":  "Thursday",
	"weekday.friday":    "Friday",
	"weekday.saturday":  "Saturday",
	"weekday.sunday":    "Sunday",

	"phase":         "{title}: while it lasts, these articles are in force: {articles}.",
	"phase.starts":  "It begins on {date}.",
	"phase.step":    "A step begins it.",
	"phase.ends":    "It ends at the end of {date}.",
	"phase.after":   "It can only follow “{phase}”.",
	"phase.entry":   "It begins only if {condition}.",
	"phase.exit":    "It may be left if {condition}.",
	"phase.exit_to": "It may be left for “{phase}” if {condition}.",
	"phase.review":  "It must have been reviewed within {review} of its beginning.",

	"schedule":        "{title}: on {date}, {roles} must open “{procedure}” within {within}.",
	"schedule.every":  "{title}: on {date}, and then every {every}, {roles} must open “{procedure}” within {within}.",
	"schedule.ladder": "If that is not done, the ladder “{ladder}” begins.",

	"handling":                "{title}:",
	"handling.court.yes":      "What is shared under it may be used in court.",
	"handling.court.consent":  "What is shared under it may be used in court if its giver consents.",
	"handling.court.no":       "What is shared under it may not be used in court.",
	"handling.onward.yes":     "It may be passed on.",
	"handling.onward.consent": "It may be passed on if its giver consents.",
	"handling.onward.no":      "It may not be passed on.",
	"handling.marking":        "Every page is marked “{marking}”.",

	"credential":         "{title}: it states {fields}, and is valid for {valid}.",
	"credential.issuers": "It is issued by {roles}.",

	"declaration.reservation": "{title}: {party} is not bound by {articles}.",
	"declaration.provisional": "{title}: {party} applies {articles} before the agreement starts.",
	"declaration.territorial": "{title}: for {party} the agreement applies to {territories}.",
	"declaration.authorities": "{title}: for {party} these authorities are competent: {authorities}.",
	"declaration.statement":   "{title}: a statement of {party}, which changes nothing.",
	"declaration.made":        "Made on {date}: {text}",
	"declaration.objections":  "Others may object within {objections}.",
	"objection":               "{party} objected on {date}; the rest of the agreement is in force between the two.",
	"objection.opposes":       "{party} objected on {date}, and opposes that the agreement is in force between the two.",

	"annex":            "{title}: a text of its own that fills in {articles}. Its SHA-256 is {sha256}.",
	"annex.classified": "It is classified.",
	"annex.held":       "It is held by {parties}.",

	"undertaking":      "{title}: {by} undertakes this towards {deposited}, and towards no other party: {text}",
	"undertaking.oral": "It was given by word of mouth, and {deposited} witnessed it.",
	"undertaking.for":  "It is about {articles}.",

	"concordance":          "{title}: what corresponds between the orders of {parties}.",
	"concordance.covered":  "“{concept}” corresponds ({texts}).",
	"concordance.excluded": "“{concept}” is agreed not to correspond.",
	"concordance.text":     "{party}: {text}",

	"sentence":     "Article {article}, sentence {n}: {text}",
	"articles.one": "Article {article}",
	"articles":     "Articles {articles}",

	"block.anchor": "the anchor",
}
