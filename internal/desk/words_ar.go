package desk

// arabic says all that english says; quoted names stay what the agreement calls them.
var arabic = map[string]string{
	"comma": "، ", "and": " و", "or": " أو ", "quote": "«{text}»", "space": " ",

	"persona.does": "{deeds}.", "persona.audits": "جمع الأدلة وإجراء التدقيق",

	// What silence will do, after the agreement's word for it.
	"will.proceed":       "تُتخذ عندئذ «{step}» تلقائياً.",
	"will.lapse":         "تصبح القضية عندئذ: «{to}».",
	"will.lapse.closes":  "ينتهي عندئذ ما طُلب، وتنتهي معه القضية.",
	"will.suspend":       "لا يمكن عندئذ فعل أي شيء آخر في هذه القضية إلى أن يتصرف أحد.",
	"will.erase":         "ما قُدّم بوصفه {fields} لا يجوز استعماله من تلك اللحظة، ويُتلف في كل عقدة بعد ذلك بمدة {grace}.",
	"will.explain":       "يجب عندئذ التعليل، وتُمدَّد المهلة مرة واحدة بمدة {extends}.",
	"will.explain.once":  "يجب عندئذ التعليل؛ وقد سبق تمديد المهلة.",
	"will.remain":        "يبقى الواجب قائماً.",
	"will.remain.ladder": "يبقى الواجب قائماً، وتبدأ «{ladder}»: {expects}",
	"will.restrict":      "يُحفظ عندئذ ما قُدّم بوصفه {fields}، لكن لا يعود استعماله جائزاً.",
	"will.to":            "تصبح القضية عندئذ: «{to}».",

	// What it did.
	"did.proceed":       "اتُّخذت «{step}» تلقائياً.",
	"did.proceed.none":  "لم تكن الخطوة التي كانت ستُتخذ تلقائياً ممكنة.",
	"did.lapse":         "القضية الآن: «{to}».",
	"did.lapse.closes":  "انتهى ما طُلب، وانتهت معه القضية.",
	"did.suspend":       "لا يمكن فعل أي شيء آخر في هذه القضية إلى أن يتصرف أحد.",
	"did.sealed":        "ما قُدّم بوصفه {fields} لا يجوز استعماله من تلك اللحظة. ويُتلف بعد ذلك بمدة {grace}، ما لم يرد إجراء ثبت أنه تم في حينه.",
	"did.erase":         "أُتلف في كل عقدة ما قُدّم بوصفه {fields}.",
	"did.explain":       "التعليل واجب، ومُدّدت المهلة مرة واحدة بمدة {extends}.",
	"did.explain.once":  "التعليل واجب.",
	"did.remain":        "يبقى الواجب قائماً.",
	"did.remain.ladder": "يبقى الواجب قائماً، وقد بدأت «{ladder}»: {expects}",
	"did.restrict":      "ما قُدّم بوصفه {fields} محفوظ، لكن لم يعد استعماله جائزاً.",

	"lapse.title":  "{clock}: انقضت المهلة",
	"lapse.final":  "{clock}: أُتلف ما كان مختوماً",
	"erased.title": "{party} يشهد بأنه أتلف ما كان عليه إتلافه",
	"erased.all":   "{party} يشهد بأنه أتلف كل ما قُدّم في هذه القضية",

	"next.rung":      "{expects}",
	"next.rung.if":   "لأن الجواب لم يرد: «{ladder}».",
	"next.keep":      "يُتلف في كل عقدة ما قُدّم في هذه القضية",
	"next.keep.if":   "تبقى الإجراءات، ولا يمكن قراءة شيء منها.",
	"next.notice.if": "إذا لم يتم ذلك ذكره التدقيق. ويُحسب التأجيل الذي يأمر به قاضٍ.",
	"notice.if":      "يبقى الواجب قائماً، ويذكره التدقيق.",

	"why.waits": "التصرف الآن من شأن {roles}",
	"role.of":   "{role} لدى {party}", "role.the": "{role}", "roles.of": "{roles} لدى {party}",

	"kept.end":    "حتى انقضاء {for} على انتهاء القضية",
	"kept.states": "حتى انقضاء {for} على بلوغ القضية {states}",

	"problem.missing":    "«{label}» ناقص",
	"problem.fill":       "املأه",
	"problem.reasons":    "هذا يجب تعليله",
	"problem.reasons.do": "اذكر السبب بعبارتك",
	"problem.ground":     "يجب ذكر سبب من الأسباب الواردة في القائمة الحصرية",
	"problem.blocks":     "الجواب «{answer}» عن السؤال «{question}» لا يسمح بهذه الخطوة",
	"problem.blocks.do":  "ما دام هذا هو الجواب فالاتفاق لا يجيز ذلك",

	"answer.line": "{label}: {value}",

	"kept.says":   "{clock}، في غضون {within}.",
	"kept.before": "{clock}، قبل تاريخها بمدة {within}.",
	"renewal":     "ثم يُجدَّد كل مرة لمدة {period}",
	"renewal.all": "ثم يُجدَّد لمدة {period} إذا وافق الجميع",

	"survives.pending-cases": "القضايا المفتوحة من قبل",
	"survives.remedies":      "سبل الانتصاف",
	"survives.erasure":       "مدد الحفظ والمحو",
	"survives.secrecy":       "التقيّد بسرية ما تم تبادله",

	"entry.act": "إجراء", "entry.receipt": "إيصال", "entry.refusal": "رفض", "entry.relay": "محفوظ لدى الوديع",
	"entry.question": "أسئلة موجهة إلى قاعدة بيانات", "entry.answer": "أجوبة قاعدة بيانات", "entry.read": "اطلاع على حقول شخصية",
	"entry.register": "تحميل قاعدة بيانات", "entry.signature": "توقيع", "entry.lapse": "سكوت", "entry.erasure": "شهادة بالإتلاف",
	"entry.publication": "أُرسل مختوماً إلى طرف آخر", "entry.checkpoint": "نقطة تحقق لطرف آخر", "entry.verdict": "حكم سابق للإتلاف",
	"entry.session": "دخول", "entry.of": "{kind}: {what}",
	"statement.certify": "مفاتيح عقدة", "statement.ratify": "توقيع بموجب الاتفاق", "statement.enrol": "تسجيل مفتاح شخص", "statement.revoke": "إلغاء مفتاح",
	"found.enter": "ما إذا كانت مرحلة تبدأ", "found.renew": "ما إذا كان الاتفاق يستمر",

	"verified.agreements": "نصوص الاتفاقات، أُعيدت ترجمتها إلى قواعد", "verified.statements": "الشهادات والتوقيعات بموجب الاتفاق",
	"verified.logs": "السجلات، أُعيد بناؤها ورقة ورقة", "verified.leaves": "قيود فُتحت وطابقت ما هو معروض",
	"verified.checkpoints": "نقاط التحقق", "verified.cosignatures": "التوقيعات المشاركة من أطراف آخرين", "verified.cases": "القضايا التي أُعيدت",
	"verified.acts": "الإجراءات، كل منها بتوقيعه", "verified.personal": "التوقيعات الشخصية", "verified.receipts": "إيصالات من يحفظ ترتيب القضية",
	"verified.lapses": "حالات السكوت", "verified.erasures": "الشهادات بالإتلاف", "verified.questions": "الأسئلة الموجهة إلى قواعد البيانات", "verified.answers": "الأجوبة",
	"verified.disclosures": "ما كُشف، وكل منه مطابق لالتزامه", "verified.deliveries": "الحقول المسلَّمة، وكل منها بموجب إذن بالتبادل",

	"where.act": "الإجراء {number}", "where.log": "سجل \u2068{log}\u2069، القيد {index}", "where.logonly": "سجل \u2068{log}\u2069",
}
