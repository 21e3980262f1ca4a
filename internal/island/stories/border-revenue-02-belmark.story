Story: A statement of duties that nobody contests in thirty days stands, and is paid
Given ../../../models/border.md
Case revenue between collecting belmark and receiving arland

At 2026-06-15 10:00
  collecting.customs takes state with quarter = "March to May 2026" and collected = {"currency": "XTS", "value": "36940.00"} and due = {"currency": "XTS", "value": "18470.00"}

At 2026-07-15 10:01
  state is due

At 2026-07-30 10:00
  collecting.customs takes pay with paid = {"currency": "XTS", "value": "18470.00"}

At 2026-08-04 10:00
  receiving.customs takes confirm
  state is settled
