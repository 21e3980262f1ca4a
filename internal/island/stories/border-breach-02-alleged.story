Story: Eleven permits without an answer: is it a breach?
Given ../../../models/border.md
Case breach between alleging belmark and answering arland and deciding court

At 2027-08-26 10:00
  alleging.liaison takes allege with article = "16" and account = "Since June eleven applications for the harvest were answered after more than thirty days, without reasons." and basis = "Article 16: a permit is decided in fifteen days, or reasons are given" and evidence = [{"data": "RWxldmVuIGFwcGxpY2F0aW9ucyBvZiBKdW5lIGFuZCBKdWx5IDIwMjcgd2l0aCB0aGUgZGF5cyBvbiB3aGljaCB0aGV5IHdlcmUgYW5zd2VyZWQK", "media": "text/plain", "name": "applications-summer.txt", "sha256": "37d1ebbbc0d9fa4903cd674755df7bbbd55a1448bfda9a43641d9208ed1d6994"}]
  clock admissibility ends 2027-09-09 10:00
  state is alleged
