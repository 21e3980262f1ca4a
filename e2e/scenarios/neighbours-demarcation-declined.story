Story: The other Party declines
Given ../../models/neighbours.md
Case demarcation between asking arland and agreeing belmark and neutral secretariat

At 2026-04-01 08:00
  asking.liaison takes ask
  asking.liaison is refused decline because wrong-side (Article 11)
  agreeing.liaison takes decline
  state is not-opened
