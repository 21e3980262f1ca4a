Story: The prosecutor who ordered accepts what was taken otherwise
Given ../../models/justice.md
Case evidence between issuing caldera and executing belmark

At 2026-03-02 10:00
  issuing.prosecutor takes issue
  issuing.validating-judge takes validate
  executing.judge takes recognise
  executing.prosecutor takes execute-otherwise on the ground "force-majeure"
  executing.prosecutor is refused accept because wrong-side (Article 9)
  issuing.prosecutor takes accept
  state is executed
