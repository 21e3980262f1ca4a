Story: Nobody looks at the hit within a day: what was asked is erased
Given ../../../models/justice.md
Case hit between checking caldera and holding belmark

At 2027-02-16 09:10
  checking.officer takes open as renzo.adalme with register = "sanctions list" and entry = "BS-2025-002" and asked = "Pavla Kontra, born 1977" and answer = "KONTRA, Pavel, born 1977" and nationality = "XB"
At 2027-02-18 10:00
  state is lapsed
