Story: A request of the defence waits for a judge
Given ../../../models/justice.md
Case defence-request between defence secretariat and prosecuting belmark

At 2027-08-25 10:00
  defence.counsel takes ask with offence = "fraud" and facts = "My client is said to have signed for roofs that were never built." and measure = "A comparison of the signatures by an independent expert at Monreva" and relevance = "She says that two of the signatures are not hers."
