Story: One objection ends a renewal
Given ../../models/common/reference.md
Case review between depositary-side secretariat and moving belmark and second caldera

At 2026-09-02 09:00
  depositary-side.depositary-officer takes open
  depositary-side.depositary-officer takes close-views
  depositary-side.depositary-officer takes minute
  moving.liaison takes propose-renewal
  role.liaison takes object with reasons = "A breach was not mended."
  state is not-renewed
