Story: Frozen at once, upheld, and lifted when the papers were shown
Given ../../../models/justice.md
Case freezing between issuing belmark and executing caldera

At 2026-10-13 09:00
  issuing.prosecutor takes order with offence = "laundering" and facts = "90,000 euros came from a firm whose owner is accused." and property = "Savings account ending in 7719, Castrel" and amount = {"currency": "EUR", "value": "90000.00"} and holder = "Noelia Brandt" and order = "XB-F-2026-020"
At 2026-10-13 15:00
  issuing.validating-judge takes validate with reasons = "The money may be gone tomorrow."
At 2026-10-13 16:30
  executing.asset-office takes freeze-at-once as bento.rivalde with found = "88,410 euros" and reasons = "A transfer abroad was booked for the next morning."
At 2026-10-14 11:00
  executing.judge takes uphold as violeta.panzur with reasons = "The booking is proved and leaves no time."
At 2026-10-14 15:00
  executing.asset-office takes note-upheld as bento.rivalde
At 2026-10-16 10:00
  executing.asset-office takes tell as bento.rivalde with told = "What is frozen, why, and that she may show where it comes from."
At 2026-12-02 14:00
  executing.judge takes lift as violeta.panzur with reasons = "She sold her mother's house and has the contract; the firm had bought it at a fair price."
  state is lifted
