Story: The review of the first year, with minutes of what was not agreed
Given ../../../models/border.md
Case review between depositary-side secretariat and moving belmark and second arland

At 2026-09-15 10:00
  depositary-side.depositary-officer takes open with agenda = "The first half-year, the roof on the bridge, and the time that permits for the harvest take."

At 2026-09-30 10:00
  role.liaison takes give-views with views = "The permits for the harvest come when the cherries are over. Ten days would do instead of fifteen."

At 2026-10-15 10:00
  depositary-side.depositary-officer takes close-views

At 2026-11-05 10:00
  depositary-side.depositary-officer takes minute with minutes = "Agreed: the roof, the night service, telephones. Not agreed: ten days for a permit instead of fifteen, which Belmark wants to try for a second harvest first."

At 2026-11-12 10:00
  depositary-side.depositary-officer takes close
  state is closed
