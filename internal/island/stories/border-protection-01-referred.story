Story: She says at the counter that she cannot go back
Given ../../../models/border.md
Case protection between receiving belmark and aid ombuds

At 2026-05-05 19:20
  receiving.officer takes note as nora.kess with waits = "Room 2 of the crossing house, with tea and a blanket" and language = "Calderan" and needs = "She is in her seventh month and has not eaten since the morning."

At 2026-05-05 20:05
  receiving.officer takes refer as nora.kess
  clock registration ends 2026-05-08 20:05

At 2026-05-06 10:30
  receiving.protection-officer takes register with person = "Amparo Lujan" and number = "P-2026-0031"

At 2026-05-06 11:00
  receiving.protection-officer takes tell with told = "That her claim is registered, that nobody outside the office learns of it, where she sleeps, and who her counsel is."
  state is registered
