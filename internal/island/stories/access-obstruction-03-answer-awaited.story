Story: A toll on the pass
Given ../../../models/access.md
Case obstruction between logging waterbearers and raising secretariat and answering highland-council and inquiring court

At 2027-08-30 13:00
  logging.leader takes log with kind = "interference in the work" and road = "High Road, behind Long Pass" and affected = 600 and what = "Two young men with one rifle ask each lorry for a sack \"for the bridge\". One sack was given on Sunday."

At 2027-08-31 09:30
  raising.coordinator takes raise with mend = "Call the two off, and say so on the radio."
  clock answer ends 2027-09-03 09:30
  state is raised
