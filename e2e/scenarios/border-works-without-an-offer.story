Story: Nobody makes an offer
Given ../../models/border.md
Case works between buying arland and other belmark and keeping secretariat

At 2026-03-02 09:00
  buying.liaison takes announce
After P30D
  state is announced
After PT1S
  state is lapsed
  clock offers has lapsed
