Story: Prose and rules differ on how soon an inquiry begins, and the President says how to read it
Given ../../../models/access.md
Case discrepancy between noting lantern and differing caldera and deciding court

At 2026-11-09 10:00
  noting.liaison takes note with article = "17" and difference = "The prose lets an inquirer begin \"without delay\", the rules within thirty days."

At 2026-12-10 10:01
  clock settlement has lapsed
  state is unsettled

At 2026-12-21 10:00
  deciding.president takes explain with reading = "Without delay, and at the latest within thirty days." and reasons = "The rule is the outer limit of what the prose asks for."
  state is settled
