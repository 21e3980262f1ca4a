Story: A program that sorts requests by language is registered
Given ../../../models/justice.md
Case algorithm between declaring belmark and oversight ombuds

At 2026-10-06 10:00
  declaring.liaison takes declare with number = "EP-23" and does = "Sorts requests by the language in which they are written" and data = "Text of the request, without names" and errors = "3 of 1,000 sorted wrongly, in each language alike" and decides = "The registrar who opens the request"
At 2026-11-04 11:00
  oversight.data-authority takes register with reasons = "A wrong language is seen at once and harms nobody."
  state is registered
