package agreement

// termArabic are the Arabic words about time and consent.
var termArabic = map[string]string{
	// which days are working days, and how they are counted
	"note.working":  "أيام العمل من الاثنين إلى الجمعة.",
	"note.calendar": "أيام العمل هي الواردة في التقويم {calendar}.",
	"note.counted":  "تُحسب أيام العمل اعتباراً من اليوم التالي.",
	"note.instant":  "وينقضي آخرها في الوقت الذي بدأت فيه المهلة من اليوم.",

	"agreement.calendar": "حيثما لا تسمّي المهلة تقويماً آخر، تكون أيام العمل هي الواردة في التقويم {calendar}.",
	"agreement.without":  "لا يخلّ أي إجراء يُتخذ بموجب هذا الاتفاق بما يلي: {words}.",

	"agreement.amends.stay": "يحل محل الإصدار {version}؛ والقضايا المفتوحة عندئذ تُستكمل بموجب ذلك الإصدار.",

	"article.number":      "المادة {number}",
	"article.untouchable": "لا يمسّ هذه المادة أي تحفظ ولا أي مرحلة ولا أي تعليق.",
	"article.by_people":   "ما ينفّذه أشخاص لا قاعدة: {sentences}.",
	"article.sentence":    "الجملة {n}",
	"sentence":            "المادة {article}، الجملة {n}: {text}",
	"page.carries":        "ما يُنفَّذ بهذه القاعدة: {sentences}",

	"party.unrecognised": "لا يعترف هذا الطرف بمركز {parties}.",
	"party.competence":   "الإجراءات التي تختص بها {name}: {procedures}.",
	"party.forwards":     "ما يصل إلى {name} وتختص به سلطة أخرى يُحال إليها في غضون {within}.",
	"purpose.protective": "يجوز أن يضيف هذا الغرض ضمانة لشخص، ولا يجوز أن يضيف شبهة أبداً.",
	"record.permits":     "لا يجوز الاطلاع على {label} ولا مقارنته إلا لغرض {purposes}.",
	"record.concordance": "خيارات {label} هي بنود جدول التقابل {concordance}.",
	"assessment.harm":    "يزن هذا التقييم ما قد تُلحقه البيانات بالناس من ضرر.",
	"assessment.signed":  "لا يجيب عنه إلا {roles}.",

	// calendar
	"calendar":          "{title}: أيام عمل {parties}، وهي قائمة كاملة من {from} إلى {until}.",
	"calendar.weekend":  "أيام العطلة في كل أسبوع: {days}.",
	"calendar.yearly":   "أيام العطلة في كل سنة: {days}.",
	"calendar.closed":   "أيام العطلة المنفردة: {days}.",
	"weekday.monday":    "الاثنين",
	"weekday.tuesday":   "الثلاثاء",
	"weekday.wednesday": "الأربعاء",
	"weekday.thursday":  "الخميس",
	"weekday.friday":    "الجمعة",
	"weekday.saturday":  "السبت",
	"weekday.sunday":    "الأحد",

	// phase, schedule
	"phase":           "{title}: مرحلة يسري خلالها ما يلي: {articles}.",
	"phase.starts":    "تبدأ في {date}.",
	"phase.step":      "تبدأ بخطوة تُتخذ.",
	"phase.ends":      "تنتهي في نهاية يوم {date}.",
	"phase.after":     "لا يجوز أن تلي إلا المرحلة {phase}.",
	"phase.entry":     "لا تبدأ إلا إذا ثبت أن {condition}.",
	"phase.exit":      "يجوز إنهاؤها إذا ثبت أن {condition}.",
	"phase.exit_to":   "يجوز إنهاؤها بالانتقال إلى المرحلة {phase} إذا ثبت أن {condition}.",
	"phase.review":    "يجب أن تكون قد خضعت للمراجعة في غضون {review} من بدايتها.",
	"schedule":        "{title}: يجب أن يفتح {procedure}، في غضون {within} من {date}، {roles}.",
	"schedule.every":  "ويتجدد هذا الواجب كل مرة بعد {every}.",
	"schedule.ladder": "وإذا لم يُؤدَّ بدأ التصعيد المتدرج {ladder}.",

	// handling, credential
	"handling":                "{title}: رمز لشروط الاستعمال.",
	"handling.court.yes":      "ما يُتاح بموجبه يجوز استعماله أمام القضاء.",
	"handling.court.consent":  "ما يُتاح بموجبه يجوز استعماله أمام القضاء بموافقة من قدّمه.",
	"handling.court.no":       "ما يُتاح بموجبه لا يجوز استعماله أمام القضاء.",
	"handling.onward.yes":     "وتجوز إحالته إلى الغير.",
	"handling.onward.consent": "وتجوز إحالته إلى الغير بموافقة من قدّمه.",
	"handling.onward.no":      "ولا تجوز إحالته إلى الغير.",
	"handling.marking":        "تحمل كل صفحة عبارة {marking}.",
	"credential":              "{title}: سند يُذكر فيه {fields}، وتستمر صلاحيته لمدة {valid}.",
	"credential.record":       "يُحرَّر ما يُذكر فيه وفق استمارة {record}.",
	"credential.issuers":      "يُصدره {roles}.",

	// declaration, objection
	"declaration.reservation": "{title}، وهو تحفّظ: لا يلتزم {party} بما يلي: {articles}.",
	"declaration.provisional": "{title}، وهو تطبيق مؤقت: يطبّق {party} قبل بدء سريان الاتفاق ما يلي: {articles}.",
	"declaration.territorial": "{title}، وهو إعلان إقليمي: يسري الاتفاق بالنسبة إلى {party} على ما يلي: {territories}.",
	"declaration.authorities": "{title}، وهو إعلان بشأن السلطات: السلطات المختصة بالنسبة إلى {party} هي {authorities}.",
	"declaration.statement":   "{title}: بيان صادر عن {party} لا يغيّر شيئاً.",
	"declaration.made":        "صدر في {date}، ونصه: {text}.",
	"declaration.objections":  "يجوز للأطراف الأخرى أن تعترض في غضون {objections}.",
	"objection":               "اعترض {party} في {date}، ونص الاعتراض: {text}.",
	"objection.accepts":       "وتسري سائر أحكام الاتفاق بين الطرفين.",
	"objection.opposes":       "ولا يسري الاتفاق بين الطرفين.",

	// annex, undertaking, concordance
	"annex":                "{title}: نص مستقل يستكمل ما يلي: {articles}. وبصمته بخوارزمية \u2068SHA-256\u2069 هي {sha256}.",
	"annex.classified":     "وهو نص سري.",
	"annex.held":           "يحتفظ بالنص {parties}.",
	"undertaking":          "{title}: يتعهد {by} لدى {deposited}، لا لأي طرف آخر، بما يلي: {text}.",
	"undertaking.oral":     "قُدّم هذا التعهد شفوياً، وشهد عليه {deposited}.",
	"undertaking.for":      "وهو يتعلق بما يلي: {articles}.",
	"concordance":          "{title}: ما يتقابل بين النظم القانونية لدى {parties}. ويكون التقابل بين من لديهم نص بشأن البند.",
	"concordance.covered":  "{concept}: {texts}.",
	"concordance.excluded": "{concept}: {texts}. وقد اتُّفق على أنه لا تقابل فيه.",
	"concordance.text":     "{party}: {text}",
	"concordance.evidence": "ما يشترط {party} إثباته: {text}",
	"cond.covered":         "{a} لها مقابل، وفق جدول التقابل {name}، في النظم القانونية لأطراف القضية",
	"cond.uncovered":       "{a} ليس لها مقابل، وفق جدول التقابل {name}، في النظم القانونية لأطراف القضية",

	// names of blocks
	"block.amends":      "التعديل",
	"block.anchor":      "الإسناد إلى النص",
	"block.calendar":    "التقويم",
	"block.phase":       "المرحلة",
	"block.schedule":    "الجدول الزمني",
	"block.handling":    "رمز شروط الاستعمال",
	"block.credential":  "السند",
	"block.declaration": "الإعلان",
	"block.objection":   "الاعتراض",
	"block.annex":       "المرفق",
	"block.undertaking": "التعهد",
	"block.concordance": "جدول التقابل",
	"block.concept":     "البند",
}
