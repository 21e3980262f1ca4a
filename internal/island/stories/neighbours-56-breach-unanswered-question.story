Story: A question about a battery, unanswered for months, is a breach
Given ../../../models/neighbours.md
Case breach between alleging arland and answering caldera and deciding court

At 2027-03-15 10:00
  alleging.liaison takes allege as greta.nord with article = "3" and account = "We asked on 8 January how many batteries stand at Three Springs. The answer was due on 29 January. The ladder was climbed to its end; none came." and basis = "Article 3(3): the Verification officer answers within twenty-one days, and an answer that is late is still owed." and evidence = [{"media": "text/plain", "name": "ladder-article-3.txt", "sha256": "e4241623a86c64912ff8a548c89765a0ca022905aa461251635b98ffd66b9ec7", "data": "V2F0Y2ggb2ZmaWNlciAzMCBKYW51YXJ5OyBMaWFpc29uIG9mZmljZXJzIDUgRmVicnVhcnk7IFByZXNpZGVudCAyOCBGZWJydWFyeS4gTm8gYW5zd2VyLgo="}]
At 2027-03-24 11:00
  deciding.president takes admit with reasons = "The facts are stated and can be read in the record."
At 2027-04-09 16:00
  answering.liaison takes answer as nilda.orsano with answer = "The question asks what we may keep from those who do not need to know. We shall answer when the barracks are finished."
At 2027-05-04 11:00
  deciding.president takes establish with finding = "Caldera has not answered within twenty-one days, and owes the answer still." and reasons = "The article knows no exception for barracks. What stands in the open at Three Springs is seen by every driver."
  state is established
