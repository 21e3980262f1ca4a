Story: The money of a quarter comes late and is accounted for late
Given ../../models/border.md
Case assistance-account between assisting arland and keeping secretariat

At 2026-04-01 09:00
  assisting.case-worker takes ask with sum = {"currency": "XTS", "value": "9000.00"}
  assisting.case-worker is refused account because wrong-state (Article 23)
After P11D
  clock release has lapsed
  assisting.case-worker is refused release because wrong-side (Article 23)
  keeping.secretary takes release with sum = {"currency": "XTS", "value": "9000.00"} given that fund:crossing = 9000
  effects: pays crossing
After P91D
  clock account has lapsed
  assisting.case-worker takes account with sum = {"currency": "XTS", "value": "8000.00"} and left = {"currency": "XTS", "value": "1000.00"} given that fund:crossing = 9000
  state is accounted
