Story: The first review is minuted and closes
Given ../../../models/neighbours.md
Case review between depositary-side secretariat and moving arland and second belmark

At 2026-09-02 10:00
  depositary-side.depositary-officer takes open with agenda = "Inspections, the hotline at night, water below Karsh, and what people along the Bel say."
At 2026-10-06 10:00
  depositary-side.depositary-officer takes minute with minutes = "Agreed: tests at night, notices by radio. Not agreed: a lower threshold for notified activities."
At 2026-10-08 10:00
  depositary-side.depositary-officer takes close
  state is closed
