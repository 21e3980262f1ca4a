Story: An audit: evidence stays away, everything is late, and the findings are answered in the end
Given ../../models/common/reference.md
Case audit between asking secretariat and auditing court and audited belmark

At 2027-03-02 09:00
  asking.depositary-officer takes ask
  asking.depositary-officer is refused begin because wrong-side (Article 11)
After P15D
  clock scope has lapsed
  auditing.auditor takes begin
  role.liaison takes give-evidence
After P31D
  clock evidence has lapsed
  state is evidence
  auditing.auditor takes draft
After P31D
  clock comments has lapsed
  state is commented
After P61D
  clock report has lapsed
  auditing.auditor is refused report with limits = null because field-missing (Article 11)
  auditing.auditor takes report
After P61D
  clock answer has lapsed
  state is reported
  audited.liaison takes answer
After P91D
  clock follow-up has lapsed
  audited.liaison is refused close because wrong-side (Article 11)
  auditing.auditor takes close
  state is closed
