Story: Nobody said that it may be passed on, and it is kept
Given ../../../models/access.md
Case feedback between hearing ombuds and delivering waterbearers and planning secretariat

At 2026-10-08 17:20
  hearing.listener takes hear with site = "Ridge Road, last stop" and came = "yes" and words = "The water is good. The man at the tap writes down who fetches it, and we do not know for whom." and reach = null and who = "man" and age = "60 and over" and disability = true

At 2026-10-15 17:21
  clock wish has lapsed
  state is kept

At 2026-10-16 10:00
  hearing.listener takes bring
