Story: Judged before for the same acts
Given ../../docs/examples/arrest-warrant.md
Case execution between issuing belmark and executing caldera and defence bars

At 2026-03-02 10:00
  issuing.issuing-judge takes submit with listed = "fraud" and maximum = 36 and sought = "prosecution" and life = false
  executing.officer takes arrest
  executing.officer takes inform with tie = "national"
  executing.executing-judge takes hear
  executing.executing-judge is refused order with assessment_bars = {"amnesty": "no", "judged": "yes", "age": "no"} because condition-unmet (Article 3)
  executing.executing-judge is refused refuse-no-offence because condition-unmet (Article 17)
  executing.executing-judge is refused refuse on the ground "political offence" because ground-unknown (Article 17)
  executing.executing-judge takes demand-guarantee with guarantee = "return to serve the sentence"
  executing.executing-judge may extend, refuse-without-guarantee
  issuing.issuing-judge may supplement, give-guarantee
After P5D
  issuing.issuing-judge takes give-guarantee
  executing.executing-judge takes refuse on the ground "finally judged in a Member State (Article 3(2))"
  state is refused
After P366D
  destroyed: assurance, circumstances, guarantee, hearing, identity, interpreter, life, listed, maximum, nationality, number, other_offence, reasons, sentence, sought, tie, told, trial
