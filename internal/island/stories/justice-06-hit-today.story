Story: Core data are owed by tomorrow
Given ../../../models/justice.md
Case hit between checking caldera and holding arland

At 2027-08-31 13:00
  checking.officer takes open as renzo.adalme with register = "wanted persons" and entry = "AW-2026-031" and asked = "Torben Gjelsvik, born 9 May 1971" and answer = "GJELSVIK, Torben, wanted for fraud" and nationality = "XA"
  checking.officer takes compare as renzo.adalme with comparison = "the same" and reasons = "Passport, picture and signature agree."
At 2027-08-31 14:10
  checking.officer takes confirm as fiora.castene with reasons = "Compared again from the documents."
  checking.officer takes state-facts as fiora.castene with offence = "fraud" and facts = "He tried to sell a flat at Monreva that belongs to somebody else."
  state is stated
