Story: An order is validated, recognised after a question, carried out late with reasons, and told
Given ../../models/justice.md
Case evidence between issuing arland and executing belmark

At 2026-03-02 10:00
  issuing.prosecutor takes issue with offence = "fraud"
  executing.judge sees offence
  executing.prosecutor sees offence
  issuing.validating-judge takes validate
  executing.judge takes consult with concern = "Is the account still open?"
  clock decision runs
At 2026-03-05 10:00
  issuing.prosecutor takes reply
  clock decision ends 2026-04-01 10:00
At 2026-03-31 10:00
  executing.judge takes extend
  clock decision ends 2026-05-01 10:00
  executing.judge is refused extend because condition-unmet (Article 9)
At 2026-05-05 10:00
  clock decision has lapsed
  executing.judge takes recognise with milder = "A statement instead of a search."
At 2026-08-03 10:01
  # Ninety days are over: reasons are owed, and the time is extended once.
  executing.prosecutor takes explain
At 2026-09-02 10:02
  clock execution has lapsed
  executing.prosecutor takes execute
  issuing.prosecutor sees assessment_proportionality, child, concern, evidence, facts, measure, milder, offence, person, reasons, reply
  executing.judge takes defer
  executing.prosecutor takes tell
  state is done
