Story: A Party states the duties of a quarter, and half of them come to the other
Given ../../models/border.md
Case revenue between collecting arland and receiving belmark

At 2026-06-03 09:00
  collecting.customs is refused state with quarter = "March to May 2026" and collected = {"currency": "XTS", "value": "84200.35"} and due = {"currency": "XTS", "value": "42100.17"} because condition-unmet (Article 23)
  collecting.liaison is refused state because wrong-role (Article 23)
  collecting.customs takes state with quarter = "March to May 2026" and collected = {"currency": "XTS", "value": "84200.35"} and due = {"currency": "XTS", "value": "42100.18"}
  receiving.customs sees quarter, collected, due
  receiving.liaison sees quarter, collected, due
  receiving.customs may accept, contest
  receiving.customs takes accept
  state is due
  clock payment ends 2026-08-02 09:00
  collecting.customs is refused pay with paid = {"currency": "XTS", "value": "42000.00"} because condition-unmet (Article 23)
  collecting.customs takes pay with paid = {"currency": "XTS", "value": "42100.18"}
  collecting.customs is refused confirm because wrong-side (Article 23)
  receiving.customs takes confirm
  state is settled
