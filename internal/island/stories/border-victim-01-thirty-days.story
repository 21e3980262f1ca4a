Story: Thirty days to sleep, and then her own decision
Given ../../../models/border.md
Case victim between caring arland and aid ombuds

At 2026-07-21 16:30
  caring.labour-inspector takes indicate with found_at = "Drying shed of the hop farm below Tavel" and signs = "Passport held by the foreman, no wage since April, a lock on the outside of the door." and child = false

At 2026-07-23 10:00
  caring.case-worker takes identify as siv.moen with reasons = "She told it twice in the same way to two of us; the lock and the notebook with her debts were seen by the inspector."
  caring.case-worker takes shelter as siv.moen with person = "Dalia Merand" and shelter = "A flat of the women's house; the street is not written down."
  caring.case-worker takes tell as siv.moen with told = "That she has thirty days, that nobody may question her or send her away meanwhile, and that help does not depend on what she says."
  clock recovery ends 2026-08-22 10:00

At 2026-08-22 10:01
  state is reflected

At 2026-08-24 09:30
  aid.counsel takes decide with decision = "I want to stay until the trial, and I want my wage. I do not want to see him."

At 2026-08-24 11:00
  caring.case-worker takes assist as siv.moen with help = "Residence for a year, a doctor, a course of the language, and a lawyer for the unpaid wages."

At 2027-05-12 14:00
  aid.counsel takes conclude
  state is concluded
