Story: A second judge lifts the seizure of a doctor's files
Given ../../../models/justice.md
Case challenge between defence secretariat and deciding arland

At 2026-05-11 10:00
  defence.counsel takes lodge with measure = "evidence order" and case_number = "XA-2026-0114" and challenger = "Dr Solveig Rand" and contention = "The order asks for the whole register of patients, though two names would do."
At 2026-05-27 11:00
  deciding.judge takes affirm as ilse.marek with reasons = "The copy is sealed, and two names cannot be found without opening it."
At 2026-06-02 10:00
  defence.counsel takes appeal with appeal = "The doctor offered to give the two pages herself."
At 2026-06-18 14:00
  deciding.judge takes lift-on-appeal as birte.haug with order = "The copy is returned unopened; the doctor hands over the two pages." and reasons = "A milder way was offered and is enough."
At 2026-06-19 15:00
  deciding.prosecutor takes carry-out with done = "The seal was shown unbroken and the copy handed back; two pages were received."
  state is carried-out
