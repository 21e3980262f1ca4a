Story: Pictures of children must be taken down everywhere, and Arland says so or goes to court
Given ../../../models/justice.md
Case sanction between oversight ombuds and bound arland and court court and registry secretariat

At 2027-08-31 10:00
  oversight.ombudsperson takes decide as ines.bara with matter = "The picture of a child who was a witness hung in a corridor, and two more were found in other houses." and duty = "Take down all pictures of witnesses below eighteen, within thirty days, and say where they hung." and reasons = "One apology does not help the children whose pictures still hang."
  state is decided
