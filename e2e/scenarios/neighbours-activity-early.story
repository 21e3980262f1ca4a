Story: An activity begins early: necessity is pleaded, and nobody contests it in time
Given ../../models/neighbours.md
Case activity between notifying arland and watching belmark and neutral secretariat

At 2026-04-01 10:00
  notifying.verification-officer takes notify with troops = 3000 and tanks = 0 and guns = 0
After P10D
  notifying.verification-officer is refused begin-early on the ground "late" because ground-unknown (Article 4)
  notifying.verification-officer is refused begin-early with reasons = null on the ground "necessity" because reasons-missing (Article 4)
  notifying.verification-officer takes begin-early with reasons = "A flood." on the ground "necessity"
  state is begun-early
  watching.liaison may accept-early, contest-early
  watching.verification-officer is refused accept-early because wrong-role (Article 4)
After P15D
After PT1S
  clock objection has lapsed
  state is begun
  watching.liaison is refused contest-early because clock-lapsed (Article 4)
