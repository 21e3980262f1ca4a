Story: Not all have consented, and the depositary says so
Given ../../models/common/reference.md
Case review between depositary-side secretariat and moving belmark

At 2026-09-02 09:00
  depositary-side.depositary-officer takes open
  depositary-side.depositary-officer takes close-views
  depositary-side.depositary-officer takes minute
  moving.liaison takes propose-renewal
After P61D
  depositary-side.depositary-officer takes not-renew
  state is not-renewed
