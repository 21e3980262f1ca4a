Story: A person is held at once, the Duty judge upholds it, and the order ends by itself
Given ../../models/neighbours.md
Case inadvertent-crossing between holding arland and home belmark and court court and oversight ombuds

At 2026-05-04 06:00
  holding.border-officer takes find
  holding.border-officer is refused hold-at-once because wrong-state (Article 9)
  holding.border-officer takes wish
  holding.border-officer takes tell
  holding.border-officer takes hold-at-once with reasons = "Mines were reported on the only road."
  clock judge ends 2026-05-05 06:00
  court.duty-judge sees found_at, livelihood, own_account, person, reasons, wish
  holding.border-officer is refused hold because wrong-side (Article 9)
  court.duty-judge is refused hold on the ground "no papers" because ground-unknown (Article 9)
  court.duty-judge takes hold on the ground "danger on the way"
  state is held
After P7D
After PT1S
  clock held has lapsed
  state is to-be-returned
  clock return-at-last runs
After P4D
  clock return-at-last has lapsed
  holding.border-officer takes hand-over
  home.border-officer takes receive
  state is returned
