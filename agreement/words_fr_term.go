package agreement

// termFrench are the French words about time and consent.
var termFrench = map[string]string{
	// which days are working days, and how they are counted
	"note.working":  "Les jours ouvrés vont du lundi au vendredi.",
	"note.calendar": "Les jours ouvrés sont ceux du calendrier {calendar}.",
	"note.counted":  "Les jours ouvrés se comptent à partir du lendemain.",
	"note.instant":  "Le dernier d’entre eux expire à l’heure à laquelle le délai a commencé.",

	"agreement.calendar": "Lorsqu’un délai ne renvoie à aucun autre calendrier, les jours ouvrés sont ceux du calendrier {calendar}.",
	"agreement.without":  "Tout acte accompli en application de l’accord est sans préjudice de ce qui suit : {words}.",

	"agreement.amends.stay": "Il remplace la version {version} ; les affaires alors ouvertes s’achèvent sous cette version.",

	"article.number":      "article {number}",
	"article.untouchable": "Le présent article ne peut faire l’objet d’aucune réserve, d’aucune phase ni d’aucune suspension.",
	"article.by_people":   "Mis en œuvre par des personnes, et non par une règle : {sentences}.",
	"article.sentence":    "phrase {n}",
	"sentence":            "Article {article}, phrase {n} : {text}",
	"page.carries":        "Dispositions mises en œuvre : {sentences}",

	"party.unrecognised": "Cette partie ne reconnaît pas le statut de {parties}.",
	"party.competence":   "Procédures relevant de la compétence de {name} : {procedures}.",
	"party.forwards":     "Ce qui parvient à {name} et relève d’une autre autorité est transmis à celle-ci dans un délai de {within}.",
	"purpose.protective": "Cette finalité peut ajouter une garantie en faveur d’une personne, jamais un soupçon.",
	"record.permits":     "{label} : accès ou comparaison aux seules fins de {purposes}.",
	"record.concordance": "Les choix possibles pour {label} sont les rubriques de la concordance {concordance}.",
	"assessment.harm":    "Cette évaluation pèse le tort que les données pourraient causer à des personnes.",
	"assessment.signed":  "Seul peut y répondre {roles}.",

	// calendar
	"calendar":          "{title} : jours ouvrés de {parties}, la liste étant complète du {from} au {until} inclus.",
	"calendar.weekend":  "Jours chômés de chaque semaine : {days}.",
	"calendar.yearly":   "Jours chômés de chaque année : {days}.",
	"calendar.closed":   "Jours chômés isolés : {days}.",
	"weekday.monday":    "lundi",
	"weekday.tuesday":   "mardi",
	"weekday.wednesday": "mercredi",
	"weekday.thursday":  "jeudi",
	"weekday.friday":    "vendredi",
	"weekday.saturday":  "samedi",
	"weekday.sunday":    "dimanche",

	// phase, schedule
	"phase":           "{title} : phase pendant laquelle est en vigueur ce qui suit : {articles}.",
	"phase.starts":    "Elle commence le {date}.",
	"phase.step":      "Elle commence par un acte.",
	"phase.ends":      "Elle prend fin à la fin de la journée du {date}.",
	"phase.after":     "Elle ne peut suivre que la phase {phase}.",
	"phase.entry":     "Elle ne commence que si {condition}.",
	"phase.exit":      "Il peut y être mis fin si {condition}.",
	"phase.exit_to":   "Il peut y être mis fin, par le passage à la phase {phase}, si {condition}.",
	"phase.review":    "Elle doit avoir été réexaminée dans un délai de {review} à compter de son début.",
	"schedule":        "{title} : obligation d’ouvrir {procedure} dans un délai de {within} à compter du {date}, incombant à : {roles}.",
	"schedule.every":  "Cette obligation renaît chaque fois {every} plus tard.",
	"schedule.ladder": "À défaut, la procédure graduée {ladder} s’engage.",

	// handling, credential
	"handling":                "{title} : code d’utilisation.",
	"handling.court.yes":      "Ce qui est communiqué sous ce code peut être produit en justice.",
	"handling.court.consent":  "Ce qui est communiqué sous ce code peut être produit en justice avec le consentement de celui qui l’a communiqué.",
	"handling.court.no":       "Ce qui est communiqué sous ce code ne peut pas être produit en justice.",
	"handling.onward.yes":     "La retransmission est permise.",
	"handling.onward.consent": "La retransmission est permise avec le consentement de celui qui l’a communiqué.",
	"handling.onward.no":      "La retransmission est interdite.",
	"handling.marking":        "Chaque page porte la mention {marking}.",
	"credential":              "{title} : titre énonçant {fields}, d’une durée de validité de {valid}.",
	"credential.record":       "Ce qu’il énonce suit la fiche {record}.",
	"credential.issuers":      "Il est délivré par {roles}.",

	// declaration, objection
	"declaration.reservation": "{title}, réserve — dispositions qui ne lient pas {party} : {articles}.",
	"declaration.provisional": "{title}, application provisoire — dispositions que {party} applique avant l’entrée en vigueur de l’accord : {articles}.",
	"declaration.territorial": "{title}, déclaration territoriale — territoires auxquels l’accord s’applique pour {party} : {territories}.",
	"declaration.authorities": "{title}, déclaration relative aux autorités — autorités compétentes pour {party} : {authorities}.",
	"declaration.statement":   "{title} : déclaration de {party}, qui ne modifie rien.",
	"declaration.made":        "Elle a été faite le {date} dans les termes suivants : {text}.",
	"declaration.objections":  "Délai ouvert aux autres parties pour faire une objection : {objections}.",
	"objection":               "Objection de {party}, faite le {date} dans les termes suivants : {text}.",
	"objection.accepts":       "Le reste de l’accord est en vigueur entre les deux parties.",
	"objection.opposes":       "L’accord n’est pas en vigueur entre les deux parties.",

	// annex, undertaking, concordance
	"annex":                "{title} : texte distinct, qui complète ce qui suit : {articles}. Son empreinte SHA-256 est {sha256}.",
	"annex.classified":     "Ce texte est classifié.",
	"annex.held":           "Il est détenu par {parties}.",
	"undertaking":          "{title} : {by} prend envers {deposited}, et envers aucune autre partie, l’engagement suivant : {text}.",
	"undertaking.oral":     "Cet engagement a été pris oralement, {deposited} en étant témoin.",
	"undertaking.for":      "Il porte sur ce qui suit : {articles}.",
	"concordance":          "{title} : correspondances entre les ordres juridiques de {parties}. Il y a correspondance entre ceux qui ont un texte pour la rubrique.",
	"concordance.covered":  "{concept} : {texts}.",
	"concordance.excluded": "{concept} : {texts}. Il est convenu qu’il n’y a pas correspondance.",
	"concordance.text":     "{party} : {text}",
	"concordance.evidence": "preuve exigée par {party} : {text}",
	"cond.covered":         "{a} a une correspondance, selon la concordance {name}, dans les ordres juridiques des parties à l’affaire",
	"cond.uncovered":       "{a} n’a pas de correspondance, selon la concordance {name}, dans les ordres juridiques des parties à l’affaire",

	// names of blocks
	"block.amends":      "l’amendement",
	"block.anchor":      "le renvoi au texte",
	"block.calendar":    "le calendrier",
	"block.phase":       "la phase",
	"block.schedule":    "l’échéancier",
	"block.handling":    "le code d’utilisation",
	"block.credential":  "le titre",
	"block.declaration": "la déclaration",
	"block.objection":   "l’objection",
	"block.annex":       "l’annexe",
	"block.undertaking": "l’engagement",
	"block.concordance": "la concordance",
	"block.concept":     "la rubrique",
}
