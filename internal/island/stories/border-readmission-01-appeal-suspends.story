Story: An appeal suspends the return, and a judge stops it
Given ../../../models/border.md
Case readmission between requesting arland and requested belmark and aid ombuds and court court

At 2026-04-07 09:00
  requesting.returns-officer takes request with person = "Leander Voss-Amrein" and identity = "Expired passport B09914406 and his own words" and child_alone = false and link = "national"

At 2026-04-13 14:00
  requested.returns-officer takes identify with known = "its national"

At 2026-04-15 10:00
  requesting.protection-officer takes assess

At 2026-04-21 11:00
  requested.returns-officer takes accept

At 2026-04-23 09:30
  requesting.returns-officer takes order with order = "Return to Belmark by way of Northgate; his permit ended in January and he has no other right to stay." and reasons = "The permit ended on 31 January and was not asked for again; he has no family here. The Protection Officer found nothing against it."
  requesting.returns-officer takes tell with told = "The order and its reasons in Belmarkish, the fourteen days for an appeal, that nothing happens meanwhile, and his counsel's number."

At 2026-04-29 16:00
  aid.counsel takes appeal with appeal = "Since February he has been dialysed three times a week at Varnholm. Nobody asked at Dornau whether a place is free."
  clock judgment ends 2026-05-29 16:00
  requesting.returns-officer is refused transfer because wrong-state (Article 13)

At 2026-06-03 10:00
  clock judgment has lapsed
  court.bench takes allow as sofia.drell with reasons = "Dornau has no free place before the autumn, and a week without treatment would kill him. The order is quashed. The judgment is five days late, which did him no harm, since the appeal suspends."
  state is stopped
