Story: A load of other goods passes with a duty, and with none above its rate
Given ../../models/neighbours.md
Case load between receiving belmark and sending arland

At 2026-05-01 08:00
  sending.customs-officer takes lodge with share_made = 20 and load_goods = "textiles" and value = {"currency": "EUR", "value": "150"}
  receiving.customs-officer is refused release because condition-unmet (Article 12)
  receiving.customs-officer is refused release-with-duty with duty = {"currency": "EUR", "value": "12.01"} because condition-unmet (Article 12)
  receiving.customs-officer takes release-with-duty with duty = {"currency": "EUR", "value": "12"}
  state is released-duty
