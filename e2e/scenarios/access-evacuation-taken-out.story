Story: Somebody is taken out of the group: all stand still, it is raised, and they go back together
Given ../../models/access.md
Case evacuation between asking lantern and hearing ombuds and coordinating secretariat and leaving highland-council and entering arland

At 2026-03-02 08:00
  asking.caseworker takes request
  hearing.advocate takes consent
  coordinating.coordinator takes announce
  asking.leader takes set-out
  asking.leader takes report-taken-out with reasons = "Two men of nine were told to step out at Long Pass."
  effects: opens obstruction
  state is stopped
  asking.caseworker is refused arrive because wrong-state (Article 10)
  coordinating.coordinator sees group, heads, hour, reasons
  asking.leader takes turn-back
  state is return-asked
  asking.caseworker takes bring-back
