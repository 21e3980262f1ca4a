Story: A refusal of entry is appealed, and the judge lets her in
Given ../../../models/border.md
Case entry between deciding arland and aid ombuds and court court

At 2026-06-09 08:40
  deciding.supervisor takes propose with person = "Rahel Ostrander" and document = "B40770912" and cause = "Her permit for seasonal work names an orchard at Tavel that has closed. She has no other permit." and accompanied = true on the ground "no visa or permit"

At 2026-06-09 09:25
  deciding.officer takes refuse as jon.aske with reasons = "The permit is bound to an employer who no longer exists, and nobody at the orchard answers the telephone."
  deciding.officer takes hand-over as jon.aske with told = "The decision in Belmarkish and in Arlandish, the ten days for an appeal, and the telephone of counsel, who was called from the counter."
  clock appeal ends 2026-06-19 09:25

At 2026-06-11 14:00
  aid.counsel takes appeal with appeal = "The orchard was taken over by the cooperative of Tavel on 1 June, which keeps its contracts. The officer could have learnt it from the employers' desk."

At 2026-06-16 10:30
  court.bench takes allow as sofia.drell with reasons = "Whoever takes over a farm takes over its workers. The permit holds, and the refusal is quashed."
  state is entered
