Story: An order waits to be validated
Given ../../../models/justice.md
Case evidence between issuing belmark and executing caldera

At 2027-08-31 15:00
  issuing.prosecutor takes issue with offence = "laundering" and facts = "Cash from slot machines was carried south in fish crates." and measure = "Statements of one account at the fishers' bank of Almeda, May to July 2027" and person = "Lothar Fink" and child = false
