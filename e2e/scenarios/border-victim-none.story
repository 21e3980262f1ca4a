Story: Two case workers find that there is no victim
Given ../../models/border.md
Case victim between caring belmark and aid ombuds

At 2026-09-01 20:00
  caring.officer takes indicate
  caring.case-worker takes doubt as first
  caring.case-worker takes find-none as second
  state is no-victim
