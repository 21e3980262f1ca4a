Story: The duties of June to August 2026 that Arland collected: half belongs to the other
Given ../../../models/border.md
Case revenue between collecting arland and receiving belmark

At 2026-09-14 10:00
  collecting.customs takes state with quarter = "June to August 2026" and collected = {"currency": "XTS", "value": "52610.00"} and due = {"currency": "XTS", "value": "26305.00"}

At 2026-09-23 10:00
  receiving.customs takes accept

At 2026-10-14 10:00
  collecting.customs takes pay with paid = {"currency": "XTS", "value": "26305.00"}
  receiving.customs takes confirm
  state is settled
