package agreement

// The words about dates in fields: clocks and conditions that count from one, clocks that begin anew, and what each
// party owes from its own entry on.

var timeEnglish = map[string]string{
	"step.restarts":            "The time of {clocks} begins anew.",
	"clock.counts":             "{title}: {within} from what was given as {field}, once the case stands at {states}.",
	"clock.before":             "{title}: until {within} before what was given as {field}, once the case stands at {states}.",
	"clock.moves":              "Another date given there moves its end. If that has passed already, it ends at once.",
	"clock.max.all":            "All that puts its end off puts it off by {max} at most.",
	"cond.done_before":         "this is done at least {length} before {a}",
	"cond.done_before.not":     "this is done later than {length} before {a}",
	"cond.done_before.day":     "this is done no later than {a}",
	"cond.done_before.day.not": "this is done after {a}",
	"cond.done_within":         "this is done no later than {length} after {a}",
	"cond.done_within.not":     "this is done later than {length} after {a}",
	"cond.done_within.day":     "this is done no later than {a}",
	"cond.done_within.day.not": "this is done after {a}",
	"schedule.entry":           "{title}: {roles} must open {procedure} within {within} from the day on which the agreement enters into force for their party.",
	"schedule.after":           "{title}: {roles} must open {procedure} within {within}, counted from {after} after the agreement enters into force for their party.",
}

var timeFrench = map[string]string{
	"step.restarts":            "Le délai {clocks} recommence à courir.",
	"clock.counts":             "{title} : délai de {within} à compter de ce qui a été indiqué sous {field}, une fois l’affaire à l’état {states}.",
	"clock.before":             "{title} : au plus tard {within} avant ce qui a été indiqué sous {field}, une fois l’affaire à l’état {states}.",
	"clock.moves":              "Une autre date indiquée à cet endroit en déplace le terme. Si celui-ci est déjà passé, le délai expire aussitôt.",
	"clock.max.all":            "Report maximal du terme, toutes causes confondues : {max}.",
	"cond.done_before":         "l’acte est accompli au moins {length} avant {a}",
	"cond.done_before.not":     "l’acte est accompli moins de {length} avant {a}, ou après",
	"cond.done_before.day":     "l’acte est accompli au plus tard à la date {a}",
	"cond.done_before.day.not": "l’acte est accompli après la date {a}",
	"cond.done_within":         "l’acte est accompli au plus tard {length} après {a}",
	"cond.done_within.not":     "l’acte est accompli plus de {length} après {a}",
	"cond.done_within.day":     "l’acte est accompli au plus tard à la date {a}",
	"cond.done_within.day.not": "l’acte est accompli après la date {a}",
	"schedule.entry":           "{title} : obligation d’ouvrir {procedure} dans un délai de {within} à compter du jour où l’accord entre en vigueur à l’égard de la partie, incombant à : {roles}.",
	"schedule.after":           "{title} : obligation d’ouvrir {procedure} dans un délai de {within}, compté dès l’expiration du temps suivant après l’entrée en vigueur de l’accord à l’égard de la partie : {after}. Elle incombe à : {roles}.",
}

var timeSpanish = map[string]string{
	"step.restarts":            "El plazo {clocks} empieza a contar de nuevo.",
	"clock.counts":             "{title}: plazo de {within} contado desde lo indicado como {field}, una vez que el asunto pasa al estado {states}.",
	"clock.before":             "{title}: a más tardar {within} antes de lo indicado como {field}, una vez que el asunto pasa al estado {states}.",
	"clock.moves":              "Otra fecha indicada allí desplaza su vencimiento. Si este ya ha pasado, vence de inmediato.",
	"clock.max.all":            "Aplazamiento máximo del vencimiento, por todas las causas: {max}.",
	"cond.done_before":         "el acto se realiza con la antelación siguiente, como mínimo, respecto de {a}: {length}",
	"cond.done_before.not":     "el acto se realiza con menos antelación que la siguiente respecto de {a}, o después: {length}",
	"cond.done_before.day":     "el acto se realiza a más tardar en la fecha {a}",
	"cond.done_before.day.not": "el acto se realiza después de la fecha {a}",
	"cond.done_within":         "el acto se realiza a más tardar {length} después de {a}",
	"cond.done_within.not":     "el acto se realiza más de {length} después de {a}",
	"cond.done_within.day":     "el acto se realiza a más tardar en la fecha {a}",
	"cond.done_within.day.not": "el acto se realiza después de la fecha {a}",
	"schedule.entry":           "{title}: {roles} deberá abrir {procedure} en un plazo de {within} contado desde el día en que el acuerdo entra en vigor para su parte.",
	"schedule.after":           "{title}: {roles} deberá abrir {procedure} en un plazo de {within}, contado una vez transcurrido, desde la entrada en vigor del acuerdo para su parte, el tiempo siguiente: {after}.",
}

