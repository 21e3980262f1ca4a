Story: Three inspectors at Feldau, who find a depot and no missiles
Given ../../../models/neighbours.md
Case inspection between requesting arland and receiving belmark

At 2026-10-05 08:10
  requesting.verification-officer takes request with doubt = "A convoy of long covered trailers went to Feldau on 29 September. The exchange names no weapon of that length." and specified_area = "Depot at Feldau and two kilometres around it" and point_of_entry = "Northgate" and inspectors = 3 and names = ["Maja Frost", "Sergeant Oda Lien", "Captain Trygve Aas"]
At 2026-10-05 15:20
  receiving.verification-officer takes accept
At 2026-10-06 13:00
  receiving.verification-officer takes let-in
At 2026-10-08 10:30
  requesting.inspector takes leave
At 2026-10-15 14:00
  requesting.verification-officer takes report with report = {"media": "text/plain", "name": "inspection-feldau.txt", "sha256": "ecfc1f5688fb243843cfce2c9f0836fe68719cfc6143063b953cbd3f87f97d02", "data": "VGhlIGxvbmcgdHJhaWxlcnMgY2FycnkgYnJpZGdlIGdpcmRlcnMuIEV2ZXJ5IGJ1aWxkaW5nIHdhcyBvcGVuZWQgaW4gdGhlIGVuZC4gTm90aGluZyB3YXMgc2VlbiB0aGF0IHRoZSBleGNoYW5nZSBkb2VzIG5vdCBuYW1lLgo="}
  requesting.verification-officer takes tell-inspectors
  state is reported
