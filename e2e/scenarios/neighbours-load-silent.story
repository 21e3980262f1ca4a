Story: A load on which nobody decides goes on, and duty is stated afterwards
Given ../../models/neighbours.md
Case load between receiving belmark and sending arland

At 2026-05-01 08:00
  sending.customs-officer takes lodge with load_goods = "other" and value = {"currency": "EUR", "value": "1000"}
After PT5H
  clock release has lapsed
  state is released-duty
  receiving.customs-officer is refused examine because clock-lapsed (Article 12)
  receiving.customs-officer is refused state-duty with duty = {"currency": "EUR", "value": "61"} because condition-unmet (Article 12)
  receiving.customs-officer takes state-duty with duty = {"currency": "EUR", "value": "60"}
