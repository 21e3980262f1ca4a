Story: Names of a newspaper's sources are not given
Given ../../../models/justice.md
Case information between asking caldera and asked arland

At 2026-11-17 10:00
  asking.contact-point takes ask with offence = "defamation" and facts = "A newspaper of Varnholm wrote that a minister's brother sold land that floods." and why = "The article was written in Arland." and subject = "Runar Eikeland" and category = "other" and asked = "With whom did the author speak by telephone in October?"
At 2026-11-19 11:00
  asked.contact-point takes consult with concern = "Whom a journalist calls is protected here, and nobody's life hangs on it."
At 2026-11-20 10:00
  asking.contact-point takes reply with reply = "We insist, since the article was false."
At 2026-11-23 14:00
  asked.contact-point takes refuse with reasons = "Whether an article is false is for a court with the author in it, not for the list of his calls." on the ground "manifestly beside the purpose"
  state is refused
