Story: The answer waits for an inquiry, and then comes
Given ../../../models/justice.md
Case data-request between entering secretariat and holding caldera and oversight ombuds

At 2026-07-13 10:00
  entering.filing-officer takes ask with person = "Rafael Montes" and reached = "Castrel, Calle Mayor 8" and language = "Caldera's" and asks = "access" and data = "Everything about me in the police index"
At 2026-07-21 11:00
  holding.data-officer takes defer with reasons = "A search in the same matter is planned for August." on the ground "an inquiry would be obstructed"
At 2026-07-28 10:00
  oversight.data-authority takes uphold-deferral with reasons = "Until the search, and no longer."
At 2026-07-30 10:00
  entering.filing-officer takes tell with told = "That an answer is deferred, and that somebody independent watches for how long."
At 2026-09-10 11:00
  oversight.data-authority takes end-deferral with reasons = "The search took place on 27 August."
At 2026-09-22 15:00
  holding.data-officer takes give with given = "Two files on machines, of 2019 and 2022, and who asked for them."
At 2026-09-24 10:00
  entering.filing-officer takes tell with told = "All of it was read out to him."
  state is given
