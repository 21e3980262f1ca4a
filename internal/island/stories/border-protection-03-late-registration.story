Story: A claim that nobody refers is referred by itself, and registered late
Given ../../../models/border.md
Case protection between receiving arland and aid ombuds

At 2026-11-20 22:10
  receiving.officer takes note as mira.tol with waits = "Waiting hall, bench by the stove" and language = "Belmarkish" and needs = null

At 2026-11-21 22:11
  clock referral has lapsed
  state is referred

At 2026-11-25 09:00
  clock registration has lapsed
  receiving.protection-officer takes register with person = "Ottokar Briel" and number = "P-2026-0118"
  receiving.protection-officer takes tell with told = "That we are a day late and sorry for it, that the claim counts from Friday, and where he can complain."
  state is registered
