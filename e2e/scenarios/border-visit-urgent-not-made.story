Story: Nobody goes on a journey that was granted
Given ../../models/border.md
Case visit between asking belmark and granting arland

At 2026-06-01 09:00
  asking.permit-officer takes ask-urgently
  granting.permit-officer takes grant-urgently
After P90D
  state is granted-urgently
After PT1S
  state is not-made
  clock journey has lapsed
