package desk

// russian says all that english says. Names, titles and lengths of time stand in the nominative, after a colon or
// between quotation marks, since the cases of words that the agreement states cannot be known.
var russian = map[string]string{
	"comma": ", ", "and": " и ", "or": " или ", "quote": "«{text}»", "space": " ",

	"persona.does": "{deeds}.", "persona.audits": "Собрать доказательства и провести аудит",

	// What silence will do, after the agreement's word for it.
	"will.proceed":       "Тогда действие «{step}» считается совершённым.",
	"will.lapse":         "Тогда дело переходит в состояние «{to}».",
	"will.lapse.closes":  "Тогда то, о чём просили, прекращается, а с ним и дело.",
	"will.suspend":       "Тогда в этом деле ничего больше нельзя сделать, пока кто-либо не совершит действие.",
	"will.erase":         "Переданное в качестве {fields} с этого момента не может использоваться и уничтожается на всех узлах; время до уничтожения: {grace}.",
	"will.explain":       "Тогда должны быть изложены причины, а срок продлевается один раз; продление: {extends}.",
	"will.explain.once":  "Тогда должны быть изложены причины; срок уже продлевался.",
	"will.remain":        "Обязанность сохраняется.",
	"will.remain.ladder": "Обязанность сохраняется, и начинается «{ladder}»: {expects}",
	"will.restrict":      "Тогда переданное в качестве {fields} сохраняется, но более не может использоваться.",
	"will.to":            "Дело при этом переходит в состояние «{to}».",

	// What it did.
	"did.proceed":       "Действие «{step}» считается совершённым.",
	"did.proceed.none":  "Действие, которое считалось бы совершённым, было невозможно.",
	"did.lapse":         "Дело теперь находится в состоянии «{to}».",
	"did.lapse.closes":  "То, о чём просили, прекратилось, а с ним и дело.",
	"did.suspend":       "В этом деле ничего больше нельзя сделать, пока кто-либо не совершит действие.",
	"did.sealed":        "Переданное в качестве {fields} с этого момента не может использоваться. Время до уничтожения: {grace}, если не поступит действие, своевременность которого доказана.",
	"did.erase":         "Переданное в качестве {fields} уничтожено на всех узлах.",
	"did.explain":       "Должны быть изложены причины, а срок продлён один раз; продление: {extends}.",
	"did.explain.once":  "Должны быть изложены причины.",
	"did.remain":        "Обязанность сохраняется.",
	"did.remain.ladder": "Обязанность сохраняется, и началась «{ladder}»: {expects}",
	"did.restrict":      "Переданное в качестве {fields} сохраняется, но более не может использоваться.",

	"lapse.title":  "{clock}: срок истёк",
	"lapse.final":  "{clock}: опечатанное уничтожено",
	"erased.title": "{party}: свидетельство об уничтожении того, что подлежало уничтожению",
	"erased.all":   "{party}: свидетельство об уничтожении всего переданного по этому делу",

	"next.rung":      "{expects}",
	"next.rung.if":   "Поскольку ответа нет: «{ladder}».",
	"next.keep":      "Переданное по этому делу уничтожается на всех узлах",
	"next.keep.if":   "Действия остаются, и прочесть по ним ничего нельзя.",
	"next.notice.if": "Если этого не сделать, на это укажет аудит. Отсрочка, данная судьёй, учитывается.",
	"notice.if":      "Обязанность сохраняется, и на это указывает аудит.",

	"why.waits": "сейчас действовать надлежит: {roles}",
	"role.of":   "{role} ({party})", "role.the": "{role}", "roles.of": "{roles} ({party})",

	"kept.end":    "{for} после завершения дела",
	"kept.states": "{for} после перехода дела в состояние {states}",

	"problem.missing":    "не заполнено поле «{label}»",
	"problem.fill":       "заполните его",
	"problem.reasons":    "необходимо изложить причины",
	"problem.reasons.do": "объясните почему, своими словами",
	"problem.ground":     "необходимо указать одно из оснований закрытого перечня",
	"problem.blocks":     "ответ «{answer}» на вопрос «{question}» исключает это действие",
	"problem.blocks.do":  "пока ответ таков, соглашение этого не допускает",

	"answer.line": "{label}: {value}",

	"kept.says":   "{clock}; срок: {within}.",
	"kept.before": "{clock}; срок до установленной даты: {within}.",
	"renewal":     "затем продлевается, каждый раз на срок: {period}",
	"renewal.all": "затем продлевается с согласия всех на срок: {period}",

	"survives.pending-cases": "ранее начатые дела",
	"survives.remedies":      "средства правовой защиты",
	"survives.erasure":       "сроки хранения и уничтожение",
	"survives.secrecy":       "неразглашение переданного",

	"entry.act": "Действие", "entry.receipt": "Подтверждение о получении", "entry.refusal": "Отказ", "entry.relay": "Хранится у депозитария",
	"entry.question": "Вопросы к реестру", "entry.answer": "Ответы реестра", "entry.read": "Просмотр персональных данных",
	"entry.register": "Загрузка реестра", "entry.signature": "Подпись", "entry.lapse": "Молчание", "entry.erasure": "Свидетельство об уничтожении",
	"entry.publication": "Отправлено другой стороне в опечатанном виде", "entry.checkpoint": "Контрольная точка другой стороны", "entry.verdict": "Вывод перед уничтожением",
	"entry.session": "Вход", "entry.of": "{kind}: {what}",
	"statement.certify": "ключи узла", "statement.ratify": "подпись по соглашению", "statement.enrol": "регистрация ключа лица", "statement.revoke": "отзыв ключа",
	"found.enter": "начинается ли этап", "found.renew": "продолжается ли соглашение",

	"verified.agreements": "Тексты соглашений, скомпилированные заново", "verified.statements": "Сертификаты и подписи по соглашению",
	"verified.logs": "Журналы, восстановленные лист за листом", "verified.leaves": "Записи, открытые и совпавшие с показанным",
	"verified.checkpoints": "Контрольные точки", "verified.cosignatures": "Соподписи других сторон", "verified.cases": "Воспроизведённые дела",
	"verified.acts": "Действия, каждое со своей подписью", "verified.personal": "Личные подписи", "verified.receipts": "Подтверждения от фиксирующих порядок действий",
	"verified.lapses": "Случаи молчания", "verified.erasures": "Свидетельства об уничтожении", "verified.questions": "Вопросы к реестрам", "verified.answers": "Ответы",
	"verified.disclosures": "Раскрытия, каждое соответствует обязательству", "verified.deliveries": "Переданные поля, каждое на основании доступа",

	"where.act": "действие {number}", "where.log": "журнал {log}, запись {index}", "where.logonly": "журнал {log}",
}
