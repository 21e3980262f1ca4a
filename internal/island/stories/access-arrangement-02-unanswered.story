Story: Ten days without a word are no consent
Given ../../../models/access.md
Case arrangement between proposing waterbearers and carrying secretariat and verifying ombuds and near caldera and far highland-council

At 2026-08-31 09:00
  proposing.liaison takes propose with kind = "humanitarian pause" and road = "Ridge Road, between the water point and the last stop" and opens = "2026-09-14T06:00:00+02:00" and closes = "2026-09-16T18:00:00+02:00" and aim = "Three days to lay 900 metres of pipe, with eighteen people in the open."

At 2026-08-31 14:00
  carrying.coordinator takes put-forward

At 2026-09-02 10:00
  near.liaison takes consent

At 2026-09-10 14:01
  clock last-answer has lapsed
  state is unanswered

At 2026-09-11 09:30
  carrying.coordinator takes raise
  effects: opens obstruction
  state is raised
