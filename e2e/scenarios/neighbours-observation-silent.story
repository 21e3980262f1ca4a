Story: Nobody answers an invitation
Given ../../models/neighbours.md
Case observation between host arland and observing caldera

At 2026-04-01 10:00
  host.verification-officer takes invite
  clock answer ends 2026-04-22 10:00
After P22D
  clock answer has lapsed
  state is none
  observing.verification-officer is refused accept with observers = 2 because clock-lapsed (Article 4)
