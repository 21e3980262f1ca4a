Story: Two prosecutors look together for what went over the bridge in milk vans
Given ../../../models/justice.md
Case team between proposing belmark and host arland

At 2026-05-18 10:00
  proposing.prosecutor takes propose with offence = "laundering" and purpose = "To find who filled the milk vans, and who emptied them" and leader = "Pia Lund"
At 2026-05-29 14:00
  host.prosecutor takes agree with card = "TEAM-2026-01"
At 2026-07-02 15:00
  host.prosecutor takes file with product = "Eleven consignment slips and a false door, handed over by the dairy"
At 2026-09-24 10:00
  host.prosecutor takes leave with reasons = "The warrant against the driver is out, and the rest is for each side's own court."
At 2026-10-12 10:00
  host.prosecutor takes tell with told = "Three persons who were questioned were told why, and how to challenge it."
At 2026-10-26 11:00
  host.prosecutor takes report with report = "Eleven journeys, 1.1 million euros, one driver; whoever filled the vans is not known."
  proposing.prosecutor takes report with report = "Eleven journeys, 1.1 million euros, one driver; whoever filled the vans is not known."
At 2026-11-20 10:00
  host.liaison takes review as greta.nord with review = "The team worked. Next time an interpreter belongs to it from the first day."
  state is reviewed
