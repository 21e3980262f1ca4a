package agreement

// figureChinese are the Chinese words about figures.
var figureChinese = map[string]string{
	// indicator
	"things.cases":              "{title}案件",
	"things.reached":            "已进入{states}状态的{things}",
	"things.entries":            "{title}登记册的条目",
	"things.questions":          "{title}查询",
	"things.payments":           "向{title}基金的缴款",
	"indicator.count":           "{title}：{things}的数目。",
	"indicator.share":           "{title}：{things}中已进入{reached}状态者所占的比例。",
	"indicator.sum":             "{title}：{things}的{field}之和。",
	"indicator.money":           "{title}：{things}的总额。",
	"indicator.disparity":       "{title}：{things}中已进入{reached}状态者所占的比例，按{field}分组，各以其为所有其他组比例的倍数表示，并附仅凭偶然在100次测量中有95次所处的范围。",
	"indicator.duration.median": "{title}：半数{things}从{from}状态到{to}状态所需的时间。",
	"indicator.duration.p90":    "{title}：十分之九的{things}从{from}状态到{to}状态所需的时间。",
	"indicator.when":            "仅计入下列情况：{condition}。",
	"indicator.by":              "并按{fields}的每一值分列。",
	"indicator.over":            "所计期间为最近{over}。",
	"indicator.target":          "目标：{target}。",
	"indicator.target.days":     "目标（按天计）：{target}。",
	"target.<=":                 "不超过{number}",
	"target.>=":                 "不低于{number}",
	"target.<":                  "低于{number}",
	"target.>":                  "超过{number}",
	"indicator.publishes":       "每{publishes}公布一次。",
	"indicator.minimum":         "基数少于{minimum}的，不提供数字。",
	"indicator.rounds":          "数目按{rounds}的倍数取整。",
	"indicator.budget":          "以噪声掩蔽每一单项（差分隐私；每次公布的隐私预算：{budget}）。",
	"cond.fund":                 "基金{name}可供支出的余额",

	// quota, fund
	"quota":          "{title}：每期{number}项，每期为{per}，自协定首日起算。",
	"quota.each":     "每一缔约方各有此数。",
	"quota.pair":     "每一缔约方对每一提出请求的缔约方各有此数。",
	"quota.of":       "{of}配额的每一项也计入本配额。",
	"fund":           "{title}：以{currency}计的资金，由{parties}提供。",
	"fund.window":    "其中一部分用于{title}。",
	"fund.ceiling":   "该部分至多为{ceiling} {currency}。",
	"fund.milestone": "在一件{procedure}案件进入{states}状态之前，该部分不得拨付。",

	// risk
	"risk":        "{title}，第{version}版：按{record}表评分。",
	"risk.rule":   "计{score}分的情况：{condition}；向人说明：{because}。",
	"risk.lane":   "{from}分起归入{title}。",
	"risk.random": "随机抽取百分之{random}归入{lane}，但评分所归档次更高的除外，以便评判查获情况。",

	// drill
	"drill":           "{title}：为期{lasts}的演练。",
	"drill.load":      "每{every}立案的{procedure}案件数：{count}。",
	"drill.actor":     "{party}的{role}经过{answers}作出答复。",
	"drill.actor.any": "每一缔约方的{role}经过{answers}作出答复。",
	"drill.share":     "每100宗案件中有{share}宗得到答复。",
	"drill.cut":       "经过{at}，{party}的线路中断{lasts}。{text}",
	"drill.stop":      "经过{at}，{party}的节点停机{lasts}。{text}",
	"drill.absent":    "经过{at}，{party}的人员缺勤{lasts}。{text}",
	"drill.note":      "经过{at}：{text}",
	"drill.measures":  "所测指标：{indicators}。",

	// names of blocks
	"block.indicator": "指标",
	"block.quota":     "配额",
	"block.fund":      "基金",
	"block.window":    "专项部分",
	"block.risk":      "风险评估方法",
	"block.rule":      "规则",
	"block.lane":      "档次",
	"block.drill":     "演练",
	"block.actor":     "参演者",
	"block.load":      "负荷",
	"block.event":     "事件",
}
