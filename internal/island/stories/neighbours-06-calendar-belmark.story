Story: Belmark's calendar, with a question about live fire
Given ../../../models/neighbours.md
Case annual-calendar between giving belmark

At 2026-11-09 11:30
  giving.verification-officer takes give with calendar_year = 2027 and planned = "Winter march of the mountain battalion near Quell, February, 700 troops. Coast battery firing off Brakk harbour, 3 to 5 August."
At 2026-11-24 09:50
  role.liaison takes ask as greta.nord with question = "How far out does the coast battery fire, and are fishing boats from Skarn warned?"
At 2026-12-09 10:10
  giving.verification-officer takes answer with answer = "Up to nine sea miles, to the east only. Skarn harbour gets the notice to fishers three weeks before, by radio and on paper."
