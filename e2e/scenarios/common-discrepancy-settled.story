Story: The two settle how to read it
Given ../../models/common/reference.md
Case discrepancy between noting belmark and differing arland and deciding court

At 2026-05-04 09:00
  noting.liaison takes note
  noting.liaison takes settle
  state is noted
  differing.liaison takes settle
  state is settled
