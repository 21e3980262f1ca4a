Story: A boy alone waits for his guardian
Given ../../../models/border.md
Case protection between receiving arland and aid ombuds

At 2027-08-31 19:40
  receiving.officer takes note-child as jon.aske with waits = "Family room of the crossing house, with the night nurse" and language = "Highland speech" and needs = "He is about thirteen, has walked two days, and a blister on his heel was dressed."
  clock guardian ends 2027-09-01 19:40
  state is child-waits
