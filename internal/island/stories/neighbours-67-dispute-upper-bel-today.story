Story: The meadow at the upper Bel is with the mediator
Given ../../../models/neighbours.md
Case dispute between claiming arland and responding belmark and mediation secretariat and tribunal court

At 2027-04-19 10:00
  claiming.liaison takes raise as greta.nord with subject = "The segment Upper Bel, between stones 14 and 18" and claim = "That the line follows the bed of 1921, and that the hay is shared as before, whatever the line."
At 2027-05-11 14:00
  responding.liaison takes answer with answer = "The river is the frontier, and a river goes where it goes. On the hay we agree."
At 2027-06-24 09:30
  state is negotiation-over
  claiming.liaison takes ask-mediation as greta.nord
At 2027-07-05 11:00
  claiming.liaison takes agree-mediator as greta.nord with mediator_named = "Joseph Ane"
  responding.liaison takes agree-mediator with mediator_named = "Joseph Ane"
  state is mediation
