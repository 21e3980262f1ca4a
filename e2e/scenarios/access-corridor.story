Story: A corridor is proposed, consented to by both, opened, paused, prolonged and comes to its end
Given ../../models/access.md
Case arrangement between proposing lantern and carrying secretariat and verifying ombuds and near arland and far highland-council

At 2026-03-02 09:00
  near.liaison is refused propose because wrong-side (Article 6)
  proposing.liaison takes propose with kind = "corridor" and road = "Road from Northgate over Long Pass" and aim = "flour and water for the Highlands"
  clock carriage ends 2026-03-03 09:00
  near.liaison sees nothing
  near.liaison may nothing

# What the neutral leaves lying has its ladder; the duty stays.
After PT25H
  clock carriage has lapsed
  carrying.coordinator takes put-forward
  clock answer ends 2026-03-10 10:00
  clock last-answer ends 2026-03-13 10:00
  near.liaison sees aim, closes, kind, opens, road
  near.liaison may name-difficulty, consent, explain
  near.liaison is refused refuse because wrong-state (Article 6)

After P2D
  near.liaison takes consent
  state is put-forward
  near.liaison is refused consent because quorum-twice (Article 6)
  far.liaison takes name-difficulty with difficulty = "The road lies under fire after dark."
  near.liaison is refused consent because wrong-state (Article 6)
  far.liaison is refused refuse because wrong-state (Article 6)
  proposing.liaison sees aim, closes, difficulty, kind, opens, road
  proposing.liaison takes offer with offer = "Trucks pass between seven and eleven alone."
  far.liaison takes consent
  near.liaison takes consent
  state is consented

After PT1H
  carrying.coordinator is refused open with assessment_open-road = {"verified": "not known", "explosives": "none were found", "told": "yes"} because condition-unmet (Article 6)
  near.liaison is refused open because wrong-side (Article 6)
  carrying.coordinator takes open
  clock term ends 2026-03-19 11:00

After P2D
  far.liaison is refused pause on the ground "we do not like it" because ground-unknown (Article 6)
  far.liaison is refused pause given that quota:pauses = 4 because quota-used (Article 6)
  far.liaison takes pause given that quota:pauses = 3
  effects: uses pauses
  clock pause ends 2026-03-08 11:00
After PT25H
  clock pause has lapsed
  clock term ends 2026-03-19 11:00
  carrying.coordinator takes open
  state is open

After P3D
  far.liaison takes prolong
  clock term ends 2026-03-19 11:00
  near.liaison takes prolong
  clock term ends 2026-03-26 11:00
After P7D
  near.liaison takes prolong
  far.liaison takes prolong
  clock term ends 2026-04-02 11:00
  near.liaison is refused prolong because condition-unmet (Article 6)

After P14D
  clock term runs
After PT25H
  state is closed
  clock term has lapsed
