package agreement

// decideWords are the words, by language, about who decides: for one's own party, and what is given back.
var decideWords = map[string]map[string]string{
	"en": {
		"keep.rest":      "All else that was given is destroyed {for} after the case came to {states}.",
		"keep.fields":    "{title}: what was given as {fields} is destroyed {for} after the case came to {states}.",
		"step.own_party": "It is decided by an independent office, which may be of the party that asks; it must be another office and another person than those who ask.",
		"step.returns":   "It gives back the grant of {quota} that the case used last.",
		"effect.returns": "one grant of {name} is given back",
	},
	"fr": {
		"keep.rest":      "Tout le reste de ce qui a été communiqué est détruit {for} après le passage de l’affaire à l’état {states}.",
		"keep.fields":    "{title} : ce qui a été communiqué au titre de {fields} est détruit {for} après le passage de l’affaire à l’état {states}.",
		"step.own_party": "La décision appartient à une fonction indépendante, qui peut relever de la partie demanderesse ; la fonction et la personne doivent être autres que celles qui demandent.",
		"step.returns":   "L’acte restitue l’unité du quota {quota} utilisée en dernier lieu dans l’affaire.",
		"effect.returns": "une unité du quota {name} est restituée",
	},
	"es": {
		"keep.rest":      "Todo lo demás que se haya comunicado se destruye una vez transcurrido, desde que el asunto pasa al estado {states}, el plazo siguiente: {for}.",
		"keep.fields":    "{title}: lo comunicado como {fields} se destruye una vez transcurrido, desde que el asunto pasa al estado {states}, el plazo siguiente: {for}.",
		"step.own_party": "Decide una función independiente, que puede ser de la parte solicitante; la función y la persona deben ser distintas de las que solicitan.",
		"step.returns":   "Se devuelve la última unidad del cupo {quota} utilizada en el asunto.",
		"effect.returns": "se devuelve una unidad del cupo {name}",
	},
	"ru": {
		"keep.rest":      "Всё остальное переданное уничтожается; время до уничтожения с момента, когда дело перешло в состояние {states}, — {for}.",
		"keep.fields":    "{title}: переданное как {fields} уничтожается; время до уничтожения с момента, когда дело перешло в состояние {states}, — {for}.",
		"step.own_party": "Решение принимает независимая должность, которая может принадлежать запрашивающей стороне; должность и лицо должны быть иными, чем у тех, кто запрашивает.",
		"step.returns":   "Возвращается единица квоты {quota}, использованная в деле последней.",
		"effect.returns": "возвращается одна единица квоты {name}",
	},
	"zh": {
		"keep.rest":      "其余所提供的内容，在案件进入{states}状态后经过{for}，即予销毁。",
		"keep.fields":    "{title}：以{fields}提供的内容，在案件进入{states}状态后经过{for}，即予销毁。",
		"step.own_party": "由独立职务决定，该职务可属于提出请求的缔约方；但职务和人员均不得与请求者相同。",
		"step.returns":   "退还本案最近使用的一项{quota}配额。",
		"effect.returns": "退还{name}配额一项",
	},
	"ar": {
		"keep.rest":      "يُتلف كل ما قُدّم سوى ذلك بعد {for} من صيرورة القضية في حالة {states}.",
		"keep.fields":    "{title}: يُتلف ما قُدّم بوصفه {fields} بعد {for} من صيرورة القضية في حالة {states}.",
		"step.own_party": "تبتّ فيها صفة مستقلة يجوز أن تكون من الطرف الطالب، على أن تكون الصفة والشخص غير من طلب.",
		"step.returns":   "تُردّ بها وحدة الحصة {quota} التي استُعملت آخراً في القضية.",
		"effect.returns": "تُردّ وحدة من الحصة {name}",
	},
}
