package agreement

// termRussian are the Russian words about time and consent.
var termRussian = map[string]string{
	// which days are working days, and how they are counted
	"note.working":  "Рабочие дни — с понедельника по пятницу.",
	"note.calendar": "Рабочие дни определяются по календарю {calendar}.",
	"note.counted":  "Рабочие дни исчисляются со следующего дня.",
	"note.instant":  "Последний из них истекает в то время суток, в которое срок начался.",

	"agreement.calendar": "Если для срока не указан иной календарь, рабочие дни определяются по календарю {calendar}.",
	"agreement.without":  "Никакое действие по соглашению не наносит ущерба следующему: {words}.",

	"agreement.amends.stay": "Заменяет версию {version}; дела, открытые к тому времени, завершаются по той версии.",

	"article.number":      "статья {number}",
	"article.untouchable": "Эту статью не могут затронуть ни оговорка, ни фаза, ни приостановление.",
	"article.by_people":   "Исполняется людьми, а не правилом: {sentences}.",
	"article.sentence":    "предложение {n}",
	"sentence":            "Статья {article}, предложение {n}: {text}",
	"page.carries":        "Исполняемые положения: {sentences}",

	"party.unrecognised": "Эта сторона не признаёт статуса следующих сторон: {parties}.",
	"party.competence":   "Компетентный орган: {name}; относящиеся к его ведению производства: {procedures}.",
	"party.forwards":     "Орган: {name}. Поступившее к нему, но относящееся к ведению другого органа передаётся; срок передачи — {within}.",
	"purpose.protective": "Эта цель может добавить лицу гарантию, но никогда не подозрение.",
	"record.permits":     "Доступ к полю {label} и его сравнение допускаются исключительно в целях {purposes}.",
	"record.concordance": "Варианты для поля {label} — позиции таблицы соответствий {concordance}.",
	"assessment.harm":    "В этой оценке взвешивается вред, который данные могли бы причинить людям.",
	"assessment.signed":  "Отвечать на её вопросы вправе только {roles}.",

	// calendar
	"calendar":          "{title}: рабочие дни следующих сторон: {parties}; перечень полон с {from} по {until}.",
	"calendar.weekend":  "Еженедельные нерабочие дни: {days}.",
	"calendar.yearly":   "Ежегодные нерабочие дни: {days}.",
	"calendar.closed":   "Отдельные нерабочие дни: {days}.",
	"weekday.monday":    "понедельник",
	"weekday.tuesday":   "вторник",
	"weekday.wednesday": "среда",
	"weekday.thursday":  "четверг",
	"weekday.friday":    "пятница",
	"weekday.saturday":  "суббота",
	"weekday.sunday":    "воскресенье",

	// phase, schedule
	"phase":           "{title}: фаза, в течение которой действует следующее: {articles}.",
	"phase.starts":    "Она начинается {date}.",
	"phase.step":      "Её начинает отдельное действие.",
	"phase.ends":      "Она завершается в конце дня {date}.",
	"phase.after":     "Она может следовать только за фазой {phase}.",
	"phase.entry":     "Она начинается, только если {condition}.",
	"phase.exit":      "Она может быть прекращена, если {condition}.",
	"phase.exit_to":   "Она может быть прекращена с переходом к фазе {phase}, если {condition}.",
	"phase.review":    "Она должна быть пересмотрена; срок с момента её начала — {review}.",
	"schedule":        "{title}: открыть производство {procedure} обязано {roles}; срок, считая с {date}, — {within}.",
	"schedule.every":  "Обязанность возникает вновь каждый раз, когда прошло следующее время: {every}.",
	"schedule.ladder": "Если она не исполнена, начинается поэтапная процедура {ladder}.",

	// handling, credential
	"handling":                "{title}: код условий использования.",
	"handling.court.yes":      "Переданное под этим кодом может использоваться в суде.",
	"handling.court.consent":  "Переданное под этим кодом может использоваться в суде с согласия передавшего.",
	"handling.court.no":       "Переданное под этим кодом не может использоваться в суде.",
	"handling.onward.yes":     "Дальнейшая передача допускается.",
	"handling.onward.consent": "Дальнейшая передача допускается с согласия передавшего.",
	"handling.onward.no":      "Дальнейшая передача не допускается.",
	"handling.marking":        "На каждой странице ставится пометка {marking}.",
	"credential":              "{title}: удостоверение; в нём указывается {fields}; срок действия — {valid}.",
	"credential.record":       "Указываемое в нём составляется по форме {record}.",
	"credential.issuers":      "Удостоверение выдаёт {roles}.",

	// declaration, objection
	"declaration.reservation": "{title}, оговорка; положения, не обязательные для стороны {party}: {articles}.",
	"declaration.provisional": "{title}, временное применение; положения, которые сторона {party} применяет до вступления соглашения в силу: {articles}.",
	"declaration.territorial": "{title}, территориальное заявление; территории, на которые соглашение распространяется для стороны {party}: {territories}.",
	"declaration.authorities": "{title}, заявление об органах; компетентные органы стороны {party}: {authorities}.",
	"declaration.statement":   "{title}: заявление стороны {party}, ничего не изменяющее.",
	"declaration.made":        "Сделано {date} в следующих словах: {text}.",
	"declaration.objections":  "Срок для возражений других сторон: {objections}.",
	"objection":               "Возражение стороны {party}, сделанное {date} в следующих словах: {text}.",
	"objection.accepts":       "В остальном соглашение действует между этими двумя сторонами.",
	"objection.opposes":       "Между этими двумя сторонами соглашение не действует.",

	// annex, undertaking, concordance
	"annex":                "{title}: отдельный текст, дополняющий следующее: {articles}. Его значение SHA-256: {sha256}.",
	"annex.classified":     "Этот текст засекречен.",
	"annex.held":           "Текст хранят: {parties}.",
	"undertaking":          "{title}: обязательство, которое принимает сторона {by}; адресат — {deposited}, и никакая другая сторона: {text}.",
	"undertaking.oral":     "Обязательство дано устно; свидетель — {deposited}.",
	"undertaking.for":      "Оно касается следующего: {articles}.",
	"concordance":          "{title}: соответствия между правопорядками следующих сторон: {parties}. Соответствие есть между теми из них, у которых имеется текст для данной позиции.",
	"concordance.covered":  "{concept}: {texts}.",
	"concordance.excluded": "{concept}: {texts}. Согласовано, что соответствия нет.",
	"concordance.text":     "{party}: {text}",
	"concordance.evidence": "требуемое доказательство ({party}): {text}",
	"cond.covered":         "{a} имеет соответствие в правопорядках сторон дела по таблице соответствий {name}",
	"cond.uncovered":       "{a} не имеет соответствия в правопорядках сторон дела по таблице соответствий {name}",

	// names of blocks
	"block.amends":      "поправка",
	"block.anchor":      "привязка к тексту",
	"block.calendar":    "календарь",
	"block.phase":       "фаза",
	"block.schedule":    "график",
	"block.handling":    "код условий использования",
	"block.credential":  "удостоверение",
	"block.declaration": "заявление",
	"block.objection":   "возражение",
	"block.annex":       "приложение",
	"block.undertaking": "обязательство",
	"block.concordance": "таблица соответствий",
	"block.concept":     "позиция",
}
