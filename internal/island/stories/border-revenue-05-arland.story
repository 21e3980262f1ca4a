Story: A statement of duties is contested, and stated anew
Given ../../../models/border.md
Case revenue between collecting arland and receiving belmark

At 2026-12-14 10:00
  collecting.customs takes state with quarter = "September to November 2026" and collected = {"currency": "XTS", "value": "47990.00"} and due = {"currency": "XTS", "value": "23995.00"}

At 2026-12-23 10:00
  receiving.customs takes contest with contention = "Two consignments of machines of 9 October are missing; our copies show 1,240 of duty." and reasons = "The numbers of both stand in the file of the traders' desk at Quell."

At 2027-01-04 10:00
  collecting.customs takes state-anew with collected = {"currency": "XTS", "value": "49230.00"} and due = {"currency": "XTS", "value": "24615.00"} and reasons = "Both were entered under the day on which they were paid, which fell into the next quarter."

At 2027-01-11 10:00
  receiving.customs takes accept
  collecting.customs takes pay with paid = {"currency": "XTS", "value": "24615.00"}

At 2027-01-18 10:00
  receiving.customs takes confirm
  state is settled
