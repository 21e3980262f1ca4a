package agreement

// figureRussian are the Russian words about figures.
var figureRussian = map[string]string{
	// indicator
	"things.cases":              "дела {title}",
	"things.reached":            "{things}, перешедшие в состояние {states}",
	"things.entries":            "записи реестра {title}",
	"things.questions":          "вопросы {title}",
	"things.payments":           "взносы в фонд {title}",
	"indicator.count":           "{title}: количество; учитываются {things}.",
	"indicator.share":           "{title}: доля перешедших в состояние {reached}; учитываются {things}.",
	"indicator.sum":             "{title}: сумма по полю {field}; учитываются {things}.",
	"indicator.money":           "{title}: сумма; учитываются {things}.",
	"indicator.disparity":       "{title}: доля перешедших в состояние {reached} в каждой группе по полю {field}, выраженная как кратное доле во всех остальных группах, с интервалом, в котором её оставила бы одна случайность в 95 измерениях из 100; учитываются {things}.",
	"indicator.duration.median": "{title}: время, за которое половина дел переходит из состояния {from} в состояние {to}; учитываются {things}.",
	"indicator.duration.p90":    "{title}: время, за которое девять дел из десяти переходят из состояния {from} в состояние {to}; учитываются {things}.",
	"indicator.when":            "Учитываются только случаи, когда {condition}.",
	"indicator.by":              "Показатель даётся также для каждого значения следующих полей: {fields}.",
	"indicator.over":            "Рассматриваемое время, до момента измерения: {over}.",
	"indicator.target":          "Целевое значение: {target}.",
	"indicator.target.days":     "Целевое значение, в днях: {target}.",
	"target.<=":                 "не более {number}",
	"target.>=":                 "не менее {number}",
	"target.<":                  "менее {number}",
	"target.>":                  "более {number}",
	"indicator.publishes":       "Периодичность опубликования: {publishes}.",
	"indicator.minimum":         "Значения не даются для числа меньше {minimum}.",
	"indicator.rounds":          "Количества округляются до кратных числу {rounds}.",
	"indicator.budget":          "Каждая единица скрыта статистическим шумом (дифференциальная приватность; эпсилон на одно опубликование: {budget}).",
	"cond.fund":                 "количество средств, оставшихся для расходования из фонда {name},",

	// quota, fund
	"quota":          "{title}: {number} за каждый период; длительность периода, считая с первого дня соглашения, — {per}.",
	"quota.each":     "Каждая сторона имеет это число для себя.",
	"quota.pair":     "Каждая сторона имеет это число для себя в отношении каждой обращающейся стороны.",
	"quota.of":       "Каждая единица квоты {of} засчитывается и здесь.",
	"fund":           "{title}: средства в валюте {currency}; доноры: {parties}.",
	"fund.window":    "Назначение одной из частей: {title}.",
	"fund.ceiling":   "Предел этой части: {ceiling} {currency}.",
	"fund.milestone": "Средства из неё не выделяются, пока дело {procedure} не перейдёт в состояние {states}.",

	// risk
	"risk":        "{title}, версия {version}: балльная оценка по форме {record}.",
	"risk.rule":   "{score}, если {condition}; пояснение для человека: {because}.",
	"risk.lane":   "Балл, начиная с {from}, ведёт к следующему: {title}.",
	"risk.random": "Доля отбираемых по жребию, в процентах: {random}; для них назначается {lane}, если балл не ведёт дальше: это позволяет судить о результатах.",

	// drill
	"drill":           "{title}: учение; продолжительность — {lasts}.",
	"drill.load":      "Число дел {procedure}, открываемых за каждый период ({every}): {count}.",
	"drill.actor":     "Отвечает {role} ({party}); время до ответа — {answers}.",
	"drill.actor.any": "Отвечает {role} (каждая сторона соглашения); время до ответа — {answers}.",
	"drill.share":     "Ответ поступает не по всем делам; число дел с ответом из каждых 100: {share}.",
	"drill.cut":       "Время от начала — {at}: прерывается связь стороны {party}; продолжительность — {lasts}. {text}",
	"drill.stop":      "Время от начала — {at}: останавливается узел стороны {party}; продолжительность — {lasts}. {text}",
	"drill.absent":    "Время от начала — {at}: отсутствуют люди стороны {party}; продолжительность — {lasts}. {text}",
	"drill.note":      "Время от начала — {at}: {text}",
	"drill.measures":  "Измеряемые показатели: {indicators}.",

	// names of blocks
	"block.indicator": "показатель",
	"block.quota":     "квота",
	"block.fund":      "фонд",
	"block.window":    "целевая часть фонда",
	"block.risk":      "метод оценки риска",
	"block.rule":      "правило",
	"block.lane":      "направление",
	"block.drill":     "учение",
	"block.actor":     "участник учения",
	"block.load":      "нагрузка",
	"block.event":     "событие",
}
