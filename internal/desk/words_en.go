package desk

// english is complete; a test holds every key that the code names against it.
var english = map[string]string{
	"comma": ", ", "and": " and ", "or": " or ", "quote": "“{text}”", "space": " ",

	"persona.does": "{deeds}.", "persona.audits": "Collect the evidence and run the audit",

	// What silence will do, after the agreement's word for it.
	"will.proceed":       "“{step}” is then taken by default.",
	"will.lapse":         "The case then stands at “{to}”.",
	"will.lapse.closes":  "What was asked for then ends, and the case with it.",
	"will.suspend":       "Nothing else can then be done in this case until somebody acts.",
	"will.erase":         "What was given as {fields} may not be used from that moment on, and is destroyed on every node {grace} later.",
	"will.explain":       "Reasons are then owed, and the time is extended once, by {extends}.",
	"will.explain.once":  "Reasons are then owed; the time has been extended already.",
	"will.remain":        "The duty stays.",
	"will.remain.ladder": "The duty stays, and “{ladder}” begins: {expects}",
	"will.restrict":      "What was given as {fields} is then kept, but can no longer be used.",
	"will.to":            "The case then stands at “{to}”.",

	// What it did.
	"did.proceed":       "“{step}” was taken by default.",
	"did.proceed.none":  "The step that would have been taken by default was not possible.",
	"did.lapse":         "The case now stands at “{to}”.",
	"did.lapse.closes":  "What was asked for has ended, and the case with it.",
	"did.suspend":       "Nothing else can be done in this case until somebody acts.",
	"did.sealed":        "What was given as {fields} may not be used from that moment on. It is destroyed {grace} later, unless an act arrives that is proved to have been done in time.",
	"did.erase":         "What was given as {fields} was destroyed on every node.",
	"did.explain":       "Reasons are owed, and the time was extended once, by {extends}.",
	"did.explain.once":  "Reasons are owed.",
	"did.remain":        "The duty stays.",
	"did.remain.ladder": "The duty stays, and “{ladder}” has begun: {expects}",
	"did.restrict":      "What was given as {fields} is kept, but can no longer be used.",

	"lapse.title":  "{clock}: the time ran out",
	"lapse.final":  "{clock}: what was sealed was destroyed",
	"erased.title": "{party} attests that it has destroyed what it owed to destroy",
	"erased.all":   "{party} attests that it has destroyed everything that was given in this case",

	"next.rung":      "{expects}",
	"next.rung.if":   "Because the answer stays away: “{ladder}”.",
	"next.keep":      "What was given in this case is destroyed on every node",
	"next.keep.if":   "The acts stay, and nothing can be read from them.",
	"next.notice.if": "If it is not done, the audit names it. A judge’s deferral is counted.",
	"notice.if":      "The duty stays, and the audit names it.",

	"why.waits": "now it is for {roles} to act",
	"role.of":   "the {role} of {party}", "role.the": "the {role}", "roles.of": "{roles} of {party}",

	"kept.end":    "until {for} after the case has ended",
	"kept.states": "until {for} after the case came to {states}",

	"problem.missing":    "“{label}” is missing",
	"problem.fill":       "fill it in",
	"problem.reasons":    "this must be reasoned",
	"problem.reasons.do": "say why, in your own words",
	"problem.ground":     "one of the grounds of the closed list must be named",
	"problem.blocks":     "the answer “{answer}” to “{question}” does not permit this step",
	"problem.blocks.do":  "as long as this is the answer, the agreement says no",

	"answer.line": "{label}: {value}",

	"kept.says":   "{clock}, within {within}.",
	"kept.before": "{clock}, {within} before its date.",
	"renewal":     "then renewed by {period} at a time",
	"renewal.all": "then renewed by {period} if all consent",

	"survives.pending-cases": "cases opened before",
	"survives.remedies":      "remedies",
	"survives.erasure":       "keeping times and erasing",
	"survives.secrecy":       "what was shared stays bound",

	"entry.act": "Act", "entry.receipt": "Receipt", "entry.refusal": "Refusal", "entry.relay": "Held by the depositary",
	"entry.question": "Questions to a register", "entry.answer": "Answers of a register", "entry.read": "Personal fields were looked at",
	"entry.register": "Register loaded", "entry.signature": "Signature", "entry.lapse": "Silence", "entry.erasure": "Destruction attested",
	"entry.publication": "Sent to another party, sealed", "entry.checkpoint": "Checkpoint of another party", "entry.verdict": "Verdict before destroying",
	"entry.session": "Login", "entry.of": "{kind}: {what}",
	"statement.certify": "keys of a node", "statement.ratify": "signature under the agreement", "statement.enrol": "a person’s own key enrolled", "statement.revoke": "a key revoked",
	"found.enter": "whether a phase begins", "found.renew": "whether the agreement goes on",

	"verified.agreements": "Agreement texts, compiled again", "verified.statements": "Certificates and signatures under the agreement",
	"verified.logs": "Logs, rebuilt leaf by leaf", "verified.leaves": "Log entries opened and found to be what is shown",
	"verified.checkpoints": "Checkpoints", "verified.cosignatures": "Cosignatures by other parties", "verified.cases": "Cases replayed",
	"verified.acts": "Acts, each with its signature", "verified.personal": "Personal signatures", "verified.receipts": "Receipts of a case’s home",
	"verified.lapses": "Silences", "verified.erasures": "Attestations of destruction", "verified.questions": "Questions to registers", "verified.answers": "Answers",
	"verified.disclosures": "Disclosures, each what was committed to", "verified.deliveries": "Fields handed over, each under a share",

	"where.act": "act {number}", "where.log": "log {log}, entry {index}", "where.logonly": "log {log}",
}
