Story: The data of a newspaper are kept for a court and closed to the prosecution
Given ../../models/justice.md
Case emergency-evidence between ordering belmark and addressed caldera

At 2026-03-02 10:00
  ordering.prosecutor takes order
  ordering.validating-judge takes validate
  addressed.provider takes deliver-validated
  ordering.prosecutor sees account, assessment_emergency, assessment_proportionality, categories, danger, data, facts, offence, reasons
  addressed.judge takes restrict on the ground "immunity, privilege or freedom of the press"
  ordering.prosecutor sees account, assessment_emergency, assessment_proportionality, categories, danger, facts, offence, reasons
  ordering.validating-judge sees account, assessment_emergency, assessment_proportionality, categories, danger, data, facts, offence, reasons
