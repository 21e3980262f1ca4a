Story: A guarantee is asked for and given, a second judge affirms, and the person is surrendered
Given ../../../models/justice.md
Case extradition between requesting belmark and requested arland and defence secretariat

At 2026-09-28 10:00
  requesting.prosecutor takes ask-arrest with warrant = "XB-W-2026-071" and identity = "Marek Tolland, born 5 January 1983" and child = false and offence = "laundering" and maximum = "more than five years"
At 2026-10-05 07:40
  requested.officer takes arrest as jon.aske
  requested.officer takes inform as jon.aske with told = "Why, by whom, that he may call counsel and his family, and that nobody may question him before." and needs_interpreter = true and language = "Belmark's"
At 2026-10-16 11:00
  requesting.prosecutor takes request with facts = "He drove 1.1 million euros over the bridge in the door of a milk van, in eleven journeys." and documents = "Warrant, statement of facts, text of article 360, a list of the journeys"
At 2026-10-21 10:00
  defence.interpreter takes interpret with attested = "Everything was read to him in Belmark's language; he asked twice and understood."
At 2026-10-27 10:00
  requested.judge takes hear as ilse.marek with hearing = "He says that he did not look into the door. Counsel asks what prison awaits him." and reasons = "He was told of everything, understands, and counsel sat beside him."
At 2026-11-03 11:00
  requested.judge takes demand as ilse.marek with guarantee = "A cell of four square metres, an hour outside each day, and a doctor for his diabetes"
At 2026-11-13 10:00
  requesting.prosecutor takes assure with assurance = "All three are assured, at the prison of Dornau; the Ombudsperson may visit at any hour."
At 2026-11-24 14:00
  requested.judge takes grant as ilse.marek with reasons = "No bar is found, and the guarantee can be checked."
At 2026-11-27 10:00
  defence.counsel takes appeal with appeal = "The list of journeys names a day on which he was in hospital."
At 2026-12-11 11:00
  requested.judge takes affirm as birte.haug with reasons = "One of eleven days is wrong; that is for the trial, and the request stands on ten."
At 2026-12-17 09:00
  requested.officer takes hand-over as mira.tol with detention = 73
  state is surrendered
