Story: Six hundred people along the Bel are asked whether they trust their neighbours
Given ../../../models/neighbours.md
Case trust-survey between asking belmark and agreeing arland

At 2026-10-06 10:00
  asking.statistician takes draft with questions = "Do you trust your neighbours on the other bank? Have you spoken with one this month? What would help?" and frontier = "River Bel, from Northgate to the old mill"
At 2026-10-19 15:00
  agreeing.statistician takes agree
At 2026-12-10 11:00
  asking.statistician takes give with asked_persons = 600 and answers = 471 and trusting = 268
  state is given
