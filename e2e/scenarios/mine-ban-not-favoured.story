Story: A Special Meeting that one State Party alone favours is not held
Given ../../docs/examples/mine-ban.md
Case clarification between requesting andoral and requested brevia and presiding corvane and fourth dorland and fifth estmar and keeping united-nations

At 2026-05-04 08:00
  requesting.representative takes request
  keeping.secretary-general takes pass-on
After P10D
  requested.representative takes answer
  fourth.representative sees nothing
  requesting.representative takes propose-special-meeting
  keeping.secretary-general takes communicate
  fourth.representative sees matter, articles, information, answer
  clock favour ends 2026-05-28 08:00
After P1D
  requesting.representative takes favour
After P13D
  presiding.representative may favour
After PT1S
  state is submitted
  presiding.representative is refused favour because clock-lapsed (Article 8)
  requested.representative may ask-good-offices, respond, invite
  presiding.president takes open-item
  presiding.president takes leave with ayes = 1 and noes = 3 and consensus = false
  state is closed
  requesting.representative may nothing
