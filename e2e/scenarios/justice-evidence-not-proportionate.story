Story: Where a milder measure would do, nothing is asked for
Given ../../models/justice.md
Case evidence between issuing arland and executing caldera

At 2026-03-02 10:00
  issuing.prosecutor is refused issue with assessment_proportionality = {"necessary": "yes", "milder": "yes", "weight": "yes", "home": "yes", "child": "yes"} because condition-unmet (Article 5)
  issuing.prosecutor is refused issue with assessment_proportionality = null because field-missing (Article 9)
  issuing.prosecutor takes issue
  issuing.validating-judge takes decline-validation
  state is not-validated
