Story: The duties of March to May 2026 that Arland collected: half belongs to the other
Given ../../../models/border.md
Case revenue between collecting arland and receiving belmark

At 2026-06-15 10:00
  collecting.customs takes state with quarter = "March to May 2026" and collected = {"currency": "XTS", "value": "41280.00"} and due = {"currency": "XTS", "value": "20640.00"}

At 2026-06-24 10:00
  receiving.customs takes accept

At 2026-07-15 10:00
  collecting.customs takes pay with paid = {"currency": "XTS", "value": "20640.00"}
  receiving.customs takes confirm
  state is settled
