Story: A hit at Northgate is cleared by a second officer, and the entry reported
Given ../../../models/justice.md
Case hit between checking belmark and holding arland

At 2026-06-16 08:15
  checking.officer takes open as lev.brandt with register = "wanted persons" and entry = "AW-2025-117" and asked = "Iliyan Desar, born 1984, passport B60418822" and answer = "DESSAR, Ilyan, born 17 April 1984, passport C71902284" and nationality = "XB"
  checking.officer takes compare as lev.brandt with comparison = "another" and reasons = "The names sound alike, but passport, birthplace and a scar do not agree."
At 2026-06-16 08:40
  checking.officer takes clear as nora.kess with reasons = "I looked at both pictures without knowing what my colleague thought. They are two men."
At 2026-06-17 10:00
  checking.officer takes report-entry as nora.kess with error = "The entry should say that B60418822 is another man, a teacher of Quell."
  state is reported
