Story: Prose and rules differ, the two do not settle it, and the President says late how to read it
Given ../../models/common/reference.md
Case discrepancy between noting belmark and differing arland and deciding court

At 2026-05-04 09:00
  noting.liaison takes note
  deciding.president is refused explain because wrong-state (Article 10)
After P31D
  clock settlement has lapsed
  state is unsettled
After P31D
  clock explanation has lapsed
  state is unsettled
  deciding.president takes explain
  state is settled
