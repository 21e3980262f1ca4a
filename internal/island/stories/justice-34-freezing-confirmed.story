Story: The money of the roofs is frozen, and then confiscated
Given ../../../models/justice.md
Case freezing between issuing arland and executing caldera

At 2026-05-11 09:00
  issuing.prosecutor takes order with offence = "fraud" and facts = "Forty pensioners paid for roofs; the money lies at Castrel." and property = "Savings account ending in 3305, Castrel" and amount = {"currency": "EUR", "value": "212000.00"} and holder = "Konrad Eppler" and order = "XA-F-2026-011"
At 2026-05-11 15:00
  issuing.validating-judge takes validate with reasons = "The tracing was verified by two people."
At 2026-05-12 16:00
  executing.judge takes recognise as violeta.panzur with reasons = "Punishable in both, and the sum is that of the loss."
At 2026-05-13 11:00
  executing.asset-office takes execute as amaya.cortuel with found = "203,600 euros"
At 2026-05-15 10:00
  executing.asset-office takes tell as amaya.cortuel with told = "What is frozen and how to challenge it."
At 2026-07-22 11:00
  issuing.validating-judge takes confirm with confiscation = "XA-C-2026-003" and reasons = "He was convicted on 20 July and did not appeal."
  state is confirmed
