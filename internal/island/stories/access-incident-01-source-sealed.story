Story: An attack on a water crew is established and contested, and who told of it stays sealed
Given ../../../models/access.md
Case incident between claiming waterbearers and inquiring court and answering highland-council

At 2026-07-06 12:00
  claiming.liaison takes claim with kind = "injury" and against = "relief workers" and seen = "2026-07-04T16:20:00+02:00" and place = [-22.2, -31.66] and account = "Four men with rifles fired over the heads of the pipe crew and then at the pump. Two of the crew were hit by splinters, one in the eye." and source = "A herder who lay behind the wall and saw two of the faces" and killed_claimed = 0
  claiming.liaison takes seal
  destroyed: source

At 2026-07-16 10:00
  inquiring.inquirer takes corroborate as idris.vane with reasons = "The doctor's record and the splinters agree with the account. A second person, asked elsewhere, describes the same four."

At 2026-07-28 11:00
  answering.liaison takes answer with own_account = "Our men fired into the air because the crew had taken the wrong turning. Nobody meant to hit anybody." and killed_answered = 0

At 2026-09-08 10:00
  inquiring.inquirer takes establish as sofia.drell with established = "Eleven shots, of which three hit the pump. Two workers were injured. The crew stood where the notice said." and reasons = "The marks on the pump are level. Who fires into the air does not hit a pump three times."

At 2026-09-15 10:00
  inquiring.inquirer takes inform as sofia.drell with told = "Both workers and their families were told the finding, by word of mouth, and whom to ask for compensation."

At 2026-10-06 10:00
  answering.liaison takes contest with contention = "One of the four was not ours. We have shut him up and cannot say for whom he fired."
  state is contested
