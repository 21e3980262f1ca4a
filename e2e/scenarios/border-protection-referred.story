Story: Somebody asks for protection, and is referred by force of the text
Given ../../models/border.md
Case protection between receiving belmark and aid ombuds

At 2026-08-03 22:00
  receiving.protection-officer is refused note because wrong-role (Article 12)
  receiving.officer takes note with language = "Belian"
  aid.interpreter sees language
  receiving.officer is refused withdraw because wrong-side (Article 12)
  receiving.supervisor sees language, waits
After PT24H
  receiving.officer may refer
After PT1S
  state is referred
  clock referral has lapsed
  receiving.supervisor sees nothing
  receiving.protection-officer sees language, waits
  clock registration ends 2026-08-07 22:00
After P4D
  clock registration has lapsed
  receiving.protection-officer takes register
  receiving.protection-officer takes tell
  state is registered
