Story: An activity with named observers is called off
Given ../../models/neighbours.md
Case observation between host arland and observing caldera

At 2026-04-01 10:00
  host.verification-officer takes invite
  observing.verification-officer takes accept with observers = 2
  host.verification-officer takes not-held
  state is none
