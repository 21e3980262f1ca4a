Story: The two meet and report apart, late, and nobody goes on with it
Given ../../models/neighbours.md
Case unusual-activity between asking belmark and answering arland and convening secretariat

At 2026-06-01 20:00
  asking.liaison takes ask
After PT3H
  answering.liaison takes answer
  asking.liaison takes ask-meeting
  asking.liaison takes meet
  state is meeting-asked
  asking.liaison is refused meet because quorum-twice (Article 5)
  answering.liaison takes meet
  state is met
After P8D
  clock report has lapsed
  asking.liaison takes report-alone
  answering.liaison takes report-alone
  role.liaison sees activity, asked, cause, explanation, single_report
After P31D
  clock going-on has lapsed
  state is closed
