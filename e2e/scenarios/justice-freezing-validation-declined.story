Story: The validating judge declines a freezing order
Given ../../models/justice.md
Case freezing between issuing arland and executing caldera

At 2026-03-02 10:00
  issuing.prosecutor takes order
  issuing.prosecutor is refused validate because wrong-role (Article 15)
  issuing.validating-judge takes decline-validation
  state is not-validated
