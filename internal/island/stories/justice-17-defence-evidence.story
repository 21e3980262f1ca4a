Story: The defence asks for a witness abroad, and gets her word
Given ../../../models/justice.md
Case defence-request between defence secretariat and prosecuting arland

At 2026-07-06 10:00
  defence.counsel takes ask with offence = "robbery" and facts = "My client is said to have robbed a kiosk at Tavel on 2 May at six in the evening." and measure = "The hearing of a nurse at Quell who treated him at that hour" and relevance = "Who sits with a nurse robs no kiosk."
At 2026-07-14 11:00
  prosecuting.judge takes grant as ilse.marek with reasons = "It is the only way to prove where he was."
At 2026-07-20 10:00
  prosecuting.prosecutor takes order
At 2026-10-12 15:00
  prosecuting.prosecutor takes hand with evidence = "The nurse remembers him, and the book of the ward has his name at 17.50."
  state is handed
