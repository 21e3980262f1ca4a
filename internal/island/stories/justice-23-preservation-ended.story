Story: Kept for sixty days and not asked for: it ends
Given ../../../models/justice.md
Case preservation between ordering caldera and addressed belmark

At 2026-08-17 10:00
  ordering.prosecutor takes order with offence = "fraud" and account = "mailbox rooms@seaview-feldau" and categories = "content"
At 2026-08-18 15:00
  addressed.provider takes confirm
At 2026-10-19 09:00
  state is ended
  ordering.prosecutor takes tell with told = "That the mailbox was kept for sixty days, that nobody opened it, and that it is no longer kept."
  state is told
