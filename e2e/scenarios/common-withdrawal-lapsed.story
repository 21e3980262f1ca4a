Story: An announcement that nothing follows has lapsed
Given ../../models/common/reference.md
Case review between depositary-side secretariat and moving belmark and second caldera

At 2026-09-02 09:00
  moving.liaison takes announce-withdrawal
After P31D
After P61D
  clock withdrawal has lapsed
  state is stayed
