Story: The two do not agree how a day is counted, and the President says it
Given ../../../models/justice.md
Case discrepancy between noting caldera and differing arland and deciding court

At 2027-01-11 10:00
  noting.liaison takes note as teo.calvane with article = "12" and difference = "The prose says fifteen days from the decision; Arland counts from the day after."
At 2027-02-11 10:00
  state is unsettled
At 2027-02-24 11:00
  deciding.president takes explain with reading = "The day of the decision does not count; the fifteen days begin at the next midnight." and reasons = "So it is counted everywhere else in this text, and it favours who prepares a hand-over with care."
  state is settled
