Story: An allegation of misuse waits for Belmark's judge
Given ../../../models/neighbours.md
Case misuse between alleging arland and registering belmark

At 2027-08-20 14:00
  alleging.customs-officer takes allege as kai.berg with number = "LP-B-0019" and firm = "Lenk Textiles" and misuse = "Bales lodged as woven at Quell carry the selvedge of a mill that closed in 2021."
