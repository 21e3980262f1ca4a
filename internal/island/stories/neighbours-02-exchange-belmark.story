Story: Belmark gives its forces, is asked, and answers in time
Given ../../../models/neighbours.md
Case annual-exchange between giving belmark

At 2026-12-07 14:10
  giving.verification-officer takes give with year = 2027 and organisation = "One royal brigade (Dornau), a mountain battalion at Quell, a coast battery at Brakk harbour." and strength = 6100 and systems = {"media": "text/plain", "name": "belmark-systems-2027.txt", "sha256": "5bc305edf30be74ac4bc4f0c4e9aaf37685de6170dccaf6353092e9a95338205", "data": "NjEgYmF0dGxlIHRhbmtzLCBhbGwgYXQgRG9ybmF1OyA0OCBndW5zIG9mIDE1NSBtbTsgNCBwYXRyb2wgYm9hdHMgYXQgQnJha2sgaGFyYm91ci4K"} and plans = "The mountain battalion changes places with a battalion from Dornau in October 2027, company by company."
At 2026-12-17 11:05
  role.liaison takes ask as greta.nord with question = "Last year the brigade kept bridging equipment at Quell. Where is it on 1 January?"
At 2027-01-04 09:40
  giving.verification-officer takes answer with answer = "At Dornau. A quarter stays at Quell, under seal, for floods of the Bel."
At 2027-03-08 09:00
  state is closed
