Story: A rumour that puts lives at risk is not checked in time, is answered with that, and by two
Given ../../models/access.md
Case rumour between hearing lantern and checking ombuds and answering secretariat

At 2026-03-02 08:00
  hearing.caseworker is refused hear-urgent with source = "Ada Arling" because field-unknown (Article 20)
  hearing.caseworker takes hear-urgent with told = "The road along the river Bel is mined."
  clock urgent-check ends 2026-03-02 14:00
After PT6H1S
  clock urgent-check has lapsed
  state is unchecked
  clock draft ends 2026-03-03 14:00
After PT25H
  clock draft has lapsed
  answering.coordinator takes draft as ada with answer = "It is not known whether the road is mined. Stay on the upper road."
  clock second-pair ends 2026-03-03 21:00:01
  answering.coordinator is refused answer as ada because same-person (Article 20)
After PT7H
  clock second-pair has lapsed
  answering.coordinator takes redraft as ben
  answering.coordinator takes draft as ben
  answering.coordinator is refused answer as ben because same-person (Article 20)
  answering.coordinator takes answer as cid
  state is answered
  hearing.caseworker sees answer, channel, told
