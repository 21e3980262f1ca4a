Story: Recovery waits for its milestone, is accounted for and audited
Given ../../models/access.md
Case instalment between paying caldera and keeping secretariat and spending waterbearers and auditing court

At 2026-03-02 08:00
  paying.liaison takes pledge with window = "recovery" and amount = {"currency": "EUR", "value": "900000.00"}
  paying.liaison takes pay
  keeping.treasurer takes refuse-release on the ground "the milestone is not verified"
  state is paid
  keeping.treasurer is refused release-relief because condition-unmet (Article 18)
  keeping.treasurer takes release-recovery
  effects: pays relief
  spending.caseworker is refused account because wrong-state (Article 18)
  spending.caseworker takes account-recovery
  auditing.auditor takes audit
  state is audited
