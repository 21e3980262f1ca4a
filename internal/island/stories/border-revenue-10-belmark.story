Story: Half of the duties was paid, and the receipt is awaited
Given ../../../models/border.md
Case revenue between collecting belmark and receiving arland

At 2027-06-14 10:00
  collecting.customs takes state with quarter = "March to May 2027" and collected = {"currency": "XTS", "value": "40560.00"} and due = {"currency": "XTS", "value": "20280.00"}

At 2027-07-14 10:00
  receiving.customs takes accept

At 2027-08-26 10:00
  collecting.customs takes pay with paid = {"currency": "XTS", "value": "20280.00"}
  clock receipt ends 2027-09-05 10:00
  state is paid
