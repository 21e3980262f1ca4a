package agreement

// termChinese are the Chinese words about time and consent.
var termChinese = map[string]string{
	// which days are working days, and how they are counted
	"note.working":  "工作日为星期一至星期五。",
	"note.calendar": "工作日以{calendar}日历为准。",
	"note.counted":  "工作日自次日起算。",
	"note.instant":  "最后一个工作日至与期限起始时刻相同的时刻届满。",

	"agreement.calendar": "期限未指明其他日历的，工作日以{calendar}日历为准。",
	"agreement.without":  "根据本协定采取的任何行为均不妨碍下列各点：{words}。",

	"agreement.amends.stay": "取代第{version}版；届时未结的案件仍按该版办结。",

	"article.number":      "第{number}条",
	"article.untouchable": "对本条不得作出保留，本条不受阶段划分影响，亦不得中止施行。",
	"article.by_people":   "由人而非由规则执行的条文：{sentences}。",
	"article.sentence":    "第{n}句",
	"sentence":            "第{article}条第{n}句：{text}",
	"page.carries":        "所执行的条文：{sentences}",

	"party.unrecognised": "该缔约方不承认{parties}的地位。",
	"party.competence":   "由{name}主管的程序：{procedures}。",
	"party.forwards":     "送达{name}而属其他机关主管的事项，须在{within}内移送该机关。",
	"purpose.protective": "此目的可为个人增加保障，但绝不得增加嫌疑。",
	"record.permits":     "{label}仅可为下列目的供查阅或比对：{purposes}。",
	"record.concordance": "{label}的选项为{concordance}对照表的各条目。",
	"assessment.harm":    "本评估衡量有关信息可能对人造成的损害。",
	"assessment.signed":  "本评估仅可由{roles}作答。",

	// calendar
	"calendar":          "{title}：{parties}的工作日，自{from}至{until}所列完整。",
	"calendar.weekend":  "每周的非工作日：{days}。",
	"calendar.yearly":   "每年的非工作日：{days}。",
	"calendar.closed":   "个别的非工作日：{days}。",
	"weekday.monday":    "星期一",
	"weekday.tuesday":   "星期二",
	"weekday.wednesday": "星期三",
	"weekday.thursday":  "星期四",
	"weekday.friday":    "星期五",
	"weekday.saturday":  "星期六",
	"weekday.sunday":    "星期日",

	// phase, schedule
	"phase":           "{title}：本阶段期间有效的条款为{articles}。",
	"phase.starts":    "本阶段自{date}开始。",
	"phase.step":      "本阶段由一项步骤启动。",
	"phase.ends":      "本阶段至{date}终了时止。",
	"phase.after":     "本阶段只能接续{phase}阶段。",
	"phase.entry":     "本阶段仅在下列情况下方可开始：{condition}。",
	"phase.exit":      "本阶段在下列情况下可予结束：{condition}。",
	"phase.exit_to":   "本阶段在下列情况下可予结束，转入{phase}阶段：{condition}。",
	"phase.review":    "本阶段须在开始后{review}内经过审查。",
	"schedule":        "{title}：{roles}须自{date}起{within}内启动{procedure}。",
	"schedule.every":  "此后每经过{every}再次到期。",
	"schedule.ladder": "未履行的，启动{ladder}逐级程序。",

	// handling, credential
	"handling":                "{title}：使用条件代码。",
	"handling.court.yes":      "在此代码下提供的内容可在法庭上使用。",
	"handling.court.consent":  "在此代码下提供的内容经提供者同意可在法庭上使用。",
	"handling.court.no":       "在此代码下提供的内容不得在法庭上使用。",
	"handling.onward.yes":     "允许转交。",
	"handling.onward.consent": "经提供者同意允许转交。",
	"handling.onward.no":      "不得转交。",
	"handling.marking":        "每页须标明{marking}。",
	"credential":              "{title}：载明{fields}的证件，有效期为{valid}。",
	"credential.record":       "所载内容按{record}表编制。",
	"credential.issuers":      "由{roles}签发。",

	// declaration, objection
	"declaration.reservation": "{title}（保留）：对{party}无约束力的条款为{articles}。",
	"declaration.provisional": "{title}（暂时适用）：{party}在协定生效之前适用的条款为{articles}。",
	"declaration.territorial": "{title}（领土声明）：协定对{party}适用的领土为{territories}。",
	"declaration.authorities": "{title}（主管机关声明）：{party}的主管机关为{authorities}。",
	"declaration.statement":   "{title}：{party}的声明，不作任何变更。",
	"declaration.made":        "于{date}作出，内容如下：{text}。",
	"declaration.objections":  "其他缔约方可在{objections}内提出反对。",
	"objection":               "{party}于{date}提出反对，内容如下：{text}。",
	"objection.accepts":       "协定的其余部分在双方之间有效。",
	"objection.opposes":       "协定在双方之间无效力。",

	// annex, undertaking, concordance
	"annex":                "{title}：补充{articles}的单独文本。其SHA-256值为{sha256}。",
	"annex.classified":     "该文本属于机密。",
	"annex.held":           "该文本由{parties}保管。",
	"undertaking":          "{title}：{by}仅向{deposited}，而不向任何其他缔约方，作出下列承诺：{text}。",
	"undertaking.oral":     "该承诺为口头作出，由{deposited}见证。",
	"undertaking.for":      "该承诺涉及{articles}。",
	"concordance":          "{title}：{parties}法律制度之间的对应关系。条目在备有相应条文的各方之间对应。",
	"concordance.covered":  "{concept}：{texts}。",
	"concordance.excluded": "{concept}：{texts}。议定不相对应。",
	"concordance.text":     "{party}：{text}",
	"concordance.evidence": "{party}要求的证明：{text}",
	"cond.covered":         "按{name}对照表，{a}在案件各方的法律制度中有所对应",
	"cond.uncovered":       "按{name}对照表，{a}在案件各方的法律制度中无所对应",

	// names of blocks
	"block.amends":      "修正",
	"block.anchor":      "条文标注",
	"block.calendar":    "日历",
	"block.phase":       "阶段",
	"block.schedule":    "日程",
	"block.handling":    "使用条件代码",
	"block.credential":  "证件",
	"block.declaration": "声明",
	"block.objection":   "反对",
	"block.annex":       "附件",
	"block.undertaking": "承诺",
	"block.concordance": "对照表",
	"block.concept":     "条目",
}
