Story: Persons were told too late: a breach, mended
Given ../../../models/justice.md
Case breach between alleging belmark and answering arland and deciding court

At 2026-11-02 10:00
  alleging.liaison takes allege with article = "9" and account = "In three cases persons were told of evidence that was handed over after seventy days, not thirty." and basis = "Article 9: the person concerned is told within thirty days."
At 2026-11-11 11:00
  deciding.president takes admit with reasons = "Three cases are named."
At 2026-11-25 14:00
  answering.liaison takes answer as greta.nord with answer = "It is so. One officer told everybody, and was ill."
At 2026-12-09 11:00
  deciding.president takes establish with finding = "In three cases the duty to tell was not kept in time." and reasons = "It is not contested. Illness of one explains it and does not excuse it."
At 2026-12-16 10:00
  answering.liaison takes mend as greta.nord with mended = "All three were told on 27 November, and a second officer tells when the first is away."
At 2026-12-22 11:00
  deciding.president takes ascertain with reasons = "Letters to all three were seen."
  state is mended
