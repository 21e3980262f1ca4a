Story: Somebody who is detained challenges it, and a judge has forty-eight hours
Given ../../../models/justice.md
Case challenge between defence secretariat and deciding belmark

At 2027-08-31 11:20
  defence.counsel takes lodge-detained with case_number = "XB-2027-0388" and challenger = "Ottilie Kranich" and detained = true and contention = "She has a child of two at home and a fixed address, and comes whenever she is called."
