Story: Who pays for the officers at night: a mediator finds the middle
Given ../../../models/border.md
Case dispute between claiming belmark and responding arland and mediation secretariat and tribunal court

At 2026-06-15 10:00
  claiming.liaison takes raise with subject = "Costs of opening the bridge at night for the sick" and claim = "Arland should bear half of the costs, 84,000 a year, since half of the patients are its own."

At 2026-06-26 10:00
  responding.liaison takes answer with answer = "Eight patients in ten come from Belmark to the hospital of Tavel, which treats them at its own cost."

At 2026-07-13 10:00
  claiming.liaison takes ask-mediation

At 2026-07-20 10:00
  claiming.liaison takes agree-mediator with mediator_named = "Joseph Ane, Joint Secretariat"
  responding.liaison takes agree-mediator with mediator_named = "Joseph Ane, Joint Secretariat"

At 2026-08-17 10:00
  mediation.mediator takes propose with proposal = "Belmark pays the officers, Arland the doctor at the bridge, and both count the patients for a year."

At 2026-09-07 10:00
  claiming.liaison takes settle with settlement = "Belmark pays the officers at night, Arland the doctor at the bridge. After a year the count of patients decides."
  responding.liaison takes settle with settlement = "Belmark pays the officers at night, Arland the doctor at the bridge. After a year the count of patients decides."
  state is settled
