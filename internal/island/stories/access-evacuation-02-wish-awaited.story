Story: A man asks to leave, and is to be heard alone
Given ../../../models/access.md
Case evacuation between asking waterbearers and hearing ombuds and coordinating secretariat and leaving highland-council and entering caldera

At 2027-08-28 10:30
  asking.caseworker takes request with person = "Avtan Karim" and family = ["Lale Karim, his wife"] and origin = "Last stop of the Ridge Road" and destination = "His sister's house at Three Springs" and who = "man" and help = true
  clock wish ends 2027-09-04 10:30
  state is requested
