Story: A measure is challenged, the file stays away, and the judge lifts it all the same
Given ../../models/justice.md
Case challenge between defence secretariat and deciding belmark

At 2026-03-02 10:00
  defence.counsel takes lodge with measure = "freezing" and case_number = "F-12" and contention = "The house is my mother's."
  deciding.prosecutor sees case_number, contention, measure
  deciding.judge sees case_number, challenger, contention, measure
  deciding.judge takes ask-file
  clock file ends 2026-03-07 10:00
At 2026-03-07 10:01
  # A prosecutor who is silent stops nothing.
  clock file has lapsed
  state is lodged
  deciding.prosecutor is refused give-file because clock-lapsed (Article 5)
At 2026-04-02 10:00
  # Thirty days have passed: the duty remains, and a ladder has begun.
  clock decision has lapsed
  deciding.prosecutor is refused lift because wrong-role (Article 5)
  deciding.judge takes lift with order = "Free the house."
  defence.counsel sees case_number, challenger, contention, measure, order, reasons
At 2026-04-05 10:00
  clock carrying-out has lapsed
  deciding.prosecutor takes carry-out
  state is carried-out
