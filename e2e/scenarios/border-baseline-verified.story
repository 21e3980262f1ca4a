Story: A Party is late with its plan and its gaps, and does not verify itself
Given ../../models/border.md
Case baseline between assessed arland and other belmark and verifying secretariat

At 2026-03-02 09:00
  other.liaison is refused state because wrong-side (Article 22)
  assessed.liaison takes state with law = "small gap" and technology = "large gap" and data = "none"
After P61D
  clock plan has lapsed
  assessed.liaison takes plan
  clock closing ends 2027-05-02 09:00
At 2027-05-02 09:01
  clock closing ends 2027-11-02 09:00
  assessed.liaison takes explain
  assessed.liaison takes claim
  assessed.liaison is refused verify because wrong-side (Article 22)
  verifying.secretary takes send-back
  assessed.liaison takes claim
After P31D
  clock verification has lapsed
  verifying.secretary takes verify
  state is verified
