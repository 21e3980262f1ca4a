Story: Saltmere keeps no forces, and says so
Given ../../models/neighbours.md
Case annual-exchange between giving free-city

At 2026-12-05 10:00
  giving.verification-officer takes give-nothing with year = 2027
  state is nothing
  role.liaison sees year
  role.commander sees nothing
