Story: Nobody decides in ten days, and the person counts as a victim
Given ../../models/border.md
Case victim between caring belmark and aid ombuds

At 2026-09-01 20:00
  caring.labour-inspector takes indicate
After P10D
  caring.case-worker may doubt, identify, presume
After PT1S
  state is recovery
  clock identification has lapsed
  caring.case-worker is refused doubt because clock-lapsed (Article 14)
