Story: Saltmere says that it keeps no forces
Given ../../../models/neighbours.md
Case annual-exchange between giving free-city

At 2026-12-02 09:30
  giving.verification-officer takes give-nothing with year = 2027
At 2027-02-02 09:00
  state is closed
