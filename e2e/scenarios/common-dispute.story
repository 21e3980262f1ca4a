Story: Negotiation, a mediator whom the neutral appoints late, arbitration, and an award that is complied with late
Given ../../models/common/reference.md
Case dispute between claiming belmark and responding arland and mediation secretariat and tribunal court

At 2026-05-04 09:00
  claiming.liaison takes raise
After P61D
  clock negotiation has lapsed
  state is negotiation-over
  claiming.liaison is refused ask-arbitration because wrong-state (Article 9)
  responding.liaison takes ask-mediation
  claiming.liaison takes agree-mediator
After P15D
  clock mediator has lapsed
  state is mediator-due
  claiming.liaison is refused appoint-mediator because wrong-side (Article 9)
After P8D
  clock mediator-appointment has lapsed
  tribunal.president takes appoint-mediator
  mediation.mediator takes propose
  tribunal.president sees claim, mediator_named, subject
After P61D
  clock mediation has lapsed
  state is mediation-over
  claiming.liaison takes ask-arbitration
After P31D
  clock arbitrators has lapsed
  state is arbitrators-due
After P15D
  clock arbitrators-appointment has lapsed
  tribunal.president takes appoint-arbitrators
  tribunal.arbitrator takes order-interim
After P7M
  clock award runs
  tribunal.arbitrator takes explain
  tribunal.arbitrator takes award
After P61D
  clock compliance has lapsed
  responding.liaison takes comply
  responding.liaison is refused ascertain because wrong-side (Article 9)
  tribunal.arbitrator takes ascertain
  state is complied
