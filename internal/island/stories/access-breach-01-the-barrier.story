Story: The barrier at the ford is a breach, and is taken away
Given ../../../models/access.md
Case breach between alleging lantern and answering caldera and deciding court

At 2026-12-08 10:00
  alleging.liaison takes allege with article = "7" and account = "From 9 October to this day a barrier before South Ford stops convoys that were notified and acknowledged." and basis = "Article 7: what was acknowledged without objection passes" and evidence = [{"data": "RmluZGluZyBvZiB0aGUgaW5xdWlyZXIgb2YgMjAgTm92ZW1iZXIgMjAyNiBvbiB0aGUgYmFycmllciBiZWZvcmUgU291dGggRm9yZAo=", "media": "text/plain", "name": "inquiry-november.txt", "sha256": "a640738d3991501f15bab3653f86408196ebe6cec44aa263d066dc2b78e7dc4f"}]

At 2026-12-15 10:00
  deciding.president takes admit with reasons = "The facts were looked into by consent and are stated."

At 2026-12-29 10:00
  answering.liaison takes answer with answer = "The district acted without the ministry. The order of 9 October is void, and the barrier was taken away on 25 December."

At 2027-01-25 10:00
  deciding.president takes establish with finding = "Caldera answers for its districts. From 9 October to 25 December Article 7 was not kept at the ford." and reasons = "Eleven convoys were acknowledged in that time, and nine were stopped."

At 2027-02-01 10:00
  answering.liaison takes mend with mended = "The barrier is gone, the order was published as void, and the damp flour was replaced."

At 2027-02-16 10:01
  clock ascertaining has lapsed
  state is mended
