Story: The two report together, all meet, and measures are recommended
Given ../../models/neighbours.md
Case unusual-activity between asking belmark and answering arland and convening secretariat

At 2026-06-01 20:00
  asking.liaison takes ask
  answering.liaison takes answer
  answering.liaison takes ask-meeting
  answering.liaison takes meet
  asking.liaison takes meet
  asking.liaison takes report-together
  state is met
  answering.liaison takes report-together
  state is reported
  answering.liaison takes ask-all
  asking.liaison is refused convene because wrong-side (Article 5)
  convening.watch-officer takes convene
  convening.watch-officer takes recommend
  state is closed
