Story: Two of Arland's orders wait for Belmark: one is new
Given ../../../models/justice.md
Case evidence between issuing arland and executing belmark

At 2027-08-26 10:00
  issuing.prosecutor takes issue with offence = "fraud" and facts = "Thirty-four pensioners paid for new roofs. No roof was built." and measure = "Search of an office at Dornau, Lindengasse 4, and copies of the orders for tiles" and formalities = "The person's counsel may be present." and person = "Konrad Eppler" and child = false
At 2027-08-30 11:00
  issuing.validating-judge takes validate with reasons = "Ten of those who were cheated have been heard, and payments lead to that office."
  state is validated
