Story: A field is marked, surveyed, cleared, checked by another, accepted and given back
Given ../../models/neighbours.md
Case mined-area between clearing belmark and accepting caldera and neutral secretariat

At 2026-04-01 08:00
  clearing.demining-officer is refused suspect with assessment_harm = {"known": "no", "coarser": "yes"} because condition-unmet (Article 6)
  clearing.demining-officer takes suspect with name = "Long Pass, south"
  clearing.liaison sees area, name, suspicion
After P10D
  clearing.demining-officer takes mark
After P20D
  clearing.demining-officer takes survey
After P60D
  clearing.demining-officer takes clear as ada
  clearing.demining-officer is refused check as ada because same-person (Article 10)
  clearing.demining-officer takes check as ben
  clearing.demining-officer is refused accept because wrong-side (Article 10)
  accepting.demining-officer takes doubt with reasons = "A strip is not done."
  state is surveyed
  clearing.demining-officer takes clear as ada
  clearing.demining-officer takes check as ben
  accepting.demining-officer takes accept
  clearing.demining-officer is refused give-back because wrong-state (Article 10)
  neutral.filing-officer takes hear
  clearing.demining-officer takes give-back
  state is given-back
