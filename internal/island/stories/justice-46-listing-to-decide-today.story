Story: Answered: two members must decide, or nobody is listed
Given ../../../models/justice.md
Case listing between proposing arland and second belmark and third caldera and oversight ombuds and court court and defence secretariat

At 2027-07-12 10:00
  proposing.listing-member takes propose with entry = "AS-2027-004" and name = "HELMRICH, Dagny" and document = "A44810926" and issuing_state = "XA" and statement = "She is said to pay the drivers of buses that keep passports." and support = "Nine transfers to three drivers"
At 2027-07-15 10:00
  proposing.listing-member takes give-notice
At 2027-08-10 11:00
  defence.counsel takes answer with answer = "She keeps a bakery and pays for flour."
  state is answered
