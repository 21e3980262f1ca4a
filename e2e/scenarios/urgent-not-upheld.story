Story: An urgent measure that no judge upholds
Given ../../bench/northgate.md
Case assistance between requesting arland and requested belmark

# Clocks of Northgate are two hours ahead of UTC the whole year.
At 2026-03-02 10:00
  requesting.prosecutor takes request with urgency = "danger to life"
  state is requested
  clock decision ends 2026-03-10 10:00
  requested.prosecutor may act-at-once
  requested.judge may ask, authorise, refuse

After PT1H
  requested.prosecutor takes act-at-once
  state is measure-in-force
  clock review ends 2026-03-04 11:00
  requested.judge may uphold
  requesting.prosecutor sees assessment_proportionality, evidence, facts, measure, offence, person, reasons, urgency

After PT47H
  requested.prosecutor is refused uphold because wrong-role (Article 7)
  requested.judge is refused uphold with reasons = null because reasons-missing (Article 7)
  clock review runs

# The last instant is still in time; a second later nothing but an act proved to have been done before would be.
After PT1H
  requested.judge may uphold

After PT1S
  clock review is sealed
  requested.judge may nothing
  requesting.prosecutor sees assessment_proportionality, facts, measure, offence, person, reasons, urgency
  requested.judge is refused uphold because clock-lapsed (Article 7)

After PT24H
  state is not-upheld
  clock review has lapsed
  destroyed: evidence
