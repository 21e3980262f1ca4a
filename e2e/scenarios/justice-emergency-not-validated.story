Story: Nobody validated in 48 hours, and the data are gone
Given ../../models/justice.md
Case emergency-evidence between ordering arland and addressed belmark

At 2026-03-02 10:00
  ordering.prosecutor takes order
  addressed.provider takes deliver
At 2026-03-04 10:01
  clock validation is sealed
  ordering.prosecutor sees account, assessment_emergency, assessment_proportionality, categories, danger, facts, offence
  ordering.validating-judge is refused validate-delivered because clock-lapsed (Article 11)
At 2026-03-05 10:02
  state is not-validated
  clock validation has lapsed
  destroyed: data
