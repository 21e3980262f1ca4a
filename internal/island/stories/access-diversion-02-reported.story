Story: Stoves in a shop window
Given ../../../models/access.md
Case diversion between reporting lantern and inquiring court and concerned caldera

At 2027-08-24 11:00
  reporting.caseworker takes report with goods = "shelter" and amount = {"unit": "kg", "value": "340"} and report = "Twenty stoves with our stamp stand in a shop at Castrel. The owner says that he bought them from a driver." and source = "A teacher on her way home"
  reporting.caseworker takes seal
  clock inquiry ends 2027-09-23 11:00
  state is reported
