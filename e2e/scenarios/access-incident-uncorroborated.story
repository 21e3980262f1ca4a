Story: A claim for which no second source is found in thirty days stays a claim
Given ../../models/access.md
Case incident between claiming lantern and inquiring court and answering arland

At 2026-03-02 08:00
  claiming.liaison takes claim
After P30D
  inquiring.inquirer may seal-too, corroborate, leave
After PT1S
  clock second-source has lapsed
  state is uncorroborated
  answering.liaison sees nothing
  inquiring.inquirer takes inform
