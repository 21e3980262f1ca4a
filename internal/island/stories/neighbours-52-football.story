Story: A match of two city schools is proposed, and no answer is a no
Given ../../../models/neighbours.md
Case event between proposing caldera and accepting free-city

At 2027-03-09 10:00
  proposing.liaison takes propose as nilda.orsano with kind = "sport or culture" and programme = "Girls' football, Monreva against Saltmere, with supper for both teams." and day = "2027-05-15"
At 2027-04-09 09:00
  state is not-accepted
