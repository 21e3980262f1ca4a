Story: An inspection is refused on two grounds only, and is let in
Given ../../models/neighbours.md
Case inspection between requesting caldera and receiving arland

At 2026-05-04 08:00
  requesting.verification-officer is refused request with inspectors = 5 because condition-unmet (Article 7)
  requesting.verification-officer takes request with inspectors = 4 and names = ["Ada Arling", "Ben Arling"]
  receiving.escort sees doubt, inspectors, names, point_of_entry, specified_area
  receiving.liaison sees doubt, inspectors, point_of_entry, specified_area
  receiving.verification-officer is refused refuse given that quota:inspections = 2 and quota:inspections-by-one = 0 because condition-unmet (Article 7)
  receiving.verification-officer is refused refuse on the ground "bad weather" given that quota:inspections = 3 because ground-unknown (Article 7)
After PT25H
  clock reply has lapsed
  receiving.verification-officer takes accept
  receiving.verification-officer is refused let-in given that quota:inspections = 3 and quota:inspections-by-one = 0 because quota-used (Article 7)
  receiving.verification-officer takes let-in given that quota:inspections = 2 and quota:inspections-by-one = 0
  effects: uses inspections
  receiving.escort takes name-points
  requesting.inspector takes record-denial
After PT49H
  clock ground has lapsed
  state is inspected
After P15D
  clock report has lapsed
  requesting.verification-officer takes report
  state is reported
  requesting.verification-officer takes tell-inspectors
After P1Y1D
  destroyed: denied, doubt, inspectors, names, point_of_entry, reasons, report, sensitive_points, specified_area
