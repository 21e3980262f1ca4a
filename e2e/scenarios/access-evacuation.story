Story: A person is moved by their own wish, with the family, and comes home again
Given ../../models/access.md
Case evacuation between asking lantern and hearing ombuds and coordinating secretariat and leaving highland-council and entering arland

At 2026-03-02 08:00
  asking.caseworker takes request with person = "Ada Arling" and family = ["Ben Arling", "Cid Arling"] and origin = "upper village" and destination = "Saltmere harbour"
  clock wish ends 2026-03-09 08:00
  leaving.liaison sees nothing
  asking.caseworker is refused consent because wrong-side (Article 10)
  hearing.advocate sees destination, family, help, origin, person, who
  hearing.advocate is refused consent with assessment_free-wish = {"alone": "yes", "told": "yes", "family": "no", "pressed": "no"} because condition-unmet (Article 10)
  hearing.advocate is refused consent with assessment_free-wish = {"alone": "no", "told": "yes", "family": "yes", "pressed": "no"} because condition-unmet (Article 10)
  hearing.guardian is refused consent because wrong-role (Article 10)
  hearing.advocate takes consent with wish = "I go with my brothers, until the fighting stops."
  clock announcement ends 2026-03-04 08:00

After PT49H
  clock announcement has lapsed
  coordinating.coordinator sees nothing
  coordinating.coordinator takes announce with group = "LR-E-3" and heads = 3 and hour = "2026-03-05T07:30:00+02:00"
  leaving.checkpoint sees group, heads, hour
  entering.checkpoint sees group, heads, hour
  leaving.checkpoint may nothing
  leaving.checkpoint is refused screen because no-such-step
  asking.leader takes set-out
  clock movement ends 2026-03-06 09:00

After P2DT1S
  clock movement has lapsed
  asking.caseworker takes arrive
  leaving.checkpoint sees nothing
  clock tracing ends 2026-04-05 09:00:01
After P31D
  clock tracing has lapsed
  asking.caseworker takes trace with found = "An aunt lives by the harbour."
  hearing.advocate takes settle
  clock open-return ends 2027-04-06 09:00:01
After P100D
  hearing.advocate takes ask-return
  clock return ends 2026-08-14 09:00:01
After P31D
  clock return has lapsed
  asking.caseworker takes bring-back
  state is home
  asking.caseworker takes inform
