Story: Who pays for what the lorries do to the ford: no agreement, and a mediator is to propose
Given ../../../models/access.md
Case dispute between claiming caldera and responding waterbearers and mediation secretariat and tribunal court

At 2027-05-24 10:00
  claiming.liaison takes raise with subject = "Damage to South Ford by heavy lorries" and claim = "The Waterbearers pay half of the new stones, 31,000."

At 2027-06-04 10:00
  responding.liaison takes answer with answer = "Our four lorries weigh less than the timber that passes each night. We offer the work of twenty people for a week."

At 2027-07-23 10:01
  clock negotiation has lapsed
  state is negotiation-over

At 2027-08-23 10:00
  responding.liaison takes ask-mediation
  claiming.liaison takes agree-mediator with mediator_named = "Joseph Ane, Joint Secretariat"

At 2027-08-27 10:00
  responding.liaison takes agree-mediator with mediator_named = "Joseph Ane, Joint Secretariat"
  state is mediation
