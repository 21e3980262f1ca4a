Story: An audit in time, and an answer that is not enough
Given ../../models/common/reference.md
Case audit between asking secretariat and auditing court and audited belmark

At 2027-03-02 09:00
  asking.depositary-officer takes ask
  auditing.auditor takes begin
  auditing.auditor takes close-evidence
  auditing.auditor takes draft
  role.liaison takes comment
  auditing.auditor takes close-comments
  auditing.auditor takes report
  audited.liaison takes answer
  auditing.auditor takes send-back with reasons = "The second finding has no answer."
  state is reported
