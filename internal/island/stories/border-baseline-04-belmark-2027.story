Story: The second year of Belmark waits to be verified
Given ../../../models/border.md
Case baseline between assessed belmark and other arland and verifying secretariat

At 2027-04-06 10:00
  assessed.liaison takes state with law = "large gap" and technology = "small gap" and data = "none" and gaps = "The bill on passenger entries is pending. The line to Quell fails when it rains."

At 2027-05-18 10:00
  assessed.liaison takes plan with plan = "A new line to Quell by August; the bill in October."

At 2027-08-23 10:00
  assessed.liaison takes claim with closed = "The new line to Quell has worked since 4 August, through two storms."
  clock verification ends 2027-09-22 10:00
  state is claimed
