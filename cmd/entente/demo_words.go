package main

import (
	"github.com/entente-net/entente/internal/web"
	"github.com/entente-net/entente/internal/world"
)

// askStolen is the question that the tour begins with.
const askStolen = "Ask about document " + world.StolenDocument + ", issued by XB (Belmark). There is a hit."

// tries is what to try first; login leads to each person's desk.
func tries(login map[string]string) []web.Try {
	return []web.Try{
		{Title: "Check a document that the other side reported stolen", Steps: []string{
			"Be Mira Tol, border officer of Arland, and choose Check.",
			askStolen,
			"Open what the hit leads to; then, under Cases, ask Belmark for assistance.",
		}, URL: login["mira.tol"], Link: "Be Mira Tol"},
		{Title: "Decide as a judge", Steps: []string{
			"Be Anna Vantor, judge of Belmark. Today shows what waits, and what your silence would mean.",
			"Open a request, read it, authorise it with your reasons. You see what leaves, and to whom, before you sign.",
			"Then be Oren Dask, prosecutor of Belmark, and carry it out: the answer arrives at Arland.",
		}, URL: login["anna.vantor"], Link: "Be Anna Vantor"},
		{Title: "Trust nobody", Steps: []string{
			"Be anybody of Arland, choose Ledger, then the audit, and save the evidence; the same at Belmark.",
			"Be Sam Okoro, the auditor: choose Ledger, then the audit, add both files, and run it. 0 findings.",
			"Change one byte of a file, and run it again. The same in the terminal: see “entente audit” in the README.",
		}, URL: login["sam.okoro"], Link: "Be Sam Okoro"},
	}
}

// tourArabic says in Arabic what the tour says of its own; a test holds it complete.
var tourArabic = map[string]string{
	askStolen: "اسأل عن الوثيقة \u2068" + world.StolenDocument + "\u2069، الصادرة عن \u2068XB\u2069 (\u2068Belmark\u2069). فيظهر تطابق.",

	"Be Mira Tol":    "كن \u2068Mira Tol\u2069",
	"Be Anna Vantor": "كن \u2068Anna Vantor\u2069",
	"Be Sam Okoro":   "كن \u2068Sam Okoro\u2069",
	"Check a document that the other side reported stolen":                       "تحقّق من وثيقة أبلغ الجانب الآخر عن سرقتها",
	"Be Mira Tol, border officer of Arland, and choose Check.":                   "كن \u2068Mira Tol\u2069، من حرس الحدود لدى \u2068Arland\u2069، واختر «التحقق».",
	"Open what the hit leads to; then, under Cases, ask Belmark for assistance.": "افتح ما يؤدي إليه التطابق؛ ثم اطلب المساعدة من \u2068Belmark\u2069 في «القضايا».",
	"Decide as a judge": "احكم بصفة قاضٍ",
	"Be Anna Vantor, judge of Belmark. Today shows what waits, and what your silence would mean.":                 "كن \u2068Anna Vantor\u2069، من قضاة \u2068Belmark\u2069. تعرض صفحة «اليوم» ما ينتظر، وما يعنيه سكوتك.",
	"Open a request, read it, authorise it with your reasons. You see what leaves, and to whom, before you sign.": "افتح طلباً واقرأه وأجزه مع ذكر أسبابك. وترى ما يخرج، وإلى من، قبل أن توقّع.",
	"Then be Oren Dask, prosecutor of Belmark, and carry it out: the answer arrives at Arland.":                   "ثم كن \u2068Oren Dask\u2069، من الادعاء العام لدى \u2068Belmark\u2069، ونفّذه: فيصل الجواب إلى \u2068Arland\u2069.",
	"Trust nobody": "لا تثق بأحد",
	"Be anybody of Arland, choose Ledger, then the audit, and save the evidence; the same at Belmark.":          "كن أي شخص لدى \u2068Arland\u2069، واختر «السجل» ثم التدقيق، واحفظ الأدلة؛ وافعل مثل ذلك لدى \u2068Belmark\u2069.",
	"Be Sam Okoro, the auditor: choose Ledger, then the audit, add both files, and run it. 0 findings.":         "كن \u2068Sam Okoro\u2069، المدقّق: اختر «السجل» ثم التدقيق، وأضف الملفين، ونفّذه. لا مخالفة واحدة.",
	"Change one byte of a file, and run it again. The same in the terminal: see “entente audit” in the README.": "غيّر بايتاً واحداً في أحد الملفين ونفّذه من جديد. ويمكن ذلك أيضاً من سطر الأوامر: انظر «\u2068entente audit\u2069» في ملف \u2068README\u2069.",
	"Check a document at the crossing, open what a hit leads to, ask Belmark.":                                  "التحقق من وثيقة عند المعبر، وفتح ما يؤدي إليه التطابق، وسؤال \u2068Belmark\u2069.",

	"Be the second pair of eyes on a hit.":                                            "مراجعة التطابق مراجعةً ثانية.",
	"Confirm or clear a hit; ask for a correction.":                                   "تأكيد التطابق أو نفيه؛ وطلب التصحيح.",
	"Ask Belmark for evidence; answer its judge's question.":                          "طلب الأدلة من \u2068Belmark\u2069؛ والإجابة عن سؤال قاضيها.",
	"Decide what Belmark has asked for.":                                              "البتّ فيما طلبته \u2068Belmark\u2069.",
	"Keep Arland's registers; answer a request for correction.":                       "حفظ قواعد بيانات \u2068Arland\u2069؛ والإجابة عن طلب التصحيح.",
	"File complaints that people bring; give the file.":                               "تقديم ما يرد من شكاوى الناس؛ وتسليم الملف.",
	"Check a document against Arland's registers.":                                    "التحقق من وثيقة في قواعد بيانات \u2068Arland\u2069.",
	"Confirm or clear a hit.":                                                         "تأكيد التطابق أو نفيه.",
	"Carry out what the judge has authorised; act at once where a life is in danger.": "تنفيذ ما أجازه القاضي؛ والتصرف فوراً متى كانت حياة في خطر.",
	"Decide on a request; uphold an urgent measure, or let it be destroyed.":          "البتّ في طلب؛ وتأييد تدبير عاجل، أو ترك ما نتج عنه يُتلف.",
	"Be the second judge, where a refusal is contested.":                              "القضاء ثانيةً عند الاعتراض على الرفض.",
	"Keep Belmark's registers; correct or retain an entry.":                           "حفظ قواعد بيانات \u2068Belmark\u2069؛ وتصحيح قيد أو الإبقاء عليه.",
	"Answer the ombudsperson.":                                                        "الإجابة عن أسئلة أمين المظالم.",
	"Collect the evidence, replay it, read the findings.":                             "جمع الأدلة وإعادة حسابها وقراءة المخالفات.",
	"Decide on a complaint.":                                                          "البتّ في شكوى.",
	"Follow what stayed unanswered.":                                                  "متابعة ما بقي بلا جواب.",
}
