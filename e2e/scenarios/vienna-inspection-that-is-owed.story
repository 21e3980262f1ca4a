Story: An inspection may be refused on two grounds only, and is let in within 36 hours
Given ../../docs/examples/vienna-document.md
Case inspection between requesting arland and receiving belmark

At 2026-05-04 08:00
  requesting.verification-centre is refused request with inspectors = 5 because condition-unmet (Article 8)
  requesting.verification-centre takes request with inspectors = 4 and names = ["Ada Arling", "Ben Arling", "Cid Arling", "Dot Arling"]
  clock reply ends 2026-05-05 08:00
  clock entry ends 2026-05-05 20:00
  receiving.escort sees doubt, inspectors, names, point_of_entry, specified_area
  receiving.delegation sees doubt, inspectors, point_of_entry, specified_area

# Two inspections this year, none of them by Arland: there is no ground.
After PT10H
  receiving.verification-centre is refused refuse given that quota:inspections = 2 and quota:inspections-by-one = 0 because condition-unmet (Article 8)
  receiving.verification-centre is refused refuse on the ground "bad weather" given that quota:inspections = 3 because ground-unknown (Article 8)
  receiving.delegation is refused accept because wrong-role (Article 8)

# A reply that is late is still owed, and the time to enter runs on.
After PT15H
  clock reply has lapsed
  receiving.verification-centre takes accept
  clock entry ends 2026-05-05 20:00

After PT11H
  receiving.verification-centre is refused let-in given that quota:inspections = 0 and quota:inspections-by-one = 1 because quota-used (Article 8)
  receiving.verification-centre takes let-in given that quota:inspections = 2 and quota:inspections-by-one = 0
  effects: uses inspections
  clock ground ends 2026-05-07 20:00
  requesting.escort is refused name-points because wrong-side (Article 8)
  receiving.escort takes name-points
  requesting.inspector takes record-denial

After PT48H
  requesting.inspector may record-denial, leave
After PT1S
  state is inspected
  requesting.inspector is refused record-denial because clock-lapsed (Article 8)
  clock report ends 2026-05-21 20:00
  requesting.delegation is refused report because wrong-role (Article 8)

After P20D
  clock report has lapsed
  requesting.verification-centre takes report
  state is reported
