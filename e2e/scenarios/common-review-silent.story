Story: One Party is silent: the text is not renewed
Given ../../models/common/reference.md
Case review between depositary-side secretariat and moving belmark and second caldera

At 2026-09-02 09:00
  depositary-side.depositary-officer takes open
  depositary-side.depositary-officer takes close-views
  depositary-side.depositary-officer takes minute
  moving.liaison takes propose-renewal
  moving.liaison takes consent
  second.liaison takes consent
After P61D
  clock consent has lapsed
  state is not-renewed
