Story: The audit of the year: comments are in, and the report is to be written
Given ../../../models/border.md
Case audit between asking secretariat and auditing court and audited belmark

At 2027-03-15 10:00
  asking.depositary-officer takes ask with matter = "The audit of the first year, as Article 35 has it."

At 2027-03-24 10:00
  auditing.auditor takes begin with scope = "The logs of both Parties from March 2026 to February 2027; consignments and hits in full, the rest by draw."

At 2027-04-13 10:00
  role.liaison takes give-evidence with evidence = [{"data": "SGVhZHMgb2YgdGhlIGxvZ3Mgb2YgQXJsYW5kIG9uIDEzIEFwcmlsIDIwMjcgd2l0aCB0aGVpciBzaWduYXR1cmVzCg==", "media": "text/plain", "name": "evidence-arland.txt", "sha256": "30a6848bb1836e49f55e969a09addc8f59e6785284ee8a46ab47a92491ed352e"}]

At 2027-04-22 10:00
  auditing.auditor takes close-evidence

At 2027-06-28 10:00
  auditing.auditor takes draft with draft = "All acts of the year were replayed, and all signatures hold. One judge was silent for three days too long and another for five, and both wrote it down."

At 2027-07-14 10:00
  role.liaison takes comment with comments = "Both appeals suspended what they were against. Nobody lost anything by the eight days, and more judges are being named."

At 2027-07-26 10:00
  auditing.auditor takes close-comments
  clock report ends 2027-09-24 10:00
  state is commented
