Story: The review of the first half-year
Given ../../../models/access.md
Case review between depositary-side secretariat and moving arland and second caldera

At 2026-09-10 10:00
  depositary-side.depositary-officer takes open with agenda = "The roads after inspection of cargo has ended, and the pause that nobody answered."

At 2026-09-22 10:00
  role.liaison takes give-views with views = "Fewer openings, fewer quarrels. The notice of 48 hours suffices."

At 2026-10-11 10:01
  clock views has lapsed

At 2026-10-20 10:00
  depositary-side.depositary-officer takes minute with minutes = "Agreed: the roads stay open without inspection. Not agreed: shorter notice in winter."

At 2026-10-27 10:00
  depositary-side.depositary-officer takes close
  state is closed
