Story: The note is taken back
Given ../../models/common/reference.md
Case discrepancy between noting belmark and differing arland and deciding court

At 2026-05-04 09:00
  noting.liaison takes note
  differing.liaison is refused take-back because wrong-side (Article 10)
  noting.liaison takes take-back
  state is taken-back
