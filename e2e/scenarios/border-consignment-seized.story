Story: A seizure is appealed, the judge is late, and the goods come back
Given ../../models/border.md
Case consignment between entered arland and left belmark and court court

At 2026-04-13 06:00
  left.traders-desk takes lodge with sealed = false
  entered.customs takes examine as first with lane_because = "broken seal"
  entered.customs takes find as second with findings = "Cigarettes behind the machines."
  entered.customs is refused seize as first because same-person (Article 10)
  entered.customs is refused seize as second because same-person (Article 10)
  entered.customs is refused seize as third on the ground "a feeling" because ground-unknown (Article 10)
  entered.customs takes seize as third on the ground "falsely declared goods"
  clock appeal ends 2026-04-23 06:00
  entered.customs takes tell
After P10D
  left.traders-desk takes appeal
  clock judgment ends 2026-05-13 06:00
  court.bench sees appeal, findings, goods, lane_because, reasons, sealed, value, weight
After P21D
  clock judgment has lapsed
  court.bench takes restore
  state is released
