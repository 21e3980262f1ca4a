Story: The duties of December 2026 to February 2027 that Arland collected: half belongs to the other
Given ../../../models/border.md
Case revenue between collecting arland and receiving belmark

At 2027-03-15 10:00
  collecting.customs takes state with quarter = "December 2026 to February 2027" and collected = {"currency": "XTS", "value": "33450.00"} and due = {"currency": "XTS", "value": "16725.00"}

At 2027-03-24 10:00
  receiving.customs takes accept

At 2027-04-14 10:00
  collecting.customs takes pay with paid = {"currency": "XTS", "value": "16725.00"}
  receiving.customs takes confirm
  state is settled
