Story: No request in forty days: the person walks out
Given ../../../models/justice.md
Case extradition between requesting caldera and requested belmark and defence secretariat

At 2027-01-05 10:00
  requesting.prosecutor takes ask-arrest with warrant = "XC-W-2027-004" and identity = "Salome Iriarte, born 21 July 1994" and child = false and offence = "drugs" and maximum = "one to five years"
At 2027-01-12 09:00
  requested.officer takes arrest as lev.brandt
  requested.officer takes inform as lev.brandt with told = "The warrant, her rights, and that she is free on the fortieth day if nothing comes." and needs_interpreter = true and language = "Caldera's"
At 2027-02-22 09:00
  clock provisional has lapsed
  state is released
At 2027-08-23 09:00
  state is closed
