Story: Who may be a child counts as one, and only counsel withdraws
Given ../../models/border.md
Case protection between receiving arland and aid ombuds

At 2026-08-03 22:00
  receiving.officer takes note
  receiving.officer takes refer
  aid.counsel takes claim-child
  state is child-waits
  receiving.protection-officer is refused register because wrong-state (Article 12)
  aid.guardian takes stand-by
  receiving.protection-officer is refused withdraw because wrong-side (Article 12)
  aid.counsel takes withdraw with words = "I want to go home with my aunt."
  state is withdrawn
