Story: Both Parties end the partnership in a review; a load that was lodged is released, nothing new is begun, and accounts are settled
Given ../../models/border.md
Case phase-review between keeping secretariat and one arland and two belmark and rights ombuds called last
Case consignment between entered belmark and left arland and court court called lodged
Case consignment between entered belmark and left arland and court court called late
Case protection between receiving arland and aid ombuds called fear
Case revenue between collecting belmark and receiving arland called account

At 2026-09-01 10:00
  keeping.secretary takes open
  keeping.secretary takes hear-operators
  one.liaison is refused end because wrong-state (Article 20)
  keeping.secretary takes hear-communities
  rights.ombudsperson takes review
  rights.ombudsperson is refused end because wrong-side (Article 20)
  one.liaison takes end with why = "The new bridge makes the crossing needless." and reasons = "Trade goes by Long Pass."
  effects: nothing
  state is reviewed
  one.liaison is refused end because quorum-twice (Article 20)
In lodged
  left.traders-desk takes lodge
In last
After PT1H
  two.liaison takes end with why = "The new bridge makes the crossing needless." and reasons = "Belmark agrees."
  effects: begins ended
  state is ended
  Article 10 is not in force between arland and belmark because not-in-force
  Article 13 is not in force between arland and belmark because not-in-force
  Article 12 is in force between arland and belmark
  Article 23 is in force between arland and belmark
In late
  left.traders-desk is refused lodge because not-in-force (Article 10)
In lodged
  entered.customs takes release with duty = {"currency": "XTS", "value": "120.00"}
  state is released
In fear
  receiving.officer takes note
  state is expressed
In account
At 2026-09-03 09:00
  collecting.customs takes state with quarter = "June to August 2026" and collected = {"currency": "XTS", "value": "120.00"} and due = {"currency": "XTS", "value": "60.00"}
  state is stated
