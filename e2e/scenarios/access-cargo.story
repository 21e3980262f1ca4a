Story: Cargo is opened once, cleared by two, and nobody in control takes anything
Given ../../models/access.md
Case cargo between sending lantern and inspecting secretariat and watching highland-council

At 2026-03-02 08:00
  sending.leader is refused seal with recipients = "Ada Arling" because field-unknown (Article 8)
  sending.leader takes seal
  clock clearance ends 2026-03-02 14:00
  watching.checkpoint sees consignment, manifest, seals, weight
  watching.checkpoint is refused ask-opening on the ground "to see who it is for" because ground-unknown (Article 8)
  watching.checkpoint takes ask-opening on the ground "a seal is broken"
  clock clearance stands still
  watching.checkpoint is refused ask-opening because wrong-state (Article 8)
After PT2H
  inspecting.inspector takes open-and-inspect as ada with found = "as in the manifest"
  clock clearance ends 2026-03-02 16:00
  inspecting.inspector is refused clear as ada because same-person (Article 8)
  watching.checkpoint is refused clear because wrong-side (Article 8)
  watching.checkpoint is refused seize because no-such-step
  inspecting.inspector takes clear as ben
  state is cleared
