Story: Belmark's figures of 2026
Given ../../../models/justice.md
Case statistics between reporting belmark and comparing secretariat

At 2027-02-09 11:00
  reporting.liaison takes report with year = 2026 and questions = 988 and hits = 24 and requests = 19 and refused = 1 and challenges = 4 and upheld = 1
At 2027-02-15 15:00
  comparing.clerk takes compare with difference = "One order more than Arland counts; otherwise the same."
  state is compared
