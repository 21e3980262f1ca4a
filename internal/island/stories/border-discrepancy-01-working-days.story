Story: Prose and rules say it differently, and both agree how to read it
Given ../../../models/border.md
Case discrepancy between noting belmark and differing arland and deciding court

At 2026-05-04 10:00
  noting.liaison takes note with article = "22" and difference = "The prose speaks of gaps closed \"within the year\", the rules of one year from the plan. In December that makes eleven months of difference."

At 2026-05-11 10:00
  noting.liaison takes settle with reading = "One year from the day of the plan."
  differing.liaison takes settle with reading = "One year from the day of the plan."
  state is settled
