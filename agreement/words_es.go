package agreement

import (
	"fmt"
	"strings"
	"unicode"
)

// spanish puts titles after a colon, so that nothing has to agree with a gender that the agreement does not state.
var spanish = &phrases{
	months: [12]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
	quote:  [2]string{"«", "»"},
	and:    "y",
	or:     "o",
	comma:  ", ",
	semi:   "; ",
	space:  " ",
	point:  ",",
	groups: "\u00a0",
	join: func(words []string, last string) string {
		return lists(", ")(words, spanishBefore(last, words[len(words)-1]))
	},
	date:   func(day int, month string, year int) string { return fmt.Sprintf("%d de %s de %d", day, month, year) },
	yearly: func(day int, month string) string { return fmt.Sprintf("%d de %s", day, month) },
	units: func(number, unit string, n int) string {
		forms := map[string][2]string{
			"year": {"año", "años"}, "month": {"mes", "meses"}, "day": {"día", "días"}, "working day": {"día hábil", "días hábiles"},
			"hour": {"hora", "horas"}, "minute": {"minuto", "minutos"}, "second": {"segundo", "segundos"},
			"metre": {"metro", "metros"}, "kilometre": {"kilómetro", "kilómetros"},
		}
		form := 1
		if n == 1 {
			form = 0
		}
		return number + "\u00a0" + forms[unit][form]
	},
	says: together(termSpanish, figureSpanish, stepSpanish, decideWords["es"], formWords["es"], timeSpanish, map[string]string{
		"at once":     "plazo nulo",
		"note.months": "Los meses y los años se computan de fecha a fecha; si en el mes no hubiera día equivalente, se tomará el último día del mes.",

		// agreement and renewal
		"agreement":            "{title}, versión {version}.",
		"agreement.exercise":   "Se trata de un ejercicio: nada de su contenido tiene validez real.",
		"agreement.term":       "En vigor desde el {starts} hasta el final del {ends}, según el huso horario {zone}.",
		"agreement.unlimited":  "En vigor desde el {starts}, por tiempo indefinido, según el huso horario {zone}.",
		"agreement.automatic":  "Después se prorroga tácitamente, cada vez por el período siguiente: {period}.",
		"agreement.consent":    "Después se prorroga, si todas las partes lo consienten, cada vez por el período siguiente: {period}.",
		"agreement.unless":     "No se prorroga si, en la fecha de la prórroga, {condition}.",
		"renewal.notice":       "Preaviso anterior a la prórroga: {notice}.",
		"agreement.notice":     "Preaviso de retiro: {notice}.",
		"agreement.prose":      "En caso de discrepancia entre el texto y las reglas, prevalecerá el texto.",
		"agreement.rules":      "En caso de discrepancia entre el texto y las reglas, prevalecerán las reglas.",
		"agreement.language":   "En caso de discrepancia entre los textos, prevalecerá el redactado en el idioma siguiente: {language}.",
		"agreement.languages":  "Idiomas de las denominaciones: {languages}.",
		"agreement.authentic":  "Texto auténtico: {languages}.",
		"agreement.bound":      "Traducciones que se firman con él: {languages}.",
		"bound.one":            "{language} (resumen SHA-256: {sha256})",
		"agreement.depositary": "Depositario: {party}.",
		"language.ar":          "árabe",
		"language.en":          "inglés",
		"language.es":          "español",
		"language.fr":          "francés",
		"language.ru":          "ruso",
		"language.zh":          "chino",

		// article
		"article.ends":           "El presente artículo dejará de surtir efecto al final del {date}.",
		"article.survives":       "Tras la extinción del presente artículo o del acuerdo subsistirán: {duties}.",
		"survives.pending-cases": "los asuntos abiertos con anterioridad",
		"survives.remedies":      "las vías de recurso",
		"survives.erasure":       "los plazos de conservación y la obligación de supresión",
		"survives.secrecy":       "la obligación de secreto",

		// party and authority
		"party":              "Parte en el acuerdo: {name} ({kind}).",
		"party.country":      "Código de país: {country}.",
		"party.authority":    "Autoridad que registra las claves de las personas de esta parte que firman personalmente: {name}.",
		"kind.state":         "Estado",
		"kind.agency":        "organismo público",
		"kind.organisation":  "organización",
		"kind.armed-actor":   "grupo armado",
		"kind.civil-society": "sociedad civil",

		// role, purpose
		"role":             "{title}: función que corresponde a {parties}.",
		"role.independent": "Quien la ejerza no podrá ejercer ninguna otra función prevista en el acuerdo.",
		"role.enrolled":    "Las claves de quienes ejercen esta función las registra, para cada parte, su propia autoridad: {authority}.",
		"purpose":          "Fin lícito: {title}.",
		"purpose.basis":    "Base jurídica: {basis}.",

		// record and field
		"record":           "{title}: {fields}.",
		"record.about":     "Esta ficha se refiere a personas: {categories}.",
		"field":            "{label} ({details})",
		"field.required":   "de consignación obligatoria",
		"field.assessment": "apreciación y no hecho",
		"field.reasons":    "Motivos",
		"class.public":     "dato público",
		"class.official":   "dato de uso oficial",
		"class.personal":   "dato personal",
		"class.sensitive":  "dato sensible",
		"class.protected":  "dato especialmente protegido",
		"about.suspect":    "sospechosos",
		"about.convicted":  "condenados",
		"about.victim":     "víctimas",
		"about.witness":    "testigos",
		"about.other":      "otras personas",
		"type.text":        "texto",
		"type.name":        "nombre",
		"type.date":        "fecha",
		"type.time":        "fecha y hora",
		"type.number":      "número",
		"type.amount":      "suma de dinero",
		"type.quantity":    "cantidad",
		"type.country":     "país",
		"type.document":    "número de documento",
		"type.person":      "persona",
		"type.identifier":  "identificador",
		"type.choice":      "a elegir entre: {choices}",
		"type.yes/no":      "sí o no",
		"type.point":       "lugar",
		"type.line":        "línea en el mapa",
		"type.area":        "zona en el mapa",
		"type.file":        "archivo",
		"type.record":      "ficha {record}",
		"type.list":        "lista de elementos: {type}",

		// register and query
		"register":         "{title}: registro llevado por {parties}.",
		"register.entries": "Cada asiento se ajusta a la ficha {record}.",
		"register.key":     "Los asientos se distinguen por: {fields}.",
		"register.keep":    "Plazo de conservación de un asiento: {keep}.",
		"register.editors": "Podrán añadir o cancelar asientos: {roles}.",
		"query":            "{title}: pregunta que {roles} podrá formular a otra parte que lleve el registro, únicamente para los fines de {purposes}.",
		"query.on":         "Se compara, de forma idéntica, lo siguiente: {fields}.",
		"query.reveals":    "Una coincidencia da acceso a {fields}, y a ningún otro dato.",
		"query.opens":      "Una coincidencia abre {procedure}: nada se sigue de ella antes de que decida una persona.",
		"query.within":     "Plazo de respuesta: {within}.",
		"query.cap":        "Número máximo de preguntas por parte y día: {cap}.",
		"query.keep":       "Plazo de conservación del rastro de una pregunta: {keep}.",

		// ladder and rung, assessment and question
		"ladder":          "{title}:",
		"rung":            "Transcurrido el plazo siguiente desde el vencimiento, {after}, se informará a: {roles}. {expects}",
		"rung.opens":      "Ello abre {procedure}.",
		"assessment":      "{title}; preguntas: {questions}.",
		"question":        "{text} (respuestas: {answers})",
		"question.blocks": "{text} (respuestas: {answers}; impide el acto: {blocks})",

		// procedure, side, state
		"procedure":            "{title}: asunto entre {sides}.",
		"procedure.record":     "Los datos comunicados se ajustan a la ficha {record}.",
		"procedure.home":       "El orden de los actos lo lleva {side}.",
		"procedure.depositary": "El orden de los actos lo lleva el depositario.",
		"procedure.ends":       "El asunto concluye cuando se encuentra en el estado {states}.",
		"procedure.remedy":     "Constituye una vía de recurso para las personas afectadas.",
		"side.one":             "el lado «{side}»",
		"side":                 "{side} ({parties})",
		"side.other":           "{side} ({parties}, pero nunca la parte que ocupe {other})",
		"actor":                "quien ejerza la función «{role}» por el lado «{side}»",
		"actor.any":            "quien ejerza la función «{role}» por cualquiera de las partes",
		"actor.one":            "quien ejerza la función «{role}»",

		// step
		"step.opens":           "{title}: {actors} podrá abrir el asunto, que pasa entonces al estado {to}.",
		"step":                 "{title}: {actors} podrá realizar este acto mientras el asunto se encuentre en el estado {from}; el asunto pasa entonces al estado {to}.",
		"step.stays":           "{title}: {actors} podrá realizar este acto mientras el asunto se encuentre en el estado {from}; el asunto permanece en él.",
		"step.gives":           "Datos que se comunican: {fields}.",
		"step.optional":        "{label} (si procede)",
		"step.requires":        "Se adjunta la evaluación siguiente: {assessments}.",
		"step.when":            "El acto solo está permitido si {condition}.",
		"step.reasons":         "El acto deberá ser motivado.",
		"step.grounds":         "Deberá indicarse una de las {count} causas siguientes: {grounds}.",
		"step.ground":          "Deberá indicarse la causa siguiente: {grounds}.",
		"step.other_than":      "El acto deberá realizarlo una persona distinta de la que realizó {steps}.",
		"step.personal":        "El autor del acto firma con su propia clave.",
		"step.pauses":          "Se suspende el plazo {clocks}.",
		"step.resumes":         "Se reanuda el plazo {clocks}.",
		"step.extends":         "Se amplía el plazo {clocks}.",
		"step.adds":            "Se añade un asiento al registro {register}.",
		"step.strikes":         "Se cancela el asiento del registro {register}.",
		"step.opens_procedure": "El acto abre {procedure}.",

		// clock and its silence
		"clock":            "{title}: plazo de {within} contado desde que el asunto pasa al estado {states}.",
		"clock.again":      "El paso de uno a otro de esos estados no inicia un nuevo plazo.",
		"clock.stops":      "Este plazo cesa cuando el asunto pasa al estado {states}.",
		"clock.left":       "Este plazo cesa cuando el asunto sale de ese estado.",
		"clock.left.all":   "Este plazo cesa cuando el asunto no se encuentra en ninguno de esos estados.",
		"clock.owed":       "El acto esperado incumbe a: {actors}.",
		"clock.warns":      "Se emite una advertencia antes del vencimiento, con la antelación siguiente: {warns}.",
		"clock.max":        "Duración máxima de las suspensiones y ampliaciones, en total: {max}.",
		"silence.proceed":  "Si nadie actúa dentro del plazo, {step} se tiene por realizado.",
		"silence.lapse":    "Si nadie actúa dentro del plazo, se produce la caducidad: el asunto pasa al estado {to}.",
		"silence.suspend":  "Si nadie actúa dentro del plazo, no se permitirá más acto que el que ponga fin a este plazo, hasta que se realice.",
		"silence.erase":    "Si nadie actúa dentro del plazo, lo comunicado como {fields} no podrá utilizarse desde ese momento y se destruirá en todos los nodos una vez transcurrido el plazo siguiente: {grace}.",
		"silence.explain":  "Si nadie actúa dentro del plazo, deberán exponerse los motivos y el plazo se amplía una sola vez, en {extends}.",
		"silence.remain":   "Si nadie actúa dentro del plazo, la obligación subsiste y se inicia el procedimiento escalonado {ladder}.",
		"silence.restrict": "Si nadie actúa dentro del plazo, lo comunicado como {fields} se conserva, pero no podrá seguir utilizándose.",
		"silence.to":       "El asunto pasa entonces al estado {to}.",

		// share, keep, notify
		"share":           "Podrá acceder a {fields}, únicamente para los fines de {purpose}: {actors}.",
		"share.from":      "El acceso no se concede antes de que el asunto haya pasado por el estado {states}.",
		"share.when":      "El acceso solo se concede si {condition}.",
		"share.handling":  "Condiciones de utilización: {handling}.",
		"keep":            "Lo comunicado se destruye una vez transcurrido, desde que el asunto pasa al estado {states}, el plazo siguiente: {for}.",
		"notify":          "Deberá informarse a: {title}. Plazo, contado desde que el asunto pasa al estado {states}: {within}.",
		"notify.by":       "Esta obligación se cumple mediante el acto {step}.",
		"notify.deferred": "Podrá aplazar esta información, durante un máximo de {max}, {actor}.",
		"notify.remedy":   "Queda entonces abierta la vía de recurso {procedure}.",

		// expect
		"expect":         "Ejemplo convenido de {procedure}: {title}.",
		"expect.given":   "Se han sucedido los actos siguientes: {acts}.",
		"expect.at":      "Momento considerado, después del último de esos actos: {at}.",
		"expect.state":   "El asunto se encuentra entonces en el estado {state}.",
		"expect.permits": "Se permite entonces lo siguiente: {acts}.",
		"expect.refuses": "Se deniega entonces lo siguiente: {acts}.",
		"expect.erased":  "Para entonces se ha destruido lo siguiente: {fields}.",
		"expect.sees":    "Tiene acceso a {fields}: {actor}.",
		"expect.hidden":  "No tiene acceso a {fields}: {actor}.",
		"act":            "{step}, por {actor}",
		"act.details":    "{act} ({details})",
		"act.person":     "en la persona designada como {person}",
		"act.after":      "{after} después del acto anterior",
		"act.gives":      "{label}: {value}",
		"act.ground":     "por la causa {ground}",
		"act.because":    "con el código {code}",
		"yes":            "sí",
		"no":             "no",

		// conditions: every subject is masculine
		"cond.raw":           "se cumple la condición {source}",
		"cond.group":         "({condition})",
		"cond.not":           "no es cierto que {condition}",
		"cond.field":         "el valor de {label}",
		"cond.part":          "{part} (en {whole})",
		"cond.eq":            "{a} es igual a {b}",
		"cond.ne":            "{a} es distinto de {b}",
		"cond.lt":            "{a} es estrictamente inferior a {b}",
		"cond.le":            "{a} es inferior o igual a {b}",
		"cond.gt":            "{a} es estrictamente superior a {b}",
		"cond.ge":            "{a} es superior o igual a {b}",
		"cond.before":        "{a} es anterior a la fecha siguiente: {b}",
		"cond.notafter":      "{a} no es posterior a la fecha siguiente: {b}",
		"cond.after":         "{a} es posterior a la fecha siguiente: {b}",
		"cond.notbefore":     "{a} no es anterior a la fecha siguiente: {b}",
		"cond.yes":           "{a} es «sí»",
		"cond.no":            "{a} es «no»",
		"cond.in":            "{a} es uno de los siguientes: {list}",
		"cond.notin":         "{a} no es ninguno de los siguientes: {list}",
		"cond.includes":      "{a} incluye {b}",
		"cond.excludes":      "{a} no incluye {b}",
		"cond.indicator":     "el valor del indicador {name}",
		"cond.quota":         "el número de unidades ya utilizadas, en el período en curso, del cupo {name}",
		"cond.member.value":  "el importe o cantidad de {a}",
		"cond.member.unit":   "el nombre de la unidad de {a}",
		"cond.member.money":  "el código de la moneda de {a}",
		"cond.member.media":  "el tipo del archivo {a}",
		"cond.member.name":   "el nombre del archivo {a}",
		"cond.member.sha256": "el resumen SHA-256 de {a}",
		"cond.time":          "{date}, {time} UTC",

		// the page
		"page.words":   "Las reglas en lenguaje claro",
		"page.prose":   "Texto convenido",
		"page.article": "Artículo {number}",
		"page.named":   "Artículo {number} — {title}",
		"page.none":    "El presente artículo no contiene ninguna regla.",

		// differences between two versions
		"diff.cited":         "Artículo {article}: {text}",
		"diff.new":           "Disposición nueva: {block}.",
		"diff.gone":          "Disposición suprimida: {block}.",
		"diff.moved":         "Traslado del artículo {old} al artículo {new}: {block}.",
		"diff.rises":         "Aumento, de {old} a {new}: {what}.",
		"diff.falls":         "Reducción, de {old} a {new}: {what}.",
		"diff.changes":       "Modificación, de {old} a {new}: {what}.",
		"diff.stated":        "Se fija ahora en {new}: {what}.",
		"diff.unstated":      "Deja de fijarse, y antes era {old}: {what}.",
		"diff.adds":          "Adición de {new}: {what}.",
		"diff.removes":       "Supresión de {old}: {what}.",
		"diff.yes":           "Pasa a aplicarse, {block}: {attribute}.",
		"diff.no":            "Deja de aplicarse, {block}: {attribute}.",
		"diff.of":            "{attribute} ({block})",
		"diff.order":         "El orden pasa a ser {new}: {what}.",
		"diff.time":          "plazo o duración ({block})",
		"diff.prose":         "El párrafo {n} pasa a decir {new} en lugar de {old}.",
		"diff.prose.new":     "Se añade un párrafo: {new}.",
		"diff.prose.gone":    "Se suprime un párrafo: {old}.",
		"diff.article.new":   "El artículo {title} es nuevo.",
		"diff.article.gone":  "Se suprime el artículo {title}.",
		"diff.article.title": "El título {old} se sustituye por {new}.",

		// names of blocks
		"block.agreement":  "el acuerdo",
		"block.renewal":    "la prórroga",
		"block.party":      "la parte",
		"block.authority":  "la autoridad",
		"block.role":       "la función",
		"block.purpose":    "el fin",
		"block.record":     "la ficha",
		"block.field":      "el campo",
		"block.register":   "el registro",
		"block.query":      "la pregunta",
		"block.ladder":     "el procedimiento escalonado",
		"block.rung":       "el grado",
		"block.assessment": "la evaluación",
		"block.question":   "la pregunta de la evaluación",
		"block.procedure":  "el procedimiento",
		"block.side":       "el lado",
		"block.state":      "el estado",
		"block.step":       "el acto",
		"block.clock":      "el plazo",
		"block.share":      "el acceso",
		"block.keep":       "la conservación",
		"block.notify":     "la obligación de informar",
		"block.expect":     "el ejemplo",
		"block.article":    "el artículo",
	}),
}

// spanishBefore gives e for y before the sound of i, and u for o before that of o.
func spanishBefore(last, word string) string {
	word = strings.ToLower(strings.TrimLeftFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
	starts := func(list ...string) bool {
		for _, s := range list {
			if strings.HasPrefix(word, s) {
				return true
			}
		}
		return false
	}
	switch {
	case last == "y" && starts("i", "í", "hi", "hí") && !starts("hie", "hia", "ia", "ie", "io"):
		return "e"
	case last == "o" && starts("o", "ó", "ho", "hó", "8", "11\u00a0"):
		return "u"
	}
	return last
}
