package desk

// chinese says all that english says, with full-width marks and no space between sentences.
var chinese = map[string]string{
	"comma": "、", "and": "和", "or": "或", "quote": "“{text}”", "space": "",

	"persona.does": "{deeds}。", "persona.audits": "收集证据并进行审计",

	// What silence will do, after the agreement's word for it.
	"will.proceed":       "届时视为已采取“{step}”步骤。",
	"will.lapse":         "案件届时处于“{to}”状态。",
	"will.lapse.closes":  "所请求的事项届时终止，案件随之终结。",
	"will.suspend":       "届时在有人采取行动之前，本案不得采取任何其他步骤。",
	"will.erase":         "作为{fields}提供的内容自该时刻起不得使用，并于经过{grace}后在所有节点上销毁。",
	"will.explain":       "届时须说明理由，期限延长一次，延长{extends}。",
	"will.explain.once":  "届时须说明理由；期限已经延长过。",
	"will.remain":        "义务继续存在。",
	"will.remain.ladder": "义务继续存在，并启动“{ladder}”：{expects}",
	"will.restrict":      "作为{fields}提供的内容届时予以保存，但不得再行使用。",
	"will.to":            "案件随即处于“{to}”状态。",

	// What it did.
	"did.proceed":       "已视为采取“{step}”步骤。",
	"did.proceed.none":  "本应视为采取的步骤无法采取。",
	"did.lapse":         "案件现处于“{to}”状态。",
	"did.lapse.closes":  "所请求的事项已终止，案件随之终结。",
	"did.suspend":       "在有人采取行动之前，本案不得采取任何其他步骤。",
	"did.sealed":        "作为{fields}提供的内容自该时刻起不得使用。经过{grace}后予以销毁，除非收到经证明及时采取的行为。",
	"did.erase":         "作为{fields}提供的内容已在所有节点上销毁。",
	"did.explain":       "须说明理由，期限已延长一次，延长{extends}。",
	"did.explain.once":  "须说明理由。",
	"did.remain":        "义务继续存在。",
	"did.remain.ladder": "义务继续存在，已启动“{ladder}”：{expects}",
	"did.restrict":      "作为{fields}提供的内容予以保存，但不得再行使用。",

	"lapse.title":  "{clock}：期限届满",
	"lapse.final":  "{clock}：封存的内容已销毁",
	"erased.title": "{party}证明已销毁其应销毁的内容",
	"erased.all":   "{party}证明已销毁本案中提供的全部内容",

	"next.rung":      "{expects}",
	"next.rung.if":   "因未收到答复：“{ladder}”。",
	"next.keep":      "本案中提供的内容在所有节点上销毁",
	"next.keep.if":   "各项行为仍予保留，但从中无法读出任何内容。",
	"next.notice.if": "如未履行，审计将予指出。法官准许的延期计算在内。",
	"notice.if":      "义务继续存在，审计将予指出。",

	"why.waits": "现应由{roles}采取行动",
	"role.of":   "{party}的{role}", "role.the": "{role}", "roles.of": "{party}的{roles}",

	"kept.end":    "至案件终结后{for}止",
	"kept.states": "至案件进入{states}状态后{for}止",

	"problem.missing":    "缺少“{label}”",
	"problem.fill":       "请填写",
	"problem.reasons":    "须说明理由",
	"problem.reasons.do": "请以您自己的话说明原因",
	"problem.ground":     "须指明限定清单中的一项事由",
	"problem.blocks":     "对问题“{question}”回答“{answer}”，即不得采取本步骤",
	"problem.blocks.do":  "只要回答如此，协定即不允许",

	"answer.line": "{label}：{value}",

	"kept.says":   "{clock}，期限为{within}。",
	"kept.before": "{clock}，须在其日期之前{within}。",
	"renewal":     "其后每次续期{period}",
	"renewal.all": "其后经全体同意续期{period}",

	"survives.pending-cases": "此前启动的案件",
	"survives.remedies":      "救济",
	"survives.erasure":       "保存期限和销毁",
	"survives.secrecy":       "对所交换内容的保密",

	"entry.act": "行为", "entry.receipt": "收讫回执", "entry.refusal": "拒绝", "entry.relay": "由保存方保管",
	"entry.question": "向登记册提出的查询", "entry.answer": "登记册的答复", "entry.read": "查阅个人信息项目",
	"entry.register": "载入登记册", "entry.signature": "签署", "entry.lapse": "沉默", "entry.erasure": "销毁证明",
	"entry.publication": "封存送交另一方", "entry.checkpoint": "另一方的检查点", "entry.verdict": "销毁前的结论",
	"entry.session": "登录", "entry.of": "{kind}：{what}",
	"statement.certify": "节点的密钥", "statement.ratify": "依据协定签署", "statement.enrol": "登记个人密钥", "statement.revoke": "撤销密钥",
	"found.enter": "某一阶段是否开始", "found.renew": "协定是否继续",

	"verified.agreements": "重新编译的协定文本", "verified.statements": "证书和依据协定的签署",
	"verified.logs": "逐叶重建的日志", "verified.leaves": "已开启且与所示内容相符的记录",
	"verified.checkpoints": "检查点", "verified.cosignatures": "其他各方的会签", "verified.cases": "重演的案件",
	"verified.acts": "各附签名的行为", "verified.personal": "本人签名", "verified.receipts": "次序记录方的回执",
	"verified.lapses": "沉默", "verified.erasures": "销毁证明", "verified.questions": "向登记册提出的查询", "verified.answers": "答复",
	"verified.disclosures": "与承诺相符的披露", "verified.deliveries": "依据查阅权移交的项目",

	"where.act": "第{number}项行为", "where.log": "日志{log}，第{index}条记录", "where.logonly": "日志{log}",
}
