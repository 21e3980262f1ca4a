package agreement

// figureSpanish are the Spanish words about figures.
var figureSpanish = map[string]string{
	// indicator
	"things.cases":              "asuntos {title}",
	"things.reached":            "{things} que han pasado al estado {states}",
	"things.entries":            "asientos del registro {title}",
	"things.questions":          "preguntas {title}",
	"things.payments":           "aportaciones al fondo {title}",
	"indicator.count":           "{title}: número de {things}.",
	"indicator.share":           "{title}: de los {things}, proporción de los que han pasado al estado {reached}.",
	"indicator.sum":             "{title}: suma de {field} en los {things}.",
	"indicator.money":           "{title}: suma de las {things}.",
	"indicator.disparity":       "{title}: de los {things}, proporción de los que han pasado al estado {reached}, expresada para cada grupo de {field} como múltiplo de la de todos los demás, con el intervalo en que la dejaría el solo azar en 95 de cada 100 mediciones.",
	"indicator.duration.median": "{title}: tiempo en que la mitad de los {things} pasa del estado {from} al estado {to}.",
	"indicator.duration.p90":    "{title}: tiempo en que nueve de cada diez {things} pasan del estado {from} al estado {to}.",
	"indicator.when":            "Solo se cuentan los casos en que {condition}.",
	"indicator.by":              "Este indicador se ofrece también para cada valor de {fields}.",
	"indicator.over":            "Período considerado, hasta el momento de la medición: {over}.",
	"indicator.target":          "Meta: {target}.",
	"indicator.target.days":     "Meta, en días: {target}.",
	"target.<=":                 "como máximo {number}",
	"target.>=":                 "como mínimo {number}",
	"target.<":                  "menos de {number}",
	"target.>":                  "más de {number}",
	"indicator.publishes":       "Periodicidad de la publicación: {publishes}.",
	"indicator.minimum":         "No se ofrece ninguna cifra sobre un número inferior a {minimum}.",
	"indicator.rounds":          "Los recuentos se redondean a múltiplos de {rounds}.",
	"indicator.budget":          "Un ruido estadístico oculta cada unidad (privacidad diferencial; épsilon por publicación: {budget}).",
	"cond.fund":                 "el saldo pendiente de gasto del fondo {name}",

	// quota, fund
	"quota":          "{title}: {number} por cada período de {per}, contado desde el primer día del acuerdo.",
	"quota.each":     "Cada parte dispone de ese número para sí.",
	"quota.pair":     "Cada parte dispone de ese número para sí respecto de cada parte que presente una solicitud.",
	"quota.of":       "Cada unidad del cupo {of} se cuenta también aquí.",
	"fund":           "{title}: fondo en {currency}, aportado por {parties}.",
	"fund.window":    "Una parte se destina a {title}.",
	"fund.ceiling":   "Límite de esa parte: {ceiling} {currency}.",
	"fund.milestone": "Nada de ella se libera antes de que un asunto {procedure} haya pasado al estado {states}.",

	// risk
	"risk":        "{title}, versión {version}: puntuación según la ficha {record}.",
	"risk.rule":   "{score} si {condition}; explicación que se ofrece: {because}.",
	"risk.lane":   "A partir de {from}, la puntuación conduce a {title}.",
	"risk.random": "Se extrae por sorteo un {random} por ciento, que se dirige a {lane} salvo que su puntuación conduzca más lejos, para que puedan juzgarse los resultados.",

	// drill
	"drill":           "{title}: ejercicio con una duración de {lasts}.",
	"drill.load":      "Asuntos {procedure} que se abren en cada período de {every}: {count}.",
	"drill.actor":     "{role}, por {party}, responde al cabo de {answers}.",
	"drill.actor.any": "{role}, por cada una de las partes, responde al cabo de {answers}.",
	"drill.share":     "Hay respuesta en {share} de cada 100 asuntos.",
	"drill.cut":       "Al cabo de {at} se interrumpe la línea de {party} durante {lasts}. {text}",
	"drill.stop":      "Al cabo de {at} se detiene el nodo de {party} durante {lasts}. {text}",
	"drill.absent":    "Al cabo de {at} se ausenta el personal de {party} durante {lasts}. {text}",
	"drill.note":      "Al cabo de {at}: {text}",
	"drill.measures":  "Indicadores que se miden: {indicators}.",

	// names of blocks
	"block.indicator": "el indicador",
	"block.quota":     "el cupo",
	"block.fund":      "el fondo",
	"block.window":    "la parte del fondo",
	"block.risk":      "el método de análisis de riesgos",
	"block.rule":      "la regla",
	"block.lane":      "la vía",
	"block.drill":     "el ejercicio",
	"block.actor":     "el participante",
	"block.load":      "la carga",
	"block.event":     "el acontecimiento",
}
