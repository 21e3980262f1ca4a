Story: The driver who reported lost his permit, and no other cause was shown
Given ../../../models/neighbours.md
Case retaliation between filing secretariat and concerned caldera and oversight ombuds

At 2026-12-21 10:00
  filing.filing-officer takes claim with claimant = "Osvaldo Brisa" and detriment = "My zone permit was not renewed on 16 December, four days after the man at the scale was dismissed. I have driven there for nine years."
At 2026-12-29 09:00
  state is held-off
At 2027-01-13 09:00
  state is presumed
At 2027-01-20 11:00
  oversight.ombudsperson takes decide-reprisal as ines.bara with order = "Renew the permit from 16 December and pay for the days on which he could not drive." and reasons = "The detriment followed within days, and the Party showed no other cause in the time that it had."
At 2027-01-22 10:00
  filing.filing-officer takes tell with told = "You get the permit back and are paid for 36 days. You may come again if anybody troubles you."
At 2027-01-29 14:00
  concerned.liaison takes undo as nilda.orsano with undone = "The permit was renewed for two years, and 2,160 euros were paid."
  state is undone
