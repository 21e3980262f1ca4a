package agreement

// figureArabic are the Arabic words about figures.
var figureArabic = map[string]string{
	// indicator
	"things.cases":              "قضايا {title}",
	"things.reached":            "{things} التي صارت في حالة {states}",
	"things.entries":            "قيود قاعدة البيانات {title}",
	"things.questions":          "أسئلة {title}",
	"things.payments":           "المدفوعات إلى الصندوق {title}",
	"indicator.count":           "{title}: عدد {things}.",
	"indicator.share":           "{title}: نسبة ما صار في حالة {reached} من {things}.",
	"indicator.sum":             "{title}: مجموع {field} في {things}.",
	"indicator.money":           "{title}: مجموع {things}.",
	"indicator.disparity":       "{title}: نسبة ما صار في حالة {reached} من {things}، لكل فئة من فئات {field}، معبَّراً عنها بمضاعف لنسبة سائر الفئات معاً، مع النطاق الذي تبقيها فيه المصادفة وحدها في 95 من كل 100 قياس.",
	"indicator.duration.median": "{title}: الوقت الذي ينتقل خلاله نصف {things} من حالة {from} إلى حالة {to}.",
	"indicator.duration.p90":    "{title}: الوقت الذي تنتقل خلاله تسعة أعشار {things} من حالة {from} إلى حالة {to}.",
	"indicator.when":            "ولا يُحسب إلا ما ثبت فيه أن {condition}.",
	"indicator.by":              "ويُعرض أيضاً لكل قيمة من قيم {fields}.",
	"indicator.over":            "ويُحسب على مدى فترة سابقة للقياس تمتد على {over}.",
	"indicator.target":          "القيمة المستهدفة: {target}.",
	"indicator.target.days":     "القيمة المستهدفة بالأيام: {target}.",
	"target.<=":                 "لا تزيد على {number}",
	"target.>=":                 "لا تقل عن {number}",
	"target.<":                  "أقل من {number}",
	"target.>":                  "أكثر من {number}",
	"indicator.publishes":       "ويُنشر مرة كل {publishes}.",
	"indicator.minimum":         "ولا يُعرض رقم يقوم على أقل من {minimum}.",
	"indicator.rounds":          "وتُقرَّب الأعداد إلى مضاعفات {rounds}.",
	"indicator.budget":          "وتحجب ضوضاء إحصائية كل حالة بعينها (الخصوصية التفاضلية؛ إبسيلون لكل نشر: {budget}).",
	"cond.fund":                 "الأموال الباقية للإنفاق من الصندوق {name}",

	// quota, fund
	"quota":          "{title}: {number} لكل فترة تمتد على {per}، وتُحسب الفترات من أول يوم في الاتفاق.",
	"quota.each":     "ولكل طرف هذا العدد لنفسه.",
	"quota.pair":     "ولكل طرف هذا العدد لنفسه تجاه كل طرف يقدّم طلباً.",
	"quota.of":       "وتُحسب هنا أيضاً كل وحدة من الحصة {of}.",
	"fund":           "{title}: أموال بعملة {currency} يقدّمها {parties}.",
	"fund.window":    "يُخصَّص جزء منها لما يلي: {title}.",
	"fund.ceiling":   "ولا يتجاوز هذا الجزء {ceiling} {currency}.",
	"fund.milestone": "ولا يُصرف منه شيء قبل أن تصير إحدى قضايا {procedure} في حالة {states}.",

	// risk
	"risk":        "{title}، الإصدار {version}: درجة تُحسب وفق استمارة {record}.",
	"risk.rule":   "{score} إذا ثبت أن {condition}؛ والتعليل المعروض على الأشخاص: {because}.",
	"risk.lane":   "من الدرجة {from} فما فوق يكون المآل {title}.",
	"risk.random": "يُختار بالقرعة {random} في المائة ويُوجَّه إلى {lane}، ما لم تؤدِّ الدرجة إلى ما هو أبعد، لكي يمكن الحكم على النتائج.",

	// drill
	"drill":           "{title}: تمرين لمدة {lasts}.",
	"drill.load":      "عدد قضايا {procedure} التي تُفتح في كل فترة تمتد على {every}: {count}.",
	"drill.actor":     "يجيب {role} لدى {party} بعد {answers}.",
	"drill.actor.any": "يجيب {role} لدى كل طرف بعد {answers}.",
	"drill.share":     "ويرد الجواب في {share} من كل 100 قضية.",
	"drill.cut":       "بعد {at} ينقطع خط {party} لمدة {lasts}. {text}",
	"drill.stop":      "بعد {at} تتوقف عقدة {party} لمدة {lasts}. {text}",
	"drill.absent":    "بعد {at} يغيب العاملون لدى {party} لمدة {lasts}. {text}",
	"drill.note":      "بعد {at}: {text}",
	"drill.measures":  "المؤشرات المقيسة: {indicators}.",

	// names of blocks
	"block.indicator": "المؤشر",
	"block.quota":     "الحصة",
	"block.fund":      "الصندوق",
	"block.window":    "الجزء المخصص",
	"block.risk":      "طريقة تقدير المخاطر",
	"block.rule":      "قاعدة التقدير",
	"block.lane":      "المسار",
	"block.drill":     "التمرين",
	"block.actor":     "المشارك في التمرين",
	"block.load":      "الحِمل",
	"block.event":     "الحدث",
}
