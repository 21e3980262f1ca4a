Story: The audit of the year has all it needs: the report is due
Given ../../../models/justice.md
Case audit between asking secretariat and auditing court and audited belmark

At 2027-03-15 10:00
  asking.depositary-officer takes ask with matter = "Whether persons were told in time, and whether what had to be erased is gone."
At 2027-03-24 11:00
  auditing.auditor takes begin with scope = "All cases of Articles 7 to 15 that ended in 2026; erasures by proof, notices by letter and date"
At 2027-06-28 10:00
  auditing.auditor takes draft with draft = "All erasures are proved. In three of 61 cases persons were told late, all in Arland in autumn 2026."
At 2027-07-29 10:00
  state is commented
