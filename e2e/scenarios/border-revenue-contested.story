Story: A statement is contested, stated anew late, stands because nobody contests it again, and is paid late
Given ../../models/border.md
Case revenue between collecting belmark and receiving arland

At 2026-09-02 09:00
  collecting.customs takes state with quarter = "June to August 2026" and collected = {"currency": "XTS", "value": "1000.00"} and due = {"currency": "XTS", "value": "500.00"}
  receiving.customs takes contest
  collecting.customs may state-anew
After P31D
  clock anew has lapsed
  receiving.customs is refused state-anew because wrong-side (Article 23)
  collecting.customs takes state-anew with collected = {"currency": "XTS", "value": "1200.00"} and due = {"currency": "XTS", "value": "600.00"}
  state is stated
After P31D
  clock objection has lapsed
  state is due
After P61D
  clock payment has lapsed
  collecting.customs takes pay with paid = {"currency": "XTS", "value": "600.00"}
After P1D
  receiving.customs takes miss
  state is due
  collecting.customs takes pay with paid = {"currency": "XTS", "value": "600.00"}
After P11D
  clock receipt has lapsed
  receiving.customs takes confirm
  state is settled
