Story: Held since last evening: the Duty judge has until this evening
Given ../../../models/neighbours.md
Case inadvertent-crossing between holding free-city and home belmark and court court and oversight ombuds

At 2027-08-31 15:10
  holding.border-officer takes find with person = "Wenzel Straub" and own_account = "I came to look for my dog. I did not see the fence in the dark." and livelihood = "traveller" and found_at = "2027-08-31T12:40:00Z" and belongings = "A rucksack, a torch, wire cutters, no dog lead" and family_reached = "He gives no number" and health = "Well"
At 2027-08-31 16:00
  holding.border-officer takes wish with wish = "to return"
  holding.border-officer takes contact-family
At 2027-08-31 17:30
  holding.border-officer takes hold-at-once with reasons = "The fence at the signal cable is cut in two places and his cutters fit the cuts. Whether he meant it is for a judge to say."
  state is held-at-once
