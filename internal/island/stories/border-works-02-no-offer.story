Story: Nobody offers to pave the lorry yard, and it lapses
Given ../../../models/border.md
Case works between buying belmark and other arland and keeping secretariat

At 2026-12-01 10:00
  buying.liaison takes announce with works = "Paving of the lorry yard at the east end of the bridge, 4,000 square metres, in the winter months."

At 2026-12-31 10:01
  clock offers has lapsed
  state is lapsed
