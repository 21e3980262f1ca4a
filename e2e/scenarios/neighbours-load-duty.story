Story: A load of other goods passes with a duty
Given ../../models/neighbours.md
Case load between receiving belmark and sending arland

At 2026-05-01 08:00
  sending.customs-officer takes lodge with share_made = 20
  receiving.customs-officer is refused release because condition-unmet (Article 12)
  receiving.customs-officer takes release-with-duty with duty = {"currency": "EUR", "value": "12"}
  state is released-duty
