Story: He was surrendered for one thing and is not tried for another
Given ../../../models/justice.md
Case speciality between holding belmark and surrendering arland and defence secretariat

At 2027-02-08 10:00
  holding.prosecutor takes ask with surrender = "XB-W-2026-071" and identity = "Marek Tolland, born 5 January 1983" and offence = "defamation" and facts = "In his cell he wrote a poem about a minister." and aim = "prosecution here"
At 2027-03-02 11:00
  surrendering.judge takes refuse as ilse.marek with reasons = "For a poem nobody would have been surrendered." on the ground "not extraditable"
At 2027-03-02 16:00
  holding.officer takes tell-kept as nora.kess with told = "That he is not tried for the poem."
  state is kept
