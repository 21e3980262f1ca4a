Story: One Party of three says nothing, and the text is not renewed
Given ../../models/common/reference.md
Case review between depositary-side secretariat and moving belmark and second caldera called year

At 2028-09-04 09:00
  depositary-side.depositary-officer takes open
  depositary-side.depositary-officer takes close-views
  depositary-side.depositary-officer takes minute
  moving.liaison takes propose-renewal
  moving.liaison takes consent
  second.liaison takes consent
After P61D
  clock consent has lapsed
  state is not-renewed
  role.liaison is refused consent because clock-lapsed (Article 12)
  last day is 2029-02-28
At 2029-03-01 09:00
  Article 3 is not in force between arland and belmark because not-in-force
