Story: A pledge is paid late
Given ../../models/border.md
Case contribution between giving arland and other belmark and keeping secretariat

At 2026-03-02 09:00
  giving.liaison takes pledge-works with sum = {"currency": "XTS", "value": "100000.00"}
  effects: pays crossing
  giving.liaison is refused pay-assistance because wrong-state (Article 23)
After P61D
  clock payment has lapsed
  giving.liaison takes pay-works with sum = {"currency": "XTS", "value": "100000.00"}
  state is paid
