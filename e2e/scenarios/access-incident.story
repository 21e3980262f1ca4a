Story: An attack is claimed, corroborated, established and contested: two figures stand side by side
Given ../../models/access.md
Case incident between claiming waterbearers and inquiring court and answering highland-council

At 2026-03-02 08:00
  claiming.liaison is refused claim with assessment_claim-harm = {"source": "yes", "agreed": "yes"} because condition-unmet (Article 13)
  claiming.liaison takes claim with kind = "killing" and against = "relief workers" and killed_claimed = 14 and source = "a driver"
  clock second-source ends 2026-04-01 08:00
  answering.liaison sees nothing
  answering.liaison is refused answer because wrong-state (Article 13)
  claiming.liaison is refused corroborate because wrong-side (Article 13)
After P10D
  inquiring.inquirer takes corroborate as ada
  answering.liaison sees against, killed_claimed, kind, place, seen
  claiming.liaison takes seal
  destroyed: source
  clock answer ends 2026-03-26 08:00
After P14D
  answering.liaison takes answer with killed_answered = 2 and own_account = "Two died, of whom one was armed."
  clock finding ends 2026-05-25 08:00
  inquiring.inquirer is refused establish as ada because same-person (Article 13)
  claiming.liaison is refused establish because wrong-side (Article 13)
  inquiring.inquirer takes establish as ben with established = "At least eleven relief workers were killed."
  state is established
  clock acknowledgement ends 2026-04-25 08:00
  inquiring.inquirer takes defer as ben
  answering.liaison takes contest with contention = "Those who died had weapons with them."
  state is contested
  claiming.liaison sees account, against, assessment_claim-harm, contention, established, killed_answered, killed_claimed, kind, own_account, place, seen
  answering.liaison sees against, contention, established, killed_answered, killed_claimed, kind, own_account, place, seen
After P60D
  inquiring.inquirer takes inform as ben
