package agreement

// figureFrench are the French words about figures.
var figureFrench = map[string]string{
	// indicator
	"things.cases":              "affaires {title}",
	"things.reached":            "{things} qui sont passées à l’état {states}",
	"things.entries":            "inscriptions au registre {title}",
	"things.questions":          "questions {title}",
	"things.payments":           "versements au fonds {title}",
	"indicator.count":           "{title} : nombre des {things}.",
	"indicator.share":           "{title} : parmi les {things}, proportion de celles qui sont passées à l’état {reached}.",
	"indicator.sum":             "{title} : somme de {field} pour l’ensemble des {things}.",
	"indicator.money":           "{title} : somme des {things}.",
	"indicator.disparity":       "{title} : parmi les {things}, proportion de celles qui sont passées à l’état {reached}, exprimée pour chaque groupe de {field} en multiple de celle de tous les autres, avec l’intervalle dans lequel le seul hasard la laisserait dans 95 mesures sur 100.",
	"indicator.duration.median": "{title} : temps dans lequel la moitié des {things} passent de l’état {from} à l’état {to}.",
	"indicator.duration.p90":    "{title} : temps dans lequel les neuf dixièmes des {things} passent de l’état {from} à l’état {to}.",
	"indicator.when":            "Il n’est tenu compte que des cas où {condition}.",
	"indicator.by":              "Cet indicateur est aussi donné pour chaque valeur de {fields}.",
	"indicator.over":            "Période considérée, jusqu’au moment de la mesure : {over}.",
	"indicator.target":          "Valeur cible : {target}.",
	"indicator.target.days":     "Valeur cible, en jours : {target}.",
	"target.<=":                 "au plus {number}",
	"target.>=":                 "au moins {number}",
	"target.<":                  "moins de {number}",
	"target.>":                  "plus de {number}",
	"indicator.publishes":       "Périodicité de la publication : {publishes}.",
	"indicator.minimum":         "Aucun chiffre n’est donné pour un nombre inférieur à {minimum}.",
	"indicator.rounds":          "Les nombres sont arrondis à des multiples de {rounds}.",
	"indicator.budget":          "Un bruit statistique dissimule chaque unité (confidentialité différentielle ; epsilon par publication : {budget}).",
	"cond.fund":                 "la somme restant à dépenser sur le fonds {name}",

	// quota, fund
	"quota":          "{title} : {number} par période de {per}, à compter du premier jour de l’accord.",
	"quota.each":     "Chaque partie dispose de ce nombre pour elle-même.",
	"quota.pair":     "Chaque partie dispose de ce nombre pour elle-même à l’égard de chaque partie qui en fait la demande.",
	"quota.of":       "Chaque unité du quota {of} est comptée ici aussi.",
	"fund":           "{title} : fonds en {currency}, alimenté par {parties}.",
	"fund.window":    "Une part est destinée à {title}.",
	"fund.ceiling":   "Plafond de cette part : {ceiling} {currency}.",
	"fund.milestone": "Rien n’en est débloqué avant qu’une affaire {procedure} ne soit passée à l’état {states}.",

	// risk
	"risk":        "{title}, version {version} : notation selon la fiche {record}.",
	"risk.rule":   "{score} si {condition} ; explication donnée : {because}.",
	"risk.lane":   "À partir de {from}, la note conduit à {title}.",
	"risk.random": "{random} pour cent sont tirés au sort et dirigés vers {lane}, à moins que leur note ne conduise plus loin, afin que les résultats puissent être jugés.",

	// drill
	"drill":           "{title} : exercice d’une durée de {lasts}.",
	"drill.load":      "Affaires {procedure} ouvertes par période de {every} : {count}.",
	"drill.actor":     "{role}, pour {party}, répond après {answers}.",
	"drill.actor.any": "{role}, pour chaque partie, répond après {answers}.",
	"drill.share":     "Une réponse est donnée dans {share} affaires sur 100.",
	"drill.cut":       "Après {at}, la liaison de {party} est coupée pendant {lasts}. {text}",
	"drill.stop":      "Après {at}, le nœud de {party} s’arrête pendant {lasts}. {text}",
	"drill.absent":    "Après {at}, le personnel de {party} est absent pendant {lasts}. {text}",
	"drill.note":      "Après {at} : {text}",
	"drill.measures":  "Indicateurs mesurés : {indicators}.",

	// names of blocks
	"block.indicator": "l’indicateur",
	"block.quota":     "le quota",
	"block.fund":      "le fonds",
	"block.window":    "la part du fonds",
	"block.risk":      "la méthode d’évaluation des risques",
	"block.rule":      "la règle",
	"block.lane":      "la voie",
	"block.drill":     "l’exercice",
	"block.actor":     "l’intervenant",
	"block.load":      "la charge",
	"block.event":     "l’événement",
}
