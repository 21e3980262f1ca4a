Story: What was said to comply is not enough
Given ../../models/common/reference.md
Case dispute between claiming belmark and responding arland and mediation secretariat and tribunal court

At 2026-05-04 09:00
  claiming.liaison takes raise
  claiming.liaison takes ask-mediation
  claiming.liaison takes agree-mediator
  responding.liaison takes agree-mediator
  mediation.mediator takes close-mediation
  claiming.liaison takes ask-arbitration
  claiming.liaison takes agree-arbitrators
  responding.liaison takes agree-arbitrators
  tribunal.arbitrator takes award
  responding.liaison takes comply
  tribunal.arbitrator takes send-back with reasons = "Half of it is still owed."
  state is awarded
