package desk

// french says all that english says. Titles that the agreement gives stand behind a colon or between quotation
// marks, so that nothing has to agree with a gender that nobody states.
var french = map[string]string{
	"comma": ", ", "and": " et ", "or": " ou ", "quote": "« {text} »", "space": " ",

	"persona.does": "{deeds}.", "persona.audits": "Recueillir les preuves et procéder à l’audit",

	// What silence will do, after the agreement's word for it.
	"will.proceed":       "L’acte « {step} » est alors réputé accompli.",
	"will.lapse":         "L’affaire passe alors à l’état « {to} ».",
	"will.lapse.closes":  "Ce qui était demandé prend alors fin, et l’affaire avec lui.",
	"will.suspend":       "Rien d’autre ne peut alors être fait dans cette affaire jusqu’à ce que quelqu’un agisse.",
	"will.erase":         "Ce qui a été communiqué au titre de {fields} ne peut plus être utilisé à compter de ce moment, et est détruit sur tous les nœuds {grace} plus tard.",
	"will.explain":       "Les motifs sont alors dus, et le délai est prorogé une seule fois, de {extends}.",
	"will.explain.once":  "Les motifs sont alors dus ; le délai a déjà été prorogé.",
	"will.remain":        "L’obligation subsiste.",
	"will.remain.ladder": "L’obligation subsiste, et la procédure « {ladder} » s’engage : {expects}",
	"will.restrict":      "Ce qui a été communiqué au titre de {fields} est alors conservé, mais ne peut plus être utilisé.",
	"will.to":            "L’affaire passe alors à l’état « {to} ».",

	// What it did.
	"did.proceed":       "L’acte « {step} » a été réputé accompli.",
	"did.proceed.none":  "L’acte qui aurait été réputé accompli n’était pas possible.",
	"did.lapse":         "L’affaire est maintenant à l’état « {to} ».",
	"did.lapse.closes":  "Ce qui était demandé a pris fin, et l’affaire avec lui.",
	"did.suspend":       "Rien d’autre ne peut être fait dans cette affaire jusqu’à ce que quelqu’un agisse.",
	"did.sealed":        "Ce qui a été communiqué au titre de {fields} ne peut plus être utilisé à compter de ce moment. La destruction a lieu {grace} plus tard, à moins que n’arrive un acte dont il est prouvé qu’il a été accompli à temps.",
	"did.erase":         "Ce qui a été communiqué au titre de {fields} a été détruit sur tous les nœuds.",
	"did.explain":       "Les motifs sont dus, et le délai a été prorogé une seule fois, de {extends}.",
	"did.explain.once":  "Les motifs sont dus.",
	"did.remain":        "L’obligation subsiste.",
	"did.remain.ladder": "L’obligation subsiste, et la procédure « {ladder} » s’est engagée : {expects}",
	"did.restrict":      "Ce qui a été communiqué au titre de {fields} est conservé, mais ne peut plus être utilisé.",

	"lapse.title":  "{clock} : délai expiré",
	"lapse.final":  "{clock} : ce qui était scellé a été détruit",
	"erased.title": "{party} : attestation de la destruction de ce qui devait être détruit",
	"erased.all":   "{party} : attestation de la destruction de tout ce qui a été communiqué dans cette affaire",

	"next.rung":      "{expects}",
	"next.rung.if":   "Parce que la réponse n’est pas venue : « {ladder} ».",
	"next.keep":      "Ce qui a été communiqué dans cette affaire est détruit sur tous les nœuds",
	"next.keep.if":   "Les actes demeurent, et rien ne peut y être lu.",
	"next.notice.if": "À défaut, l’audit le signale. Le report ordonné par un juge est pris en compte.",
	"notice.if":      "L’obligation subsiste, et l’audit le signale.",

	"why.waits": "il appartient maintenant d’agir à : {roles}",
	"role.of":   "{role} ({party})", "role.the": "{role}", "roles.of": "{roles} ({party})",

	"kept.end":    "{for} après la fin de l’affaire",
	"kept.states": "{for} après le passage de l’affaire à l’état {states}",

	"problem.missing":    "le champ « {label} » n’est pas rempli",
	"problem.fill":       "remplissez-le",
	"problem.reasons":    "les motifs doivent être donnés",
	"problem.reasons.do": "indiquez pourquoi, avec vos propres mots",
	"problem.ground":     "un des motifs de la liste limitative doit être indiqué",
	"problem.blocks":     "la réponse « {answer} » à la question « {question} » exclut cet acte",
	"problem.blocks.do":  "tant que telle est la réponse, l’accord ne le permet pas",

	"answer.line": "{label} : {value}",

	"kept.says":   "{clock}, dans un délai de {within}.",
	"kept.before": "{clock}, {within} avant la date prévue.",
	"renewal":     "reconduit ensuite chaque fois pour {period}",
	"renewal.all": "reconduit ensuite pour {period} si tous y consentent",

	"survives.pending-cases": "les affaires ouvertes auparavant",
	"survives.remedies":      "les voies de recours",
	"survives.erasure":       "les durées de conservation et l’effacement",
	"survives.secrecy":       "le secret de ce qui a été échangé",

	"entry.act": "Acte", "entry.receipt": "Accusé de réception", "entry.refusal": "Refus", "entry.relay": "Conservé par le dépositaire",
	"entry.question": "Questions posées à un registre", "entry.answer": "Réponses d’un registre", "entry.read": "Consultation de champs à caractère personnel",
	"entry.register": "Chargement d’un registre", "entry.signature": "Signature", "entry.lapse": "Silence", "entry.erasure": "Attestation de destruction",
	"entry.publication": "Envoyé sous scellé à une autre partie", "entry.checkpoint": "Point de contrôle d’une autre partie", "entry.verdict": "Verdict avant destruction",
	"entry.session": "Connexion", "entry.of": "{kind} : {what}",
	"statement.certify": "clés d’un nœud", "statement.ratify": "signature au titre de l’accord", "statement.enrol": "enregistrement de la clé d’une personne", "statement.revoke": "révocation d’une clé",
	"found.enter": "si une phase commence", "found.renew": "si l’accord se poursuit",

	"verified.agreements": "Textes d’accords, compilés de nouveau", "verified.statements": "Certificats et signatures au titre de l’accord",
	"verified.logs": "Journaux, reconstruits feuille par feuille", "verified.leaves": "Entrées ouvertes et trouvées conformes à ce qui est montré",
	"verified.checkpoints": "Points de contrôle", "verified.cosignatures": "Cosignatures d’autres parties", "verified.cases": "Affaires rejouées",
	"verified.acts": "Actes, chacun avec sa signature", "verified.personal": "Signatures personnelles", "verified.receipts": "Accusés de réception de qui tient l’ordre des actes",
	"verified.lapses": "Silences", "verified.erasures": "Attestations de destruction", "verified.questions": "Questions posées aux registres", "verified.answers": "Réponses",
	"verified.disclosures": "Révélations, chacune conforme à son engagement", "verified.deliveries": "Champs transmis, chacun au titre d’un accès accordé",

	"where.act": "acte {number}", "where.log": "journal {log}, entrée {index}", "where.logonly": "journal {log}",
}
