Story: The first account grows, and stays an account
Given ../../models/neighbours.md
Case hazardous-incident between first belmark and second arland and neutral secretariat

At 2026-07-10 23:10
  first.duty-officer takes call with hurt_first = 1
  first.duty-officer takes add-first with hurt_first = 4
  second.duty-officer is refused add-first because wrong-side (Article 6)
  state is called
