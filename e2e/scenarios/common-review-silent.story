Story: Nobody consents and nobody ascertains: it is not renewed
Given ../../models/common/reference.md
Case review between depositary-side secretariat and moving belmark

At 2026-09-02 09:00
  depositary-side.depositary-officer takes open
  depositary-side.depositary-officer takes close-views
  depositary-side.depositary-officer takes minute
  moving.liaison takes propose-renewal
After P61D
  state is ascertaining
After P15D
  clock ascertaining has lapsed
  state is not-renewed
