Story: A flood moves Arland's spring exercise
Given ../../../models/neighbours.md
Case annual-calendar between giving arland

At 2026-11-05 10:00
  giving.verification-officer takes give with calendar_year = 2027 and planned = "Spring River: bridging and rescue near Northgate, 12 to 16 April, 900 troops. Autumn Field: Tavel, September, 4,000 troops."
At 2027-03-10 15:20
  giving.verification-officer takes change with changes = "Spring River moves from April to 24 to 28 May 2027, and to the upper ford." and reasons = "The Bel has stood over its banks since 2 March, and the engineers are needed on the dikes."
