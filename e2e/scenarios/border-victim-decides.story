Story: A victim ends the time in her own words
Given ../../models/border.md
Case victim between caring arland and aid ombuds

At 2026-09-01 20:00
  caring.officer takes indicate
  caring.case-worker takes presume
  state is recovery
  aid.guardian is refused end-early because wrong-role (Article 14)
  aid.counsel takes end-early with decision = "I want to speak with the police now."
  caring.case-worker takes assist
  caring.case-worker is refused conclude because wrong-side (Article 14)
  state is assisted
