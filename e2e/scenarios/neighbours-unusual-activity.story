Story: An explanation is given in time and closes the matter
Given ../../models/neighbours.md
Case unusual-activity between asking belmark and answering arland and convening secretariat

At 2026-06-01 20:00
  asking.envoy is refused ask because wrong-role (Article 5)
  asking.liaison takes ask
  clock answer ends 2026-06-03 20:00
  role.envoy sees activity, asked, cause
After PT48H
  answering.liaison takes answer
  clock answer has stopped
  answering.liaison is refused close because wrong-side (Article 5)
  asking.liaison takes close
  state is closed
