Story: The second inquirer says that it cannot be said what happened
Given ../../models/access.md
Case incident between claiming highland-council and inquiring court and answering arland

At 2026-03-02 08:00
  claiming.liaison takes claim
  inquiring.inquirer takes corroborate as ada
  answering.liaison takes answer
  inquiring.inquirer is refused leave-open as ada because same-person (Article 13)
  inquiring.inquirer takes leave-open as ben
  state is not-established
