Story: Listed after an answer, and struck by the Court
Given ../../../models/justice.md
Case listing between proposing arland and second belmark and third caldera and oversight ombuds and court court and defence secretariat

At 2026-04-07 10:00
  proposing.listing-member takes propose with entry = "AS-2026-011" and name = "QUARRINGTON, Ewald" and document = "A20331174" and issuing_state = "XA" and statement = "He is said to sell lorries to those who shell the High Road." and support = "Two invoices and a letter"
At 2026-04-10 10:00
  proposing.listing-member takes give-notice
At 2026-05-06 11:00
  defence.counsel takes answer with answer = "The lorries were ambulances. The letter is not his."
At 2026-05-21 10:00
  second.listing-member takes list with reasons = "Invoices name axles that no ambulance has." and assessment_answered = {"points": "yes"}
  third.listing-member takes list with reasons = "The answer leaves the axles open. That the letter is not his can be so, and nothing rests on it." and assessment_answered = {"points": "yes"}
  state is listed
At 2026-12-07 10:00
  defence.counsel takes apply with request = "The maker says in writing that the axles are those of a mobile clinic."
At 2027-01-26 14:00
  court.court-judge takes strike as marc.ellery with reasons = "The maker's letter is genuine. What is left is a doubt about the buyer, and that supports no list."
At 2027-01-28 10:00
  defence.counsel takes tell with told = "That he is off the list since Tuesday, and that all three Parties know it."
  state is told
