Story: Arland gives its forces, and nobody asks
Given ../../../models/neighbours.md
Case annual-exchange between giving arland

At 2026-12-03 10:20
  giving.verification-officer takes give with year = 2027 and organisation = "Two territorial brigades (Varnholm and Tavel), one river company at Northgate, one engineer battalion for clearance." and strength = 7400 and systems = {"media": "text/plain", "name": "arland-systems-2027.txt", "sha256": "34604be92c92839563de78028b010692ac029d40c452c8ed5563ec6d51d074eb", "data": "ODQgYmF0dGxlIHRhbmtzIGF0IFZhcm5ob2xtIGFuZCBUYXZlbDsgNTIgZ3VucyBvZiAxMjIgbW07IDYgdHJhbnNwb3J0IGhlbGljb3B0ZXJzOyBubyBtaXNzaWxlcy4K"} and plans = "The river company moves from tents to the barracks at Northgate in May 2027. Nothing else changes."
At 2027-02-08 09:00
  state is closed
