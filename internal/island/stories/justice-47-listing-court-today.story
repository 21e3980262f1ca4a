Story: An application to be struck lies before the Court
Given ../../../models/justice.md
Case listing between proposing caldera and second arland and third belmark and oversight ombuds and court court and defence secretariat

At 2027-01-18 10:00
  proposing.listing-member takes propose with entry = "CS-2027-001" and name = "ARRIGO, Fabian" and document = "C33017650" and issuing_state = "XC" and statement = "He is said to have supplied fuel to an armed group." and support = "A delivery book with his stamp"
At 2027-01-21 10:00
  proposing.listing-member takes give-notice
At 2027-02-22 10:00
  state is answered
At 2027-03-03 10:00
  second.listing-member takes list with reasons = "The book was not contested." and assessment_answered = {"points": "the person made none"}
  third.listing-member takes list with reasons = "No answer came, and the stamp is his." and assessment_answered = {"points": "the person made none"}
At 2027-08-12 10:00
  defence.counsel takes apply with request = "He was in hospital when the notice came. His stamp was stolen in 2025, and he reported it."
  state is court
