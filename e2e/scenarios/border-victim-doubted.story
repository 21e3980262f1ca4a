Story: One case worker doubts, and no second one comes
Given ../../models/border.md
Case victim between caring belmark and aid ombuds

At 2026-09-01 20:00
  caring.officer takes indicate
  caring.case-worker takes doubt as first
  caring.case-worker is refused find-none as first because same-person (Article 14)
After P5D
  state is doubted
After PT1S
  state is recovery
  clock second has lapsed
  caring.case-worker is refused find-none as second because clock-lapsed (Article 14)
