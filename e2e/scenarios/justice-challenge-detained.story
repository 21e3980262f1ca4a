Story: A detained person is heard within 48 hours, and a judge who is silent is named
Given ../../models/justice.md
Case challenge between defence secretariat and deciding caldera

At 2026-03-02 10:00
  defence.counsel takes lodge-detained with detained = true
  clock detained ends 2026-03-04 10:00
At 2026-03-04 10:01
  clock detained has lapsed
  state is lodged-detained
  deciding.judge takes restrict with order = "Report every week."
  state is restricted
