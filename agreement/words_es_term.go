package agreement

// termSpanish are the Spanish words about time and consent.
var termSpanish = map[string]string{
	// which days are working days, and how they are counted
	"note.working":  "Son días hábiles los comprendidos entre el lunes y el viernes.",
	"note.calendar": "Son días hábiles los del calendario {calendar}.",
	"note.counted":  "Los días hábiles se cuentan a partir del día siguiente.",
	"note.instant":  "El último de ellos vence a la hora en que comenzó el plazo.",

	"agreement.calendar": "Si un plazo no remite a otro calendario, son días hábiles los del calendario {calendar}.",
	"agreement.without":  "Todo acto realizado en virtud del acuerdo se entiende sin perjuicio de lo siguiente: {words}.",

	"agreement.amends.stay": "Sustituye a la versión {version}; los asuntos entonces abiertos concluyen conforme a esa versión.",

	"article.number":      "artículo {number}",
	"article.untouchable": "El presente artículo no podrá ser objeto de reserva, fase ni suspensión.",
	"article.by_people":   "Se cumple por obra de personas, y no de una regla: {sentences}.",
	"article.sentence":    "frase {n}",
	"sentence":            "Artículo {article}, frase {n}: {text}",
	"page.carries":        "Disposiciones que se ejecutan: {sentences}",

	"party.unrecognised": "Esta parte no reconoce el estatuto de {parties}.",
	"party.competence":   "Procedimientos de la competencia de {name}: {procedures}.",
	"party.forwards":     "Lo que llegue a {name} y corresponda a otra autoridad se remite a esta en un plazo de {within}.",
	"purpose.protective": "Este fin podrá añadir una garantía para una persona, nunca una sospecha.",
	"record.permits":     "{label}: acceso o comparación únicamente para los fines de {purposes}.",
	"record.concordance": "Las opciones de {label} son las entradas de la concordancia {concordance}.",
	"assessment.harm":    "Esta evaluación pondera el daño que los datos podrían causar a las personas.",
	"assessment.signed":  "Solo podrá responderla {roles}.",

	// calendar
	"calendar":          "{title}: días hábiles de {parties}, según la lista completa del {from} al {until}.",
	"calendar.weekend":  "Días no hábiles de cada semana: {days}.",
	"calendar.yearly":   "Días no hábiles de cada año: {days}.",
	"calendar.closed":   "Días no hábiles aislados: {days}.",
	"weekday.monday":    "lunes",
	"weekday.tuesday":   "martes",
	"weekday.wednesday": "miércoles",
	"weekday.thursday":  "jueves",
	"weekday.friday":    "viernes",
	"weekday.saturday":  "sábado",
	"weekday.sunday":    "domingo",

	// phase, schedule
	"phase":           "{title}: fase durante la cual está en vigor lo siguiente: {articles}.",
	"phase.starts":    "Comienza el {date}.",
	"phase.step":      "Comienza mediante un acto.",
	"phase.ends":      "Termina al final del {date}.",
	"phase.after":     "Solo podrá seguir a la fase {phase}.",
	"phase.entry":     "Solo comienza si {condition}.",
	"phase.exit":      "Podrá ponérsele fin si {condition}.",
	"phase.exit_to":   "Podrá ponérsele fin, para pasar a la fase {phase}, si {condition}.",
	"phase.review":    "Deberá haberse examinado en un plazo de {review} contado desde su comienzo.",
	"schedule":        "{title}: {roles} deberá abrir {procedure} en un plazo de {within} contado desde el {date}.",
	"schedule.every":  "La obligación renace cada vez que transcurre el tiempo siguiente: {every}.",
	"schedule.ladder": "De no cumplirse, se inicia el procedimiento escalonado {ladder}.",

	// handling, credential
	"handling":                "{title}: código de utilización.",
	"handling.court.yes":      "Lo comunicado con este código podrá utilizarse ante los tribunales.",
	"handling.court.consent":  "Lo comunicado con este código podrá utilizarse ante los tribunales con el consentimiento de quien lo comunicó.",
	"handling.court.no":       "Lo comunicado con este código no podrá utilizarse ante los tribunales.",
	"handling.onward.yes":     "Se permite su retransmisión.",
	"handling.onward.consent": "Se permite su retransmisión con el consentimiento de quien lo comunicó.",
	"handling.onward.no":      "No se permite su retransmisión.",
	"handling.marking":        "Cada página lleva la indicación {marking}.",
	"credential":              "{title}: documento acreditativo en el que consta {fields}, con una validez de {valid}.",
	"credential.record":       "Lo que en él consta se ajusta a la ficha {record}.",
	"credential.issuers":      "Lo expide {roles}.",

	// declaration, objection
	"declaration.reservation": "{title}, reserva; disposiciones que no obligan a {party}: {articles}.",
	"declaration.provisional": "{title}, aplicación provisional; disposiciones que {party} aplica antes de la entrada en vigor del acuerdo: {articles}.",
	"declaration.territorial": "{title}, declaración territorial; territorios a los que se aplica el acuerdo respecto de {party}: {territories}.",
	"declaration.authorities": "{title}, declaración sobre autoridades; autoridades competentes respecto de {party}: {authorities}.",
	"declaration.statement":   "{title}: declaración de {party} que nada modifica.",
	"declaration.made":        "Formulada el {date} en los términos siguientes: {text}.",
	"declaration.objections":  "Plazo para que las demás partes formulen objeciones: {objections}.",
	"objection":               "Objeción de {party}, formulada el {date} en los términos siguientes: {text}.",
	"objection.accepts":       "El resto del acuerdo está en vigor entre ambas partes.",
	"objection.opposes":       "El acuerdo no está en vigor entre ambas partes.",

	// annex, undertaking, concordance
	"annex":                "{title}: texto separado que completa lo siguiente: {articles}. Su resumen SHA-256 es {sha256}.",
	"annex.classified":     "Es un texto clasificado.",
	"annex.held":           "El texto obra en poder de {parties}.",
	"undertaking":          "{title}: {by} contrae ante {deposited}, y ante ninguna otra parte, el compromiso siguiente: {text}.",
	"undertaking.oral":     "El compromiso se contrajo verbalmente, con {deposited} como testigo.",
	"undertaking.for":      "Se refiere a lo siguiente: {articles}.",
	"concordance":          "{title}: correspondencias entre los ordenamientos de {parties}. Hay correspondencia entre los que disponen de un texto para la entrada.",
	"concordance.covered":  "{concept}: {texts}.",
	"concordance.excluded": "{concept}: {texts}. Se ha convenido en que no hay correspondencia.",
	"concordance.text":     "{party}: {text}",
	"concordance.evidence": "prueba que exige {party}: {text}",
	"cond.covered":         "{a} tiene correspondencia, según la concordancia {name}, en los ordenamientos de las partes en el asunto",
	"cond.uncovered":       "{a} no tiene correspondencia, según la concordancia {name}, en los ordenamientos de las partes en el asunto",

	// names of blocks
	"block.amends":      "la enmienda",
	"block.anchor":      "la remisión al texto",
	"block.calendar":    "el calendario",
	"block.phase":       "la fase",
	"block.schedule":    "el programa de vencimientos",
	"block.handling":    "el código de utilización",
	"block.credential":  "el documento acreditativo",
	"block.declaration": "la declaración",
	"block.objection":   "la objeción",
	"block.annex":       "el anexo",
	"block.undertaking": "el compromiso",
	"block.concordance": "la concordancia",
	"block.concept":     "la entrada",
}
