Story: At the upper Bel the surveys differ by a meadow, and the segment is disputed
Given ../../../models/neighbours.md
Case demarcation between asking arland and agreeing belmark and neutral secretariat

At 2026-03-16 10:00
  asking.liaison takes ask as greta.nord with segment_name = "Upper Bel, from the source to the first weir"
At 2026-04-08 11:00
  agreeing.liaison takes agree-to-open
At 2026-09-10 14:00
  asking.surveyor takes survey with survey = {"media": "text/plain", "name": "upper-bel-survey.txt", "sha256": "e16ec85345e9c2a717d3ef4e737e3ec7ee12526f2043f9bd530f0b3573003fec", "data": "U3RvbmVzIDEgdG8gMTQgZm91bmQ7IHN0b25lcyAxNSB0byAxNyBtaXNzaW5nLiBUaGUgYmVkIG9mIDE5MjEgYW5kIHRoZSBiZWQgb2YgdG9kYXkgbGllIHVwIHRvIDE2MCBtZXRyZXMgYXBhcnQuCg=="} and differences = "Whether the line follows the bed of 1921 or the bed of today, between stones 14 and 18: a meadow of six hectares."
  agreeing.surveyor takes survey with survey = {"media": "text/plain", "name": "upper-bel-survey.txt", "sha256": "e16ec85345e9c2a717d3ef4e737e3ec7ee12526f2043f9bd530f0b3573003fec", "data": "U3RvbmVzIDEgdG8gMTQgZm91bmQ7IHN0b25lcyAxNSB0byAxNyBtaXNzaW5nLiBUaGUgYmVkIG9mIDE5MjEgYW5kIHRoZSBiZWQgb2YgdG9kYXkgbGllIHVwIHRvIDE2MCBtZXRyZXMgYXBhcnQuCg=="} and differences = "Whether the line follows the bed of 1921 or the bed of today, between stones 14 and 18: a meadow of six hectares."
At 2026-10-22 13:00
  neutral.filing-officer takes hear with residents = "Both families who mow the meadow say that they have shared the hay for three generations and would rather go on sharing it."
At 2027-02-15 10:00
  asking.liaison takes declare-disputed as greta.nord with reasons = "Neither surveyor may give up the meadow, and neither Party wants a stone in it. A mediator may find what a line cannot."
  state is disputed
