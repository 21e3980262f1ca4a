Story: A boy of sixteen waits for his guardian
Given ../../../models/justice.md
Case extradition between requesting belmark and requested caldera and defence secretariat

At 2027-08-27 10:00
  requesting.prosecutor takes ask-arrest with warrant = "XB-W-2027-112" and identity = "Linus Aderholt, born 14 November 2010" and child = true and offence = "robbery" and maximum = "one to five years"
At 2027-08-31 15:20
  requested.officer takes arrest as fiora.castene
  requested.officer takes call-guardian as fiora.castene with told = "In short sentences: who asked for him, that a guardian comes, that his mother was called." and needs_interpreter = true and language = "Belmark's"
  state is guardian-awaited
