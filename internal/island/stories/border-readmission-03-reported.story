Story: A woman goes home with the monitor beside her
Given ../../../models/border.md
Case readmission between requesting belmark and requested arland and aid ombuds and court court

At 2026-10-12 09:00
  requesting.returns-officer takes request with person = "Gudny Tessal" and identity = "Valid passport A28800177" and child_alone = false and link = "national"

At 2026-10-15 10:00
  requested.returns-officer takes identify with known = "its national"

At 2026-10-16 11:00
  requesting.protection-officer takes assess

At 2026-10-21 10:00
  requested.returns-officer takes accept

At 2026-10-22 09:00
  requesting.returns-officer takes order with order = "Return to Arland: refused a permit twice, and she does not wish to appeal." and reasons = "Both refusals are final, she has a house at Skarn, and nothing was found that speaks against the journey."
  requesting.returns-officer takes tell with told = "The order, the appeal that is open to her all the same, and that the monitor comes along."

At 2026-11-06 08:30
  aid.monitor takes attend with visit = "Northgate, Friday 6 November at ten, on foot over the bridge, no handcuffs"

At 2026-11-06 10:00
  requesting.returns-officer takes transfer

At 2026-11-06 10:20
  requested.returns-officer takes receive

At 2026-11-09 12:00
  aid.monitor takes report with report = "She walked between two officers, carried her own bag and was greeted by her brother. Nobody touched her. The wait on the bridge was eleven minutes in the rain; a roof would help."
  state is reported
