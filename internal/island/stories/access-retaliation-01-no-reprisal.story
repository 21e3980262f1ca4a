Story: A contract was not renewed, and for another reason
Given ../../../models/access.md
Case retaliation between filing secretariat and concerned waterbearers and oversight ombuds

At 2026-12-14 10:00
  filing.filing-officer takes claim with claimant = "Salome Brek" and detriment = "Her contract as a driver ends on 31 December, two months after she spoke with the investigator."

At 2026-12-18 10:00
  oversight.ombudsperson takes hold-off with held_off = "The contract runs on until this is decided." and reasons = "A month without a wage cannot be undone; a month more of driving harms nobody."

At 2026-12-30 10:00
  concerned.liaison takes show-cause with other_cause = "Three of five cars were given back in November, and all five drivers with contracts to December go, by a list of 2 August."

At 2027-01-20 10:00
  oversight.ombudsperson takes decide-none with reasons = "The list is older than the report by six weeks, and those who never spoke with us go too."
  filing.filing-officer takes tell with told = "The decision and its reasons, and that her wage is paid to 31 January."
  state is no-reprisal
