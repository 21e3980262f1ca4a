Story: Operators and communities are heard, and both begin full operation
Given ../../../models/border.md
Case phase-review between keeping secretariat and one arland and two belmark and rights ombuds

At 2026-09-03 10:00
  keeping.secretary takes open with agenda = "Whether the pilot at Northgate becomes full operation, with vehicles, or stays as it is."

At 2026-09-17 14:00
  keeping.secretary takes hear-operators with operators = "Carriers praise three hours instead of nine. Coach drivers ask for a roof. Workers' advisers ask for telephones that cost nothing."

At 2026-09-29 18:00
  keeping.secretary takes hear-communities with communities = "Tavel and Quell want the bridge open at night for the sick. Herders ask not to be scanned each morning."

At 2026-10-13 11:00
  rights.ombudsperson takes review with rights = "One complaint was upheld and remedied, and a rule was changed for it. No return took place without the monitor." and reasons = "Nothing was found that would speak against going on; waiting without a reason given remains the commonest grievance."

At 2026-10-27 10:00
  one.liaison takes expand
  two.liaison takes expand
  effects: begins full
  state is expanded
