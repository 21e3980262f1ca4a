package agreement

import (
	"fmt"
	"strings"
)

// french says "personne habilitée" in lists after a colon, so that no verb or participle has to agree with
// titles whose gender the agreement does not state.
var french = &phrases{
	months: [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
	quote:  [2]string{"«\u00a0", "\u00a0»"},
	and:    "et",
	or:     "ou",
	comma:  ", ",
	semi:   "\u202f; ",
	space:  " ",
	point:  ",",
	groups: "\u202f",
	join:   lists(", "),
	date: func(day int, month string, year int) string {
		if day == 1 {
			return fmt.Sprintf("1er %s %d", month, year)
		}
		return fmt.Sprintf("%d %s %d", day, month, year)
	},
	yearly: func(day int, month string) string {
		if day == 1 {
			return "1er " + month
		}
		return fmt.Sprintf("%d %s", day, month)
	},
	units: func(number, unit string, n int) string {
		forms := map[string][2]string{
			"year": {"an", "ans"}, "month": {"mois", "mois"}, "day": {"jour", "jours"}, "working day": {"jour ouvré", "jours ouvrés"},
			"hour": {"heure", "heures"}, "minute": {"minute", "minutes"}, "second": {"seconde", "secondes"},
			"metre": {"mètre", "mètres"}, "kilometre": {"kilomètre", "kilomètres"},
		}
		form := 1
		if n < 2 {
			form = 0
		}
		return number + "\u00a0" + forms[unit][form]
	},
	says: spaced(together(termFrench, figureFrench, stepFrench, decideWords["fr"], formWords["fr"], timeFrench, map[string]string{
		"at once":     "délai nul",
		"note.months": "Les mois et les années se comptent de quantième à quantième ; à défaut de quantième correspondant, le dernier jour du mois en tient lieu.",

		// agreement and renewal
		"agreement":            "{title}, version {version}.",
		"agreement.exercise":   "Il s’agit d’un exercice : rien de ce qu’il contient ne vaut dans la réalité.",
		"agreement.term":       "En vigueur du {starts} au {ends} inclus, dans le fuseau horaire {zone}.",
		"agreement.unlimited":  "En vigueur à compter du {starts}, sans limitation de durée, dans le fuseau horaire {zone}.",
		"agreement.automatic":  "Il est ensuite reconduit tacitement, chaque fois pour la durée suivante : {period}.",
		"agreement.consent":    "Il est ensuite reconduit, moyennant le consentement de toutes les parties, chaque fois pour la durée suivante : {period}.",
		"agreement.unless":     "Il n’est pas reconduit si, à la date de la reconduction, {condition}.",
		"renewal.notice":       "Préavis à donner avant la reconduction : {notice}.",
		"agreement.notice":     "Préavis de retrait : {notice}.",
		"agreement.prose":      "En cas de divergence entre le texte et les règles, le texte prévaut.",
		"agreement.rules":      "En cas de divergence entre le texte et les règles, les règles prévalent.",
		"agreement.language":   "En cas de divergence entre les textes, prévaut celui qui est établi dans la langue suivante : {language}.",
		"agreement.languages":  "Langues des libellés : {languages}.",
		"agreement.authentic":  "Texte faisant foi : {languages}.",
		"agreement.bound":      "Traductions signées avec lui : {languages}.",
		"bound.one":            "{language} (empreinte SHA-256 : {sha256})",
		"agreement.depositary": "Dépositaire : {party}.",
		"language.ar":          "arabe",
		"language.en":          "anglais",
		"language.es":          "espagnol",
		"language.fr":          "français",
		"language.ru":          "russe",
		"language.zh":          "chinois",

		// article
		"article.ends":           "Le présent article cesse de produire effet à la fin de la journée du {date}.",
		"article.survives":       "Subsistent après l’extinction du présent article ou de l’accord : {duties}.",
		"survives.pending-cases": "les affaires ouvertes auparavant",
		"survives.remedies":      "les voies de recours",
		"survives.erasure":       "les délais de conservation et l’obligation d’effacement",
		"survives.secrecy":       "l’obligation de secret",

		// party and authority
		"party":              "Partie à l’accord : {name} ({kind}).",
		"party.country":      "Code de pays : {country}.",
		"party.authority":    "Autorité qui enregistre les clés des personnes de cette partie appelées à signer en personne : {name}.",
		"kind.state":         "État",
		"kind.agency":        "organisme public",
		"kind.organisation":  "organisation",
		"kind.armed-actor":   "groupe armé",
		"kind.civil-society": "société civile",

		// role, purpose
		"role":             "{title} : fonction relevant de {parties}.",
		"role.independent": "L’exercice de cette fonction est incompatible avec toute autre fonction prévue par l’accord.",
		"role.enrolled":    "Les clés des titulaires de cette fonction sont enregistrées, pour chaque partie, par sa propre autorité : {authority}.",
		"purpose":          "Finalité licite : {title}.",
		"purpose.basis":    "Base juridique : {basis}.",

		// record and field
		"record":           "{title} : {fields}.",
		"record.about":     "Cette fiche porte sur des personnes : {categories}.",
		"field":            "{label} ({details})",
		"field.required":   "à renseigner obligatoirement",
		"field.assessment": "appréciation et non constatation de fait",
		"field.reasons":    "Motifs",
		"class.public":     "donnée publique",
		"class.official":   "donnée de service",
		"class.personal":   "donnée à caractère personnel",
		"class.sensitive":  "donnée sensible",
		"class.protected":  "donnée spécialement protégée",
		"about.suspect":    "personnes soupçonnées",
		"about.convicted":  "personnes condamnées",
		"about.victim":     "victimes",
		"about.witness":    "témoins",
		"about.other":      "autres personnes",
		"type.text":        "texte",
		"type.name":        "nom",
		"type.date":        "date",
		"type.time":        "date et heure",
		"type.number":      "nombre",
		"type.amount":      "somme d’argent",
		"type.quantity":    "quantité",
		"type.country":     "pays",
		"type.document":    "numéro de document",
		"type.person":      "personne",
		"type.identifier":  "identifiant",
		"type.choice":      "au choix : {choices}",
		"type.yes/no":      "oui ou non",
		"type.point":       "lieu",
		"type.line":        "tracé sur la carte",
		"type.area":        "zone sur la carte",
		"type.file":        "fichier",
		"type.record":      "fiche {record}",
		"type.list":        "liste d’éléments : {type}",

		// register and query
		"register":         "{title} : registre tenu par {parties}.",
		"register.entries": "Chaque inscription suit la fiche {record}.",
		"register.key":     "Les inscriptions se distinguent par : {fields}.",
		"register.keep":    "Durée de conservation d’une inscription : {keep}.",
		"register.editors": "Sont habilités à ajouter ou à radier des inscriptions : {roles}.",
		"query":            "{title} : question que {roles} peut poser à une autre partie tenant le registre, aux seules fins de {purposes}.",
		"query.on":         "La comparaison porte, à l’identique, sur {fields}.",
		"query.reveals":    "Une concordance donne accès à {fields}, à l’exclusion de toute autre donnée.",
		"query.opens":      "Une concordance ouvre {procedure} : il n’en résulte rien avant une décision humaine.",
		"query.within":     "Délai de réponse : {within}.",
		"query.cap":        "Nombre maximal de questions par partie et par jour : {cap}.",
		"query.keep":       "Durée de conservation de la trace d’une question : {keep}.",

		// ladder and rung, assessment and question
		"ladder":          "{title} :",
		"rung":            "{after} après l’expiration du délai, en sont informés : {roles}. {expects}",
		"rung.opens":      "Il en résulte l’ouverture de {procedure}.",
		"assessment":      "{title} — questions posées : {questions}.",
		"question":        "{text} (réponses : {answers})",
		"question.blocks": "{text} (réponses : {answers} ; fait obstacle à l’acte : {blocks})",

		// procedure, side, state
		"procedure":            "{title} : affaire entre {sides}.",
		"procedure.record":     "Les données communiquées suivent la fiche {record}.",
		"procedure.home":       "L’ordre des actes est tenu par {side}.",
		"procedure.depositary": "L’ordre des actes est tenu par le dépositaire.",
		"procedure.ends":       "L’affaire est close dès qu’elle se trouve à l’état {states}.",
		"procedure.remedy":     "Il s’agit d’une voie de recours ouverte aux personnes concernées.",
		"side.one":             "le côté « {side} »",
		"side":                 "{side} ({parties})",
		"side.other":           "{side} ({parties}, mais jamais la partie qui occupe {other})",
		"actor":                "le titulaire de la fonction « {role} » du côté « {side} »",
		"actor.any":            "le titulaire de la fonction « {role} » de toute partie",
		"actor.one":            "le titulaire de la fonction « {role} »",

		// step
		"step.opens":           "{title} : l’affaire peut être ouverte par {actors} ; elle passe alors à l’état {to}.",
		"step":                 "{title} : cet acte peut être accompli par {actors} tant que l’affaire se trouve à l’état {from} ; elle passe alors à l’état {to}.",
		"step.stays":           "{title} : cet acte peut être accompli par {actors} tant que l’affaire se trouve à l’état {from} ; elle y demeure.",
		"step.gives":           "Données communiquées : {fields}.",
		"step.optional":        "{label} (le cas échéant)",
		"step.requires":        "Y est jointe l’évaluation suivante : {assessments}.",
		"step.when":            "L’acte n’est permis que si {condition}.",
		"step.reasons":         "L’acte doit être motivé.",
		"step.grounds":         "Un motif doit être indiqué parmi les {count} suivants : {grounds}.",
		"step.ground":          "Le motif suivant doit être indiqué : {grounds}.",
		"step.other_than":      "L’acte doit être accompli par une personne différente de celle qui a accompli {steps}.",
		"step.personal":        "L’auteur de l’acte signe avec sa propre clé.",
		"step.pauses":          "Le délai {clocks} est suspendu.",
		"step.resumes":         "Le délai {clocks} reprend son cours.",
		"step.extends":         "Le délai {clocks} est prorogé.",
		"step.adds":            "Une inscription est ajoutée au registre {register}.",
		"step.strikes":         "L’inscription est radiée du registre {register}.",
		"step.opens_procedure": "L’acte ouvre {procedure}.",

		// clock and its silence
		"clock":            "{title} : délai de {within} à compter du moment où l’affaire passe à l’état {states}.",
		"clock.again":      "Le passage de l’un à l’autre de ces états ne fait pas courir un nouveau délai.",
		"clock.stops":      "Ce délai prend fin dès que l’affaire passe à l’état {states}.",
		"clock.left":       "Ce délai prend fin dès que l’affaire quitte cet état.",
		"clock.left.all":   "Ce délai prend fin dès que l’affaire ne se trouve plus à aucun de ces états.",
		"clock.owed":       "L’acte attendu incombe à : {actors}.",
		"clock.warns":      "Un avertissement est donné avant l’expiration du délai, avec l’avance suivante : {warns}.",
		"clock.max":        "Durée totale maximale des suspensions et des prorogations : {max}.",
		"silence.proceed":  "À défaut d’acte dans le délai, {step} est réputé accompli.",
		"silence.lapse":    "À défaut d’acte dans le délai, il y a caducité : l’affaire passe à l’état {to}.",
		"silence.suspend":  "À défaut d’acte dans le délai, aucun acte n’est permis hormis ceux qui mettent fin à ce délai, jusqu’à l’accomplissement de l’un d’eux.",
		"silence.erase":    "À défaut d’acte dans le délai, ce qui a été communiqué au titre de {fields} ne peut plus être utilisé à compter de ce moment, et est détruit sur tous les nœuds {grace} plus tard.",
		"silence.explain":  "À défaut d’acte dans le délai, les motifs en sont dus et le délai est prorogé une seule fois, de {extends}.",
		"silence.remain":   "À défaut d’acte dans le délai, l’obligation subsiste et la procédure graduée {ladder} s’engage.",
		"silence.restrict": "À défaut d’acte dans le délai, ce qui a été communiqué au titre de {fields} est conservé, mais ne peut plus être utilisé.",
		"silence.to":       "L’affaire passe alors à l’état {to}.",

		// share, keep, notify
		"share":           "Accès à {fields}, aux seules fins de {purpose}, ouvert à : {actors}.",
		"share.from":      "Cet accès n’est pas ouvert avant que l’affaire ne soit passée par l’état {states}.",
		"share.when":      "Cet accès n’est ouvert que si {condition}.",
		"share.handling":  "Conditions d’utilisation : {handling}.",
		"keep":            "Ce qui a été communiqué est détruit {for} après le passage de l’affaire à l’état {states}.",
		"notify":          "À informer : {title}, au plus tard {within} après le passage de l’affaire à l’état {states}.",
		"notify.by":       "Cette obligation est remplie par l’acte {step}.",
		"notify.deferred": "Peut surseoir à cette information : {actor}, pour une durée maximale de {max}.",
		"notify.remedy":   "La voie de recours {procedure} est alors ouverte.",

		// expect
		"expect":         "Exemple convenu, {procedure} : {title}.",
		"expect.given":   "Se sont succédé les actes suivants : {acts}.",
		"expect.at":      "Moment considéré : {at} après le dernier de ces actes.",
		"expect.state":   "L’affaire se trouve alors à l’état {state}.",
		"expect.permits": "Est alors permis : {acts}.",
		"expect.refuses": "Est alors refusé : {acts}.",
		"expect.erased":  "Est détruit à ce moment : {fields}.",
		"expect.sees":    "A accès à {fields} : {actor}.",
		"expect.hidden":  "N’a pas accès à {fields} : {actor}.",
		"act":            "{step}, par {actor}",
		"act.details":    "{act} ({details})",
		"act.person":     "en la personne désignée {person}",
		"act.after":      "{after} après l’acte précédent",
		"act.gives":      "{label} : {value}",
		"act.ground":     "pour le motif {ground}",
		"act.because":    "avec le code {code}",
		"yes":            "oui",
		"no":             "non",

		// conditions: every subject is feminine, and the adjectives with it
		"cond.raw":           "la condition {source} est remplie",
		"cond.group":         "({condition})",
		"cond.not":           "il n’est pas vrai que {condition}",
		"cond.field":         "la valeur de {label}",
		"cond.part":          "{part} (dans {whole})",
		"cond.eq":            "{a} est égale à {b}",
		"cond.ne":            "{a} est différente de {b}",
		"cond.lt":            "{a} est strictement inférieure à {b}",
		"cond.le":            "{a} est inférieure ou égale à {b}",
		"cond.gt":            "{a} est strictement supérieure à {b}",
		"cond.ge":            "{a} est supérieure ou égale à {b}",
		"cond.before":        "{a} est antérieure à la date suivante : {b}",
		"cond.notafter":      "{a} n’est pas postérieure à la date suivante : {b}",
		"cond.after":         "{a} est postérieure à la date suivante : {b}",
		"cond.notbefore":     "{a} n’est pas antérieure à la date suivante : {b}",
		"cond.yes":           "{a} est « oui »",
		"cond.no":            "{a} est « non »",
		"cond.in":            "{a} est l’une des suivantes : {list}",
		"cond.notin":         "{a} n’est aucune des suivantes : {list}",
		"cond.includes":      "{a} comprend {b}",
		"cond.excludes":      "{a} ne comprend pas {b}",
		"cond.indicator":     "la valeur de l’indicateur {name}",
		"cond.quota":         "la quantité déjà utilisée, pour la période en cours, du quota {name}",
		"cond.member.value":  "la valeur chiffrée de {a}",
		"cond.member.unit":   "l’unité de {a}",
		"cond.member.money":  "la monnaie de {a}",
		"cond.member.media":  "la nature du fichier {a}",
		"cond.member.name":   "la désignation du fichier {a}",
		"cond.member.sha256": "l’empreinte SHA-256 de {a}",
		"cond.time":          "{date}, {time} UTC",

		// the page
		"page.words":   "Les règles en langage clair",
		"page.prose":   "Texte convenu",
		"page.article": "Article {number}",
		"page.named":   "Article {number} — {title}",
		"page.none":    "Le présent article ne comporte aucune règle.",

		// differences between two versions
		"diff.cited":         "Article {article} : {text}",
		"diff.new":           "Disposition nouvelle : {block}.",
		"diff.gone":          "Disposition supprimée : {block}.",
		"diff.moved":         "Déplacement de l’article {old} à l’article {new} : {block}.",
		"diff.rises":         "Augmentation, de {old} à {new} : {what}.",
		"diff.falls":         "Réduction, de {old} à {new} : {what}.",
		"diff.changes":       "Modification, de {old} à {new} : {what}.",
		"diff.stated":        "Désormais fixé à {new} : {what}.",
		"diff.unstated":      "N’est plus fixé, après l’avoir été à {old} : {what}.",
		"diff.adds":          "Ajout de {new} : {what}.",
		"diff.removes":       "Suppression de {old} : {what}.",
		"diff.yes":           "Désormais applicable, {block} : {attribute}.",
		"diff.no":            "N’est plus applicable, {block} : {attribute}.",
		"diff.of":            "{attribute} ({block})",
		"diff.order":         "Ordre désormais fixé comme suit, {new} : {what}.",
		"diff.time":          "délai ou durée ({block})",
		"diff.prose":         "Le paragraphe {n} se lit désormais {new} au lieu de {old}.",
		"diff.prose.new":     "Un paragraphe est ajouté : {new}.",
		"diff.prose.gone":    "Un paragraphe est supprimé : {old}.",
		"diff.article.new":   "L’article {title} est nouveau.",
		"diff.article.gone":  "L’article {title} est supprimé.",
		"diff.article.title": "Le titre {old} est remplacé par {new}.",

		// names of blocks
		"block.agreement":  "l’accord",
		"block.renewal":    "la reconduction",
		"block.party":      "la partie",
		"block.authority":  "l’autorité",
		"block.role":       "la fonction",
		"block.purpose":    "la finalité",
		"block.record":     "la fiche",
		"block.field":      "le champ",
		"block.register":   "le registre",
		"block.query":      "la question",
		"block.ladder":     "la procédure graduée",
		"block.rung":       "le degré",
		"block.assessment": "l’évaluation",
		"block.question":   "la question de l’évaluation",
		"block.procedure":  "la procédure",
		"block.side":       "le côté",
		"block.state":      "l’état",
		"block.step":       "l’acte",
		"block.clock":      "le délai",
		"block.share":      "l’accès",
		"block.keep":       "la conservation",
		"block.notify":     "l’obligation d’informer",
		"block.expect":     "l’exemple",
		"block.article":    "l’article",
	})),
}

// spaced sets the spaces that French puts before a mark of several strokes, which may not break.
func spaced(says map[string]string) map[string]string {
	r := strings.NewReplacer(" :", "\u00a0:", " ;", "\u202f;", " — ", "\u00a0— ", "« ", "«\u00a0", " »", "\u00a0»")
	for key, s := range says {
		says[key] = r.Replace(s)
	}
	return says
}
