Story: Money for one who was freed, and what was left of it
Given ../../../models/border.md
Case assistance-account between assisting arland and keeping secretariat

At 2026-08-25 10:00
  assisting.case-worker takes ask with sum = {"currency": "XTS", "value": "9000.00"}

At 2026-08-31 11:00
  keeping.secretary takes release with sum = {"currency": "XTS", "value": "9000.00"}

At 2026-11-25 10:00
  assisting.case-worker takes account with sum = {"currency": "XTS", "value": "7650.00"} and left = {"currency": "XTS", "value": "1350.00"}
  state is accounted
