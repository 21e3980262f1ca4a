Story: The protection officer sees that the person may be a child
Given ../../models/border.md
Case protection between receiving belmark and aid ombuds

At 2026-08-03 22:00
  receiving.officer takes note
  receiving.officer takes refer
  receiving.protection-officer takes find-child
  state is child-waits
  receiving.protection-officer may nothing
