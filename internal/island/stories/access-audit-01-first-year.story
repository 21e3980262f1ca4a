Story: The audit of the year, answered and closed
Given ../../../models/access.md
Case audit between asking secretariat and auditing court and audited lantern

At 2027-03-10 10:00
  asking.depositary-officer takes ask with matter = "The audit of the first year, as Article 31 has it."

At 2027-03-22 10:00
  auditing.auditor takes begin with scope = "Movements, instalments and diversions from March 2026 to February 2027."

At 2027-04-05 10:00
  role.liaison takes give-evidence with evidence = [{"data": "SGVhZHMgb2YgdGhlIGxvZ3Mgb24gNSBBcHJpbCAyMDI3IHdpdGggdGhlaXIgc2lnbmF0dXJlcwo=", "media": "text/plain", "name": "evidence-roads.txt", "sha256": "d3428d6c01699f16762ce691b0b617360a92f4ca214be6ac0df2d47de899bd64"}]

At 2027-04-15 10:00
  auditing.auditor takes close-evidence

At 2027-05-20 10:00
  auditing.auditor takes draft with draft = "All notices, receipts and objections replay. Lantern tells those who travelled days after they came home, though within the time."

At 2027-05-31 10:00
  auditing.auditor takes close-comments

At 2027-06-14 10:00
  auditing.auditor takes report with report = "The roads were kept open as the text has it, but for 77 days at the ford. Objections were few and had reasons." and findings = ["Those who travelled with Lantern are told three days after they came home, when the drivers are gone."] and limits = "What was said on the roads and never written down is not known."

At 2027-07-05 10:00
  audited.liaison takes answer with answer = "Drivers are now told at the yard, before they go home."

At 2027-07-19 10:00
  auditing.auditor takes close with reasons = "Six convoys since June: all were told the same day."
  state is closed
