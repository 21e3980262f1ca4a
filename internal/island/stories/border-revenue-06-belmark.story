Story: The duties of September to November 2026 that Belmark collected: half belongs to the other
Given ../../../models/border.md
Case revenue between collecting belmark and receiving arland

At 2026-12-14 10:00
  collecting.customs takes state with quarter = "September to November 2026" and collected = {"currency": "XTS", "value": "39700.00"} and due = {"currency": "XTS", "value": "19850.00"}

At 2026-12-23 10:00
  receiving.customs takes accept

At 2027-01-13 10:00
  collecting.customs takes pay with paid = {"currency": "XTS", "value": "19850.00"}
  receiving.customs takes confirm
  state is settled
