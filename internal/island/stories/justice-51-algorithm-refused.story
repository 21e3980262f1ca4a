Story: A program that guesses who will run is refused
Given ../../../models/justice.md
Case algorithm between declaring arland and oversight ombuds

At 2026-07-13 10:00
  declaring.liaison takes declare as greta.nord with number = "EP-24" and does = "Guesses who will not come to a hearing" and data = "Address, age, work and earlier cases" and errors = "Of 100 who were said to run 58 came; of Highlanders 71" and decides = "The judge, who sees a number"
At 2026-08-18 11:00
  oversight.data-authority takes refuse with reasons = "It is wrong more often than right, and most often about those from the Highlands."
  state is refused
