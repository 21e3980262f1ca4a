Story: Nine months of the pilot: no urgent measure to judge by, so it stays
Given ../../../models/justice.md
Case stage between one arland and two belmark

At 2026-12-03 10:00
  one.liaison takes open as greta.nord with findings = "Two pursuits, one kept and one stopped by the officer herself. No urgent measure in nine months: of nothing no share can be said." and heard = "The villages on both banks: they ask that pursuers use no siren at night."
At 2026-12-15 11:00
  one.liaison takes close as greta.nord
  two.liaison takes close
  state is closed
