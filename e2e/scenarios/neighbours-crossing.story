Story: A herder crosses without meaning to, wishes to return, and is handed over to an officer of the own side
Given ../../models/neighbours.md
Case inadvertent-crossing between holding arland and home belmark and court court and oversight ombuds

At 2026-05-04 06:00
  home.border-officer is refused find because wrong-side (Article 9)
  holding.border-officer takes find with livelihood = "herder" and particular_care = true
  clock asking ends 2026-05-04 12:00
  home.border-officer sees nothing
  oversight.ombudsperson sees belongings, found_at, livelihood, own_account, particular_care, person
  holding.border-officer is refused tell because wrong-state (Article 9)
After PT1H
  holding.border-officer takes wish with wish = "to return"
  holding.border-officer takes contact-family
  home.border-officer sees nothing
After PT1H
  holding.border-officer takes tell
  home.border-officer sees belongings, found_at, livelihood, person
  clock return ends 2026-05-07 08:00
After PT20H
  home.border-officer takes identify
  holding.border-officer is refused hand-over with assessment_fear = {"fears": "yes", "family": "no"} because condition-unmet (Article 9)
  holding.border-officer takes hand-over
  state is handed-over
  holding.border-officer is refused receive because wrong-side (Article 9)
  home.border-officer takes receive
  state is returned
  holding.border-officer takes tell-person
After P1Y1D
  destroyed: assessment_fear, belongings, found_at, identity, livelihood, own_account, particular_care, person, receipt, wish
