Story: An application is denied on one of four grounds
Given ../../models/border.md
Case trusted between applying belmark and recognising arland

At 2026-05-04 09:00
  applying.traders-desk takes apply
  applying.customs is refused validate with assessment_trustworthy = {"records": "no", "infringement": "no", "solvent": "yes", "premises": "yes"} because condition-unmet (Article 11)
  applying.customs is refused deny on the ground "too small" because ground-unknown (Article 11)
  applying.customs takes deny on the ground "records cannot be checked"
  state is denied
  applying.traders-desk takes tell
