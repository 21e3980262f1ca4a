Story: Speciality stands where extradition would be forbidden
Given ../../models/justice.md
Case speciality between holding caldera and surrendering belmark and defence secretariat

At 2026-03-02 10:00
  holding.prosecutor takes ask with offence = "desertion"
  surrendering.judge is refused consent because condition-unmet (Article 13)
  surrendering.judge takes refuse on the ground "not extraditable"
  holding.officer takes tell-kept
  state is kept
