Story: The data protection authority decides, and the Party does it late
Given ../../models/justice.md
Case sanction between oversight ombuds and bound belmark and court court and registry secretariat

At 2026-09-01 10:00
  bound.liaison is refused decide because wrong-side (Article 22)
  oversight.data-authority takes decide
  bound.liaison sees matter, duty, reasons
  bound.liaison may state-done, contest
At 2026-10-01 10:01
  clock doing has lapsed
  state is decided
  bound.liaison takes state-done
  oversight.data-authority sees matter, duty, reasons, done
  state is done
