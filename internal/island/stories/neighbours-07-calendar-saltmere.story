Story: Saltmere plans one drill and closes its calendar after it
Given ../../../models/neighbours.md
Case annual-calendar between giving free-city

At 2026-11-12 09:15
  giving.verification-officer takes give with calendar_year = 2027 and planned = "One drill of the harbour watch with both fire boats, 11 May 2027, 120 persons, no weapons."
At 2027-05-20 16:00
  giving.verification-officer takes close with reasons = "The drill was held on 11 May. Nothing else is planned this year."
