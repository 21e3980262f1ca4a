Story: A judge leaves an entry closed
Given ../../models/border.md
Case passenger between receiving arland and left belmark

At 2026-03-10 08:00
  receiving.registrar takes receive
  receiving.passenger-unit takes leave
After P7M
  state is closed
  receiving.passenger-unit takes ask-opening
  left.judge takes refuse-opening
  state is closed
