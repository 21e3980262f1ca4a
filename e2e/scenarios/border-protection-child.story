Story: A child alone waits for the guardian
Given ../../models/border.md
Case protection between receiving arland and aid ombuds

At 2026-08-03 22:00
  receiving.officer takes note-child
  receiving.protection-officer is refused register because wrong-state (Article 12)
  aid.counsel is refused stand-by because wrong-role (Article 12)
  clock guardian ends 2026-08-04 22:00
After P1D
  aid.guardian may stand-by
After PT1S
  clock guardian has lapsed
  state is child-waits
  aid.guardian takes stand-by
  state is guarded
  receiving.protection-officer takes register-child
  state is registered
