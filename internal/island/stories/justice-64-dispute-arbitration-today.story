Story: Who pays for interpreters: an award is to come
Given ../../../models/justice.md
Case dispute between claiming arland and responding caldera and mediation secretariat and tribunal court

At 2026-09-07 10:00
  claiming.liaison takes raise as greta.nord with subject = "Who pays the interpreter in the Party that executes an order" and claim = "That each pays at home, as in all else."
At 2026-11-09 10:00
  state is negotiation-over
  claiming.liaison takes ask-mediation as greta.nord
At 2026-11-16 10:00
  claiming.liaison takes agree-mediator as greta.nord with mediator_named = "Joseph Ane"
  responding.liaison takes agree-mediator as teo.calvane with mediator_named = "Joseph Ane"
At 2027-01-18 10:00
  state is mediation-over
  claiming.liaison takes ask-arbitration as greta.nord
At 2027-02-18 10:00
  state is arbitrators-due
  tribunal.president takes appoint-arbitrators with arbitrators = ["Constance Bly"]
At 2027-08-16 10:00
  tribunal.arbitrator takes explain with reasons = "Both sides were given time for bills of two years; the award follows in September."
  state is arbitration
