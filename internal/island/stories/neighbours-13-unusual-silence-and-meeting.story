Story: No answer in forty-eight hours, then a meeting and a report of both
Given ../../../models/neighbours.md
Case unusual-activity between asking arland and answering caldera and convening secretariat

At 2027-03-01 09:00
  asking.liaison takes ask as greta.nord with cause = "Two aircraft without marks turned over observation post 1 at the height of the treetops; a herd broke out and a boy was hurt." and activity = "Low flights along the Pass Road on 26 and 27 February, coming from the south and going back there." and asked = "Were these aircraft yours, and what were they to do?"
At 2027-03-03 10:00
  state is unanswered
  asking.liaison takes ask-meeting as greta.nord
At 2027-03-04 10:00
  role.envoy takes attend as sten.rike
  asking.liaison takes meet as greta.nord
  answering.liaison takes meet as nilda.orsano
At 2027-03-09 15:00
  asking.liaison takes report-together as greta.nord with joint_report = "Caldera measures forest fires from the air. The pilots mistook the post for their turning point. They now turn two kilometres earlier and carry marks."
  answering.liaison takes report-together as nilda.orsano with joint_report = "Caldera measures forest fires from the air. The pilots mistook the post for their turning point. They now turn two kilometres earlier and carry marks."
At 2027-03-12 10:00
  asking.liaison takes close as greta.nord
  state is closed
