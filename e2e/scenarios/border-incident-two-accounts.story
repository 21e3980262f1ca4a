Story: A contested incident: two accounts stand side by side
Given ../../models/border.md
Case incident between reporting arland and other belmark and watching ombuds

At 2026-11-02 23:30
  reporting.officer is refused report because wrong-role (Article 19)
  reporting.liaison is refused report with assessment_harm = {"named": "yes", "danger": "no"} because condition-unmet (Article 19)
  reporting.liaison takes report with account = "Shots from the other bank."
  clock account ends 2026-11-05 23:30
After P1D
  other.liaison takes account with other_account = "Fireworks of a wedding."
  watching.monitor takes add with seen = "Cartridge cases on neither bank."
  reporting.liaison takes agree with joint_account = "Noise on the river."
  state is two-accounts
  reporting.liaison is refused agree because quorum-twice (Article 19)
  clock agreement ends 2026-12-03 23:30
At 2026-12-03 23:30
  state is two-accounts
After PT1S
  state is apart
  clock agreement has lapsed
  role.ombudsperson sees account, joint_account, other_account, seen
  reporting.liaison takes tell
