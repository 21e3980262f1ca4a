Story: Caldera is asked about a third battery and still owes the answer
Given ../../../models/neighbours.md
Case annual-exchange between giving caldera

At 2026-12-14 16:30
  giving.verification-officer takes give with year = 2027 and organisation = "Two brigades (Monreva and Castrel), a frontier regiment along the South Road, a harbour battalion at Almeda." and strength = 9800 and systems = {"media": "text/plain", "name": "caldera-systems-2027.txt", "sha256": "75063c006bdfd33bffba90e8f424eb5ad5abc829ce2d44af1ae60e1cb5e9e4fa", "data": "MTEyIGJhdHRsZSB0YW5rczsgNjYgZ3Vucywgb2Ygd2hpY2ggdHdvIGJhdHRlcmllcyBhdCBUaHJlZSBTcHJpbmdzOyA5IGhlbGljb3B0ZXJzLgo="} and plans = "None are planned at present."
At 2027-01-08 10:15
  role.liaison takes ask as greta.nord with question = "Your list names two batteries at Three Springs. Drivers of three countries saw three in December. Is there a third, and since when?"
At 2027-02-01 09:00
  clock answer has lapsed
  state is queried
