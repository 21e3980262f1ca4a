Story: Ten years are not enough, and a further extension is refused
Given ../../docs/examples/mine-ban.md
Case clearance between clearing brevia and presiding dorland and keeping united-nations

At 2026-03-01 00:00
  keeping.secretary-general takes open-file
  clock ten-years ends 2036-03-01 00:00
After P9Y
  clearing.representative is refused ask-extension with years = 11 because condition-unmet (Article 5)
  clearing.representative takes ask-extension with years = 10
  clearing.representative is refused grant because wrong-side (Article 5)
  presiding.president is refused grant with ayes = 2 and noes = 2 because condition-unmet (Article 5)
  presiding.president takes grant with ayes = 3 and noes = 1
  state is extended
  clock ten-years ends 2046-03-01 00:00
After P10Y
  clearing.representative takes ask-renewal with years = 3
  presiding.president takes decline-renewal with ayes = 1 and noes = 3
  state is extended
  clock ten-years ends 2046-03-01 00:00
After P1Y
  clock ten-years runs
After PT1S
  clock ten-years has lapsed
  state is extended
  clearing.representative may ask-renewal, declare-end
  clearing.representative takes ask-renewal with years = 1
  presiding.president is refused grant with ayes = 4 and noes = 0 because clock-lapsed (Article 5)
  clearing.representative takes declare-end
  state is cleared
