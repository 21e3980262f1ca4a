Story: A diversion is reported, looked into late and with reasons, established by a second inquirer, and not mended
Given ../../models/access.md
Case diversion between reporting lantern and inquiring court and concerned highland-council

At 2026-03-02 08:00
  reporting.caseworker takes report with goods = "food" and source = "a porter"
  clock inquiry ends 2026-04-01 08:00
  concerned.liaison sees nothing
After P30DT1S
  clock inquiry ends 2026-05-01 08:00
  inquiring.inquirer takes explain as ada
  reporting.caseworker takes seal
  destroyed: source
After P30D
  clock inquiry has lapsed
  inquiring.inquirer takes look-into as ada
  inquiring.inquirer is refused establish as ada because same-person (Article 17)
  inquiring.inquirer takes establish as ben
  concerned.liaison sees established, goods, reasons
  clock mending ends 2026-05-31 08:00:01
After P30DT1S
  clock mending has lapsed
  state is unmended
  inquiring.inquirer takes make-known
  inquiring.inquirer takes inform
  state is known
