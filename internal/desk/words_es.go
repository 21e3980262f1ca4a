package desk

// spanish says all that english says. Titles that the agreement gives stand behind a colon or between quotation
// marks, so that nothing has to agree with a gender that nobody states.
var spanish = map[string]string{
	"comma": ", ", "and": " y ", "or": " o ", "quote": "«{text}»", "space": " ",

	"persona.does": "{deeds}.", "persona.audits": "Reunir las pruebas y realizar la auditoría",

	// What silence will do, after the agreement's word for it.
	"will.proceed":       "El acto «{step}» se tiene entonces por realizado.",
	"will.lapse":         "El asunto pasa entonces al estado «{to}».",
	"will.lapse.closes":  "Lo que se había pedido termina entonces, y el asunto con ello.",
	"will.suspend":       "Nada más puede hacerse entonces en este asunto hasta que alguien actúe.",
	"will.erase":         "Lo comunicado como {fields} no podrá utilizarse desde ese momento, y se destruirá en todos los nodos una vez transcurrido el plazo siguiente: {grace}.",
	"will.explain":       "Deberán exponerse entonces los motivos, y el plazo se amplía una sola vez, en {extends}.",
	"will.explain.once":  "Deberán exponerse entonces los motivos; el plazo ya se ha ampliado.",
	"will.remain":        "La obligación subsiste.",
	"will.remain.ladder": "La obligación subsiste, y se inicia «{ladder}»: {expects}",
	"will.restrict":      "Lo comunicado como {fields} se conserva entonces, pero no podrá seguir utilizándose.",
	"will.to":            "El asunto pasa entonces al estado «{to}».",

	// What it did.
	"did.proceed":       "El acto «{step}» se tuvo por realizado.",
	"did.proceed.none":  "El acto que se habría tenido por realizado no era posible.",
	"did.lapse":         "El asunto está ahora en el estado «{to}».",
	"did.lapse.closes":  "Lo que se había pedido ha terminado, y el asunto con ello.",
	"did.suspend":       "Nada más puede hacerse en este asunto hasta que alguien actúe.",
	"did.sealed":        "Lo comunicado como {fields} no podrá utilizarse desde ese momento. Se destruirá una vez transcurrido el plazo siguiente: {grace}, salvo que llegue un acto del que conste que se realizó a tiempo.",
	"did.erase":         "Lo comunicado como {fields} se destruyó en todos los nodos.",
	"did.explain":       "Deben exponerse los motivos, y el plazo se amplió una sola vez, en {extends}.",
	"did.explain.once":  "Deben exponerse los motivos.",
	"did.remain":        "La obligación subsiste.",
	"did.remain.ladder": "La obligación subsiste, y se ha iniciado «{ladder}»: {expects}",
	"did.restrict":      "Lo comunicado como {fields} se conserva, pero ya no puede utilizarse.",

	"lapse.title":  "{clock}: plazo vencido",
	"lapse.final":  "{clock}: se destruyó lo que estaba sellado",
	"erased.title": "{party}: atestación de haber destruido lo que debía destruir",
	"erased.all":   "{party}: atestación de haber destruido todo lo comunicado en este asunto",

	"next.rung":      "{expects}",
	"next.rung.if":   "Porque la respuesta no ha llegado: «{ladder}».",
	"next.keep":      "Lo comunicado en este asunto se destruye en todos los nodos",
	"next.keep.if":   "Los actos permanecen, y nada puede leerse en ellos.",
	"next.notice.if": "Si no se hace, la auditoría lo señala. Se tiene en cuenta el aplazamiento ordenado por un juez.",
	"notice.if":      "La obligación subsiste, y la auditoría lo señala.",

	"why.waits": "ahora corresponde actuar a: {roles}",
	"role.of":   "{role} ({party})", "role.the": "{role}", "roles.of": "{roles} ({party})",

	"kept.end":    "{for} desde la conclusión del asunto",
	"kept.states": "{for} desde que el asunto pase al estado {states}",

	"problem.missing":    "falta «{label}»",
	"problem.fill":       "rellene el campo",
	"problem.reasons":    "deben exponerse los motivos",
	"problem.reasons.do": "indique por qué, con sus propias palabras",
	"problem.ground":     "debe indicarse una de las causas de la lista cerrada",
	"problem.blocks":     "la respuesta «{answer}» a la pregunta «{question}» impide este acto",
	"problem.blocks.do":  "mientras sea esa la respuesta, el acuerdo no lo permite",

	"answer.line": "{label}: {value}",

	"kept.says":   "{clock}, en el plazo de {within}.",
	"kept.before": "{clock}, {within} antes de la fecha prevista.",
	"renewal":     "después se prorroga cada vez por {period}",
	"renewal.all": "después se prorroga por {period} si todos lo consienten",

	"survives.pending-cases": "los asuntos abiertos antes",
	"survives.remedies":      "los recursos",
	"survives.erasure":       "los plazos de conservación y la supresión",
	"survives.secrecy":       "el secreto de lo intercambiado",

	"entry.act": "Acto", "entry.receipt": "Acuse de recibo", "entry.refusal": "Rechazo", "entry.relay": "Conservado por el depositario",
	"entry.question": "Preguntas a un registro", "entry.answer": "Respuestas de un registro", "entry.read": "Consulta de campos personales",
	"entry.register": "Carga de un registro", "entry.signature": "Firma", "entry.lapse": "Silencio", "entry.erasure": "Atestación de destrucción",
	"entry.publication": "Enviado sellado a otra parte", "entry.checkpoint": "Punto de control de otra parte", "entry.verdict": "Veredicto anterior a la destrucción",
	"entry.session": "Inicio de sesión", "entry.of": "{kind}: {what}",
	"statement.certify": "claves de un nodo", "statement.ratify": "firma en virtud del acuerdo", "statement.enrol": "registro de la clave de una persona", "statement.revoke": "revocación de una clave",
	"found.enter": "si comienza una fase", "found.renew": "si el acuerdo continúa",

	"verified.agreements": "Textos de acuerdos, compilados de nuevo", "verified.statements": "Certificados y firmas en virtud del acuerdo",
	"verified.logs": "Libros, reconstruidos hoja por hoja", "verified.leaves": "Asientos abiertos y conformes con lo que se muestra",
	"verified.checkpoints": "Puntos de control", "verified.cosignatures": "Cofirmas de otras partes", "verified.cases": "Asuntos reproducidos",
	"verified.acts": "Actos, cada uno con su firma", "verified.personal": "Firmas personales", "verified.receipts": "Acuses de recibo de quien lleva el orden de los actos",
	"verified.lapses": "Silencios", "verified.erasures": "Atestaciones de destrucción", "verified.questions": "Preguntas a registros", "verified.answers": "Respuestas",
	"verified.disclosures": "Revelaciones, cada una conforme a su compromiso criptográfico", "verified.deliveries": "Campos entregados, cada uno en virtud de un acceso concedido",

	"where.act": "acto {number}", "where.log": "libro {log}, asiento {index}", "where.logonly": "libro {log}",
}
