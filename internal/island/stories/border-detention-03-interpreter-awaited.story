Story: She is held since this morning, and is to be heard in her language
Given ../../../models/border.md
Case detention between detaining arland and aid ombuds and court court

At 2027-09-01 06:40
  detaining.officer takes propose as jon.aske with person = "Nelka Doruh" and adult = true and language = "Highland speech" and interpreter_needed = true and facts = "The return was affirmed on 25 August. She was found on the night coach to Skarn harbour with a ticket for the ferry." on the ground "return affirmed by a court"

At 2027-09-01 08:15
  detaining.supervisor takes consider
  clock judge ends 2027-09-02 08:15
  state is considered
