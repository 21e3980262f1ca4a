Story: Findings are sent back for another inquiry
Given ../../models/common/reference.md
Case integrity-report between filing secretariat and concerned belmark and oversight ombuds

At 2026-05-04 09:00
  filing.filing-officer takes report with source = null
  oversight.investigator takes seal
  oversight.investigator takes acknowledge
  oversight.investigator takes hear
  oversight.investigator takes find
  oversight.ombudsperson takes send-back with reasons = "One witness was not asked."
  state is inquiry
