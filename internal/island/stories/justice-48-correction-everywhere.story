Story: A teacher is no longer taken for somebody else, in all three registers
Given ../../../models/justice.md
Case correction between reporting belmark and holding arland and third caldera and oversight ombuds

At 2026-06-17 10:30
  reporting.officer takes report as nora.kess with entry = "AW-2025-117" and error = "Iliyan Desar of Quell, passport B60418822, is taken for the wanted Ilyan Dessar at every crossing." and source = "an officer"
At 2026-06-22 11:00
  holding.registrar takes correct with corrected = "Birthplace and scar were entered, and that B60418822 is another man." and reasons = "Two officers of Belmark compared them, and the pictures leave no doubt."
  holding.registrar takes note-mistaken with document = "B60418822" and issuing_state = "XB" and note = "Teacher of Quell; no scar; born at Feldau. Let him pass."
At 2026-06-23 10:00
  reporting.registrar takes confirm with confirmed = "The copy was corrected and the officers at Northgate read it."
At 2026-06-24 10:00
  third.registrar takes confirm with confirmed = "Corrected at Long Pass and South Ford."
At 2026-06-26 09:00
  reporting.officer takes tell as nora.kess with told = "He was told at his school, with a letter of apology that he may show."
  state is told
