Story: A corridor is opened, paused for shelling, opened again and prolonged
Given ../../../models/access.md
Case arrangement between proposing lantern and carrying secretariat and verifying ombuds and near caldera and far highland-council

At 2026-03-16 09:00
  proposing.liaison takes propose with kind = "corridor" and road = "Harbour Road and High Road, from Saltmere harbour to the end of the first stretch" and opens = "2026-03-25T07:00:00+02:00" and closes = "2026-04-14T19:00:00+02:00" and aim = "Flour, oil and medicine for eleven thousand people before the thaw closes the High Road."

At 2026-03-16 15:20
  carrying.coordinator takes put-forward

At 2026-03-18 10:00
  near.liaison takes consent

At 2026-03-19 11:00
  far.liaison takes name-difficulty with difficulty = "After dark we cannot tell a lorry with flour from one with soldiers."

At 2026-03-19 16:00
  proposing.liaison takes offer with offer = "Lorries drive between seven and nineteen alone, with lamps on the roof, and stop at each checkpoint."

At 2026-03-20 10:00
  far.liaison takes consent
  near.liaison takes consent

At 2026-03-25 07:00
  carrying.coordinator takes open
  clock term ends 2026-04-08 07:00

At 2026-03-30 13:10
  far.liaison takes pause with reasons = "Shells fell on the second bend since noon. Nobody should be there until it has been quiet for a night." on the ground "fighting on the road"

At 2026-03-31 10:30
  carrying.coordinator takes open

At 2026-04-03 10:00
  far.liaison takes prolong with reasons = "Four thousand have had nothing yet, and it is quiet."
  near.liaison takes prolong with reasons = "The thaw is late; the road carries for another week."
  clock term ends 2026-04-15 07:00

At 2026-04-15 07:01
  state is closed
