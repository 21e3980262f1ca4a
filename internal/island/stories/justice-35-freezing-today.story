Story: An order to freeze waits for Arland's judge
Given ../../../models/justice.md
Case freezing between issuing belmark and executing arland

At 2027-08-31 10:00
  issuing.prosecutor takes order with offence = "corruption" and facts = "A buyer of medicines took a tenth of each invoice." and property = "A garage at Tavel, Kirkegata 2, with two cars" and amount = {"currency": "EUR", "value": "54000.00"} and holder = "Hulda Ferber" and order = "XB-F-2027-031"
At 2027-08-31 15:30
  issuing.validating-judge takes validate with reasons = "The garage was put up for sale on Sunday."
  state is validated
