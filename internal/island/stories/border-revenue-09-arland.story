Story: Half of the duties is due, and is to be paid
Given ../../../models/border.md
Case revenue between collecting arland and receiving belmark

At 2027-06-14 10:00
  collecting.customs takes state with quarter = "March to May 2027" and collected = {"currency": "XTS", "value": "44120.00"} and due = {"currency": "XTS", "value": "22060.00"}

At 2027-07-12 10:00
  receiving.customs takes accept
  clock payment ends 2027-09-10 10:00
  state is due
