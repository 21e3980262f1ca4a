Story: Arland's figures of 2026 agree but for one
Given ../../../models/justice.md
Case statistics between reporting arland and comparing secretariat

At 2027-01-26 10:00
  reporting.liaison takes report as greta.nord with year = 2026 and questions = 1204 and hits = 31 and requests = 17 and orders = 9 and arrests = 2 and freezings = 3 and listings = 1 and refused = 2 and challenges = 5 and upheld = 2
At 2027-02-15 14:00
  comparing.clerk takes compare with difference = "Caldera counts one order more that it received: the one that was not validated."
  state is compared
