package agreement

// figureEnglish are the English words about figures.
var figureEnglish = map[string]string{
	// indicator
	"things.cases":              "the cases of {title}",
	"things.reached":            "{things} that have come to {states}",
	"things.entries":            "the entries of {title}",
	"things.questions":          "the questions {title}",
	"things.payments":           "the payments into {title}",
	"indicator.count":           "{title}: the number of {things}.",
	"indicator.share":           "{title}: of {things}, the share that has come to {reached}.",
	"indicator.sum":             "{title}: the sum of {field} of {things}.",
	"indicator.money":           "{title}: the sum of {things}.",
	"indicator.disparity":       "{title}: of {things}, the share that has come to {reached}, for each group of {field} as a multiple of that of all the others, with the range in which chance alone would leave it in 95 of 100 measurements.",
	"indicator.duration.median": "{title}: the time in which half of {things} come from {from} to {to}.",
	"indicator.duration.p90":    "{title}: the time in which nine in ten of {things} come from {from} to {to}.",
	"indicator.when":            "Counted is only where {condition}.",
	"indicator.by":              "It is also shown for each value of {fields}.",
	"indicator.over":            "It is taken over {over} up to now.",
	"indicator.target":          "Target: {target}.",
	"indicator.target.days":     "Target, in days: {target}.",
	"target.<=":                 "at most {number}",
	"target.>=":                 "at least {number}",
	"target.<":                  "less than {number}",
	"target.>":                  "more than {number}",
	"indicator.publishes":       "It is published once in {publishes}.",
	"indicator.minimum":         "No figure stands on fewer than {minimum}.",
	"indicator.rounds":          "Counts are rounded to multiples of {rounds}.",
	"indicator.budget":          "Noise hides each single one (differential privacy; epsilon for each publication: {budget}).",
	"cond.fund":                 "what is left to spend of the fund {name}",

	// quota, fund
	"quota":          "{title}: {number} in each period of {per}, counted from the first day of the agreement.",
	"quota.each":     "Each party has this number to itself.",
	"quota.pair":     "Each party has this number to itself towards each party that asks for it.",
	"quota.of":       "Each grant of {of} counts here too.",
	"fund":           "{title}: money in {currency}, given by {parties}.",
	"fund.window":    "One part is for {title}.",
	"fund.ceiling":   "At most {ceiling} {currency} go there.",
	"fund.milestone": "Nothing of it is released before a case of {procedure} has come to {states}.",

	// risk
	"risk":        "{title}, version {version}: a score over {record}.",
	"risk.rule":   "{score} if {condition}; a person then reads: {because}.",
	"risk.lane":   "From a score of {from} on it leads to {title}.",
	"risk.random": "{random} per cent are drawn at random and go to {lane}, unless their score leads further: so that hits can be judged.",

	// drill
	"drill":           "{title}: an exercise of {lasts}.",
	"drill.load":      "Cases of {procedure} that are opened in each period of {every}: {count}.",
	"drill.actor":     "{role} of {party} answers after {answers}.",
	"drill.actor.any": "{role} of every party answers after {answers}.",
	"drill.share":     "An answer comes in {share} of 100 cases.",
	"drill.cut":       "After {at} the line of {party} is cut for {lasts}. {text}",
	"drill.stop":      "After {at} the node of {party} stops for {lasts}. {text}",
	"drill.absent":    "After {at} the people of {party} are away for {lasts}. {text}",
	"drill.note":      "After {at}: {text}",
	"drill.measures":  "Measured are {indicators}.",

	// names of blocks
	"block.indicator": "the indicator",
	"block.quota":     "the quota",
	"block.fund":      "the fund",
	"block.window":    "the window",
	"block.risk":      "the risk method",
	"block.rule":      "the rule",
	"block.lane":      "the lane",
	"block.drill":     "the exercise",
	"block.actor":     "the player",
	"block.load":      "the load",
	"block.event":     "the event",
}
