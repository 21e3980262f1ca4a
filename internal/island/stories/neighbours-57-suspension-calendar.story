Story: One article rests: the common calendar, until the answer comes
Given ../../../models/neighbours.md
Case suspension between proposing arland and answering caldera and deciding court

At 2027-05-18 10:00
  proposing.liaison takes propose as greta.nord with finding = "The President's finding of 4 May 2027 on Article 3(3)"
At 2027-05-27 11:00
  deciding.president takes admit with reasons = "It relies on a finding that was made, and names an article that may rest."
At 2027-06-07 14:00
  deciding.president takes establish with reasons = "No answer has come since the finding. The breach goes on."
At 2027-06-10 09:30
  proposing.liaison takes give-notice as greta.nord with notice = "The common calendar of Article 16 is to rest between the two Parties from 10 July until the answer comes. Nothing that touches persons in need rests." and scope = "common calendar"
At 2027-07-12 10:00
  state is may-rest
  proposing.liaison takes rest-calendar as greta.nord with reasons = "Thirty days have gone by without an answer. A common calendar can be taken up again on the day when it comes."
  state is calendar-rests
