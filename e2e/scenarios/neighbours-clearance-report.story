Story: Arland reports what it cleared in the year before
Given ../../models/neighbours.md
Case clearance-report between reporting arland

At 2027-04-20 10:00
  reporting.liaison is refused report because wrong-role (Article 10)
  reporting.demining-officer takes report with year = 2026 and destroyed = 41 and hurt = 2 and warning = "Lessons in schools, and signs in three languages."
  state is reported
  role.liaison sees areas, cleared, destroyed, hurt, kept, warning, year
  role.commander sees nothing
  reporting.demining-officer may nothing
