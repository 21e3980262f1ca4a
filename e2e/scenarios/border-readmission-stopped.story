Story: The protection officer stops a return
Given ../../models/border.md
Case readmission between requesting arland and requested belmark and aid ombuds and court court

At 2026-04-01 09:00
  requesting.returns-officer takes request
  requested.returns-officer takes identify
  requesting.protection-officer is refused assess with assessment_non-refoulement = {"torture": "yes", "persecution": "no", "onward": "no", "health": "no", "heard": "yes"} because condition-unmet (Article 13)
  requesting.protection-officer takes stop
  state is stopped
  requested.returns-officer may nothing
