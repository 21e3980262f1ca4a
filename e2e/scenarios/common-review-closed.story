Story: A review is closed with minutes and no more
Given ../../models/common/reference.md
Case review between depositary-side secretariat and moving belmark and second caldera

At 2026-09-02 09:00
  depositary-side.depositary-officer takes open
  depositary-side.depositary-officer takes close-views
  depositary-side.depositary-officer takes minute
  depositary-side.depositary-officer takes close
  state is closed
