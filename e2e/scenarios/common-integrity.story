Story: A report of corruption: the source is sealed, the accused heard, the finding confirmed by another
Given ../../models/common/reference.md
Case integrity-report between filing secretariat and concerned belmark and oversight ombuds

At 2026-05-04 09:00
  filing.filing-officer takes report with source = "a clerk"
  oversight.investigator sees account, channel, source, subject
  oversight.ombudsperson sees nothing
  concerned.liaison sees nothing
  oversight.investigator takes seal
  destroyed: source
  oversight.investigator takes acknowledge
  oversight.investigator is refused find because wrong-state (Article 4)
  oversight.ombudsperson takes put-off
  oversight.investigator takes hear
After P100D
  clock answer runs
  oversight.investigator takes explain
  oversight.investigator takes find
  oversight.investigator is refused confirm because wrong-role (Article 4)
  oversight.ombudsperson takes confirm
  concerned.liaison sees found, reasons, subject
After P61D
  clock measures has lapsed
  concerned.liaison takes sanction
  state is sanctioned
