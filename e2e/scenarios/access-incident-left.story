Story: The inquirer says that there is no second source; another time, that it cannot be said
Given ../../models/access.md
Case incident between claiming caldera and inquiring court and answering highland-council

At 2026-03-02 08:00
  claiming.liaison takes claim
  inquiring.inquirer takes leave
  state is uncorroborated
  answering.liaison sees nothing
