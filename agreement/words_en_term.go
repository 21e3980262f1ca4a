package agreement

// termEnglish are the English words about time and consent.
var termEnglish = map[string]string{
	// which days are working days, and how they are counted
	"note.working":  "Working days are Monday to Friday.",
	"note.calendar": "Working days are those of the calendar {calendar}.",
	"note.counted":  "Working days are counted from the next day on.",
	"note.instant":  "The last of them ends at the time of day at which the time began.",

	"agreement.calendar": "Where a time limit names no other calendar, working days are those of {calendar}.",
	"agreement.without":  "Every act under it is without prejudice to this: {words}.",

	"agreement.amends.stay": "It takes the place of version {version}; cases that are open then end under that version.",

	"article.number":      "Article {number}",
	"article.untouchable": "No reservation, phase or suspension can touch this article.",
	"article.by_people":   "Carried out by people, and by no rule: {sentences}.",
	"article.sentence":    "sentence {n}",
	"sentence":            "Article {article}, sentence {n}: {text}",
	"page.carries":        "Carries out: {sentences}",

	"party.unrecognised": "It does not recognise the status of {parties}.",
	"party.competence":   "{name} decides in: {procedures}.",
	"party.forwards":     "What reaches {name} and belongs to another authority is passed on within {within}.",
	"purpose.protective": "It may add a safeguard for a person, and never suspicion.",
	"record.permits":     "{label} may be shared or compared for {purposes} alone.",
	"record.concordance": "The choices of {label} are the entries of {concordance}.",
	"assessment.harm":    "It weighs what the data could do to people.",
	"assessment.signed":  "It may be answered by {roles} alone.",

	// calendar
	"calendar":          "{title}: the working days of {parties}, as listed from {from} to {until}.",
	"calendar.weekend":  "Every week nobody works on {days}.",
	"calendar.yearly":   "Every year nobody works on {days}.",
	"calendar.closed":   "Single days on which nobody works: {days}.",
	"weekday.monday":    "Monday",
	"weekday.tuesday":   "Tuesday",
	"weekday.wednesday": "Wednesday",
	"weekday.thursday":  "Thursday",
	"weekday.friday":    "Friday",
	"weekday.saturday":  "Saturday",
	"weekday.sunday":    "Sunday",

	// phase, schedule
	"phase":           "{title}: while this phase lasts, there is in force: {articles}.",
	"phase.starts":    "It begins on {date}.",
	"phase.step":      "A step begins it.",
	"phase.ends":      "It ends at the end of {date}.",
	"phase.after":     "It can only follow {phase}.",
	"phase.entry":     "It begins only if {condition}.",
	"phase.exit":      "It may be left if {condition}.",
	"phase.exit_to":   "It may be left for {phase} if {condition}.",
	"phase.review":    "It must have been reviewed within {review} of its beginning.",
	"schedule":        "{title}: {roles} must open {procedure} within {within} from {date}.",
	"schedule.every":  "It falls due again each time {every} later.",
	"schedule.ladder": "If that is not done, the ladder {ladder} begins.",

	// handling, credential
	"handling":                "{title}: a code for handling.",
	"handling.court.yes":      "What is shared under it may be used in court.",
	"handling.court.consent":  "What is shared under it may be used in court if its giver consents.",
	"handling.court.no":       "What is shared under it may not be used in court.",
	"handling.onward.yes":     "It may be passed on.",
	"handling.onward.consent": "It may be passed on if its giver consents.",
	"handling.onward.no":      "It may not be passed on.",
	"handling.marking":        "Every page is marked {marking}.",
	"credential":              "{title}: it states {fields}, and is valid for {valid}.",
	"credential.record":       "What it states is of the record {record}.",
	"credential.issuers":      "It is issued by {roles}.",

	// declaration, objection
	"declaration.reservation": "{title}, a reservation: {party} is not bound by {articles}.",
	"declaration.provisional": "{title}, a provisional application: {party} applies {articles} before the agreement starts.",
	"declaration.territorial": "{title}, a territorial declaration: for {party} the agreement applies to {territories}.",
	"declaration.authorities": "{title}, a declaration of authorities: these are competent for {party}: {authorities}.",
	"declaration.statement":   "{title}: a statement of {party}, which changes nothing.",
	"declaration.made":        "Made on {date}, in these words: {text}.",
	"declaration.objections":  "Others may object within {objections}.",
	"objection":               "{party} objected on {date}, in these words: {text}.",
	"objection.accepts":       "The rest of the agreement is in force between the two.",
	"objection.opposes":       "Nothing of the agreement is in force between the two.",

	// annex, undertaking, concordance
	"annex":                "{title}: a text of its own that fills in {articles}. Its SHA-256 is {sha256}.",
	"annex.classified":     "It is classified.",
	"annex.held":           "It is held by {parties}.",
	"undertaking":          "{title}: {by} undertakes this towards {deposited}, and towards no other party: {text}.",
	"undertaking.oral":     "It was given by word of mouth, and {deposited} witnessed it.",
	"undertaking.for":      "It is about {articles}.",
	"concordance":          "{title}: what corresponds between the legal orders of {parties}. An entry does so between those that have a text for it.",
	"concordance.covered":  "{concept}: {texts}.",
	"concordance.excluded": "{concept}: {texts}. This is agreed not to correspond.",
	"concordance.text":     "{party}: {text}",
	"concordance.evidence": "to be shown to {party}: {text}",
	"cond.covered":         "{a} corresponds, by the concordance {name}, in the orders of the parties to the case",
	"cond.uncovered":       "{a} does not correspond, by the concordance {name}, in the orders of the parties to the case",

	// names of blocks
	"block.amends":      "the amendment",
	"block.anchor":      "the anchor",
	"block.calendar":    "the calendar",
	"block.phase":       "the phase",
	"block.schedule":    "the schedule",
	"block.handling":    "the handling code",
	"block.credential":  "the credential",
	"block.declaration": "the declaration",
	"block.objection":   "the objection",
	"block.annex":       "the annex",
	"block.undertaking": "the undertaking",
	"block.concordance": "the concordance",
	"block.concept":     "the entry",
}