var timeRussian = map[string]string{
	"step.restarts":            "Течение срока {clocks} начинается заново.",
	"clock.counts":             "{title}: срок — {within} считая с того, что указано в поле {field}; действует, когда дело находится в состоянии {states}.",
	"clock.before":             "{title}: срок истекает ранее того, что указано в поле {field}, на следующее время: {within}; действует, когда дело находится в состоянии {states}.",
	"clock.moves":              "Другая указанная там дата переносит конец срока. Если он уже прошёл, срок истекает сразу.",
	"clock.max.all":            "Предел, на который конец срока может быть отложен по всем основаниям: {max}.",
	"cond.done_before":         "действие совершено раньше, чем {a}, не менее чем на следующее время: {length}",
	"cond.done_before.not":     "действие совершено раньше, чем {a}, менее чем на следующее время, или позже: {length}",
	"cond.done_before.day":     "действие совершено не позднее, чем {a}",
	"cond.done_before.day.not": "действие совершено позднее, чем {a}",
	"cond.done_within":         "действие совершено позднее, чем {a}, не более чем на следующее время: {length}",
	"cond.done_within.not":     "действие совершено позднее, чем {a}, более чем на следующее время: {length}",
	"cond.done_within.day":     "действие совершено не позднее, чем {a}",
	"cond.done_within.day.not": "действие совершено позднее, чем {a}",
	"schedule.entry":           "{title}: открыть производство {procedure} обязано {roles}; срок, считая со дня вступления соглашения в силу для своей стороны, — {within}.",
	"schedule.after":           "{title}: открыть производство {procedure} обязано {roles}; срок — {within}; он исчисляется по прошествии следующего времени после вступления соглашения в силу для своей стороны: {after}.",
}

var timeChinese = map[string]string{
	"step.restarts":            "{clocks}期限重新起算。",
	"clock.counts":             "{title}：案件处于{states}状态时，自所提供的{field}起，期限为{within}。",
	"clock.before":             "{title}：案件处于{states}状态时，期限截至所提供的{field}之前{within}。",
	"clock.moves":              "该处另行提供日期的，届满时间随之移动。该时间已过的，期限立即届满。",
	"clock.max.all":            "届满时间因各种原因推延的总和不得超过{max}。",
	"cond.done_before":         "此步骤在{a}之前至少{length}完成",
	"cond.done_before.not":     "此步骤在{a}之前不足{length}时或其后完成",
	"cond.done_before.day":     "此步骤的完成不晚于{a}",
	"cond.done_before.day.not": "此步骤的完成晚于{a}",
	"cond.done_within":         "此步骤在{a}之后至多{length}内完成",
	"cond.done_within.not":     "此步骤在{a}之后超过{length}完成",
	"cond.done_within.day":     "此步骤的完成不晚于{a}",
	"cond.done_within.day.not": "此步骤的完成晚于{a}",
	"schedule.entry":           "{title}：{roles}须自协定对其所属方生效之日起{within}内启动{procedure}。",
	"schedule.after":           "{title}：{roles}须在协定对其所属方生效后经过{after}起算的{within}内启动{procedure}。",
}

var timeArabic = map[string]string{
	"step.restarts":            "يبدأ سريان مهلة {clocks} من جديد.",
	"clock.counts":             "{title}: مهلة مدتها {within} محسوبة مما ذُكر في {field}، متى كانت القضية في حالة {states}.",
	"clock.before":             "{title}: مهلة تنقضي قبل ما ذُكر في {field} بمدة {within}، متى كانت القضية في حالة {states}.",
	"clock.moves":              "وإذا ذُكر هناك تاريخ آخر انتقلت نهايتها معه. وإن كانت قد مضت انقضت المهلة فوراً.",
	"clock.max.all":            "لا تتأخر نهايتها، لأي سبب كان، بأكثر من {max} في المجموع.",
	"cond.done_before":         "يتم ذلك قبل {a} بما لا يقل عن {length}",
	"cond.done_before.not":     "يتم ذلك قبل {a} بأقل من {length} أو بعدها",
	"cond.done_before.day":     "يتم ذلك في موعد لا يتجاوز {a}",
	"cond.done_before.day.not": "يتم ذلك بعد {a}",
	"cond.done_within":         "يتم ذلك بعد {a} بما لا يزيد على {length}",
	"cond.done_within.not":     "يتم ذلك بعد {a} بأكثر من {length}",
	"cond.done_within.day":     "يتم ذلك في موعد لا يتجاوز {a}",
	"cond.done_within.day.not": "يتم ذلك بعد {a}",
	"schedule.entry":           "{title}: يجب أن يفتح {procedure}، في غضون {within} من يوم بدء نفاذ الاتفاق بالنسبة إلى طرفه، {roles}.",
	"schedule.after":           "{title}: يجب أن يفتح {procedure}، في غضون {within} تُحسب بعد {after} من بدء نفاذ الاتفاق بالنسبة إلى طرفه، {roles}.",
}
