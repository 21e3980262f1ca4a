Story: Two herders followed their goats over the ridge, and came home
Given ../../../models/neighbours.md
Case inadvertent-crossing between holding belmark and home caldera and court court and oversight ombuds

At 2026-07-21 08:30
  holding.border-officer takes find as lev.brandt with person = "Tomaso Quiral, with his nephew Nico of nineteen" and own_account = "The goats ran from thunder. We followed their bells and did not know the stream was the line." and livelihood = "herder" and found_at = "2026-07-21T05:10:00Z" and belongings = "Fifty-three goats, two dogs, a coat, bread and a radio" and family_reached = "Through the village shop at Three Springs, which has a telephone" and particular_care = false and health = "Tired and wet; a nurse bandaged one ankle."
At 2026-07-21 09:15
  holding.border-officer takes contact-family as lev.brandt
  holding.border-officer takes wish as lev.brandt with wish = "to return"
At 2026-07-21 11:40
  holding.border-officer takes tell as lev.brandt
At 2026-07-22 10:00
  home.border-officer takes identify as renzo.adalme with identity = "Tomaso Quiral and Nico Quiral of Three Springs, goatherds, known to the post."
At 2026-07-23 08:30
  holding.border-officer takes hand-over as lev.brandt with receipt = "Two persons, fifty-three goats, two dogs, a radio. Grazing was not charged."
At 2026-07-23 09:00
  home.border-officer takes receive as renzo.adalme
  holding.border-officer takes tell-person as lev.brandt
  state is returned
