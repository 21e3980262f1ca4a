Story: Taps that run, heard from those who drink and seen by the verifier
Given ../../../models/access.md
Case milestone between building waterbearers and verifying ombuds and keeping secretariat

At 2026-06-22 10:00
  building.caseworker takes state with work = "water point" and site = "Ridge Road, water point" and served = 2980

At 2026-06-30 15:00
  verifying.listener takes hear with heard = "Seven of nine taps run all day. The two at the top run at night alone. The women want a roof over the basin."

At 2026-07-01 12:00
  verifying.verifier takes find-wanting with reasons = "Two of nine taps have no pressure by day."

At 2026-07-20 10:00
  building.caseworker takes state-again

At 2026-07-22 15:00
  verifying.listener takes hear with heard = "All nine run. The roof is being built."

At 2026-07-24 10:00
  verifying.verifier takes verify with seen = "Nine taps, a second pump, clear water; the sample of 23 July is clean."
  state is verified
