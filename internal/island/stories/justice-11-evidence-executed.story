Story: A bank's papers are ordered, recognised and handed over, and the person is told
Given ../../../models/justice.md
Case evidence between issuing belmark and executing arland

At 2026-03-18 10:00
  issuing.prosecutor takes issue with offence = "corruption" and facts = "A road inspector built a house for three times what he earns in ten years." and measure = "Statements of one account at Varnholm, January to December 2025" and formalities = "A clerk of the bank signs each page." and person = "Egon Halbritter" and child = false
At 2026-03-23 11:00
  issuing.validating-judge takes validate with reasons = "The suspicion rests on the land register; one account and one year are no more than is needed."
At 2026-04-09 14:00
  executing.judge takes recognise as ilse.marek with milder = "Incoming payments above 1,000 euros only" and reasons = "What he spent on bread is nobody's business."
At 2026-05-19 10:00
  executing.prosecutor takes execute with evidence = "Forty-one payments by two road firms, 186,400 euros in all." and attachment = {"media": "text/plain", "name": "statements.txt", "sha256": "d55955bb3501afd7adbade4c1185d4d42798d7d05af51c71780b8006b0a94d2a", "data": "Rm9ydHktb25lIHBheW1lbnRzLCBwYWdlIGJ5IHBhZ2UsIGVhY2ggc2lnbmVkIGJ5IHRoZSBjbGVyayBvZiB0aGUgYmFuay4K"}
At 2026-06-11 11:00
  executing.prosecutor takes tell with told = "Which statements were given to whom, and that he may challenge it here or there."
  state is done
