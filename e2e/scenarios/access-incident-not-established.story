Story: What the second inquirer does not decide in sixty days is not established
Given ../../models/access.md
Case incident between claiming lantern and inquiring court and answering arland

At 2026-03-02 08:00
  claiming.liaison takes claim
  inquiring.inquirer takes corroborate as ada
  answering.liaison takes answer
After P60DT1S
  clock finding has lapsed
  state is not-established
  answering.liaison is refused acknowledge because wrong-state (Article 13)
