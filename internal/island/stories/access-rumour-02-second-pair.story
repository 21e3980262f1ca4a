Story: An answer is drafted, and another is to read it
Given ../../../models/access.md
Case rumour between hearing lantern and checking ombuds and answering secretariat

At 2027-08-30 10:00
  hearing.caseworker takes hear with told = "The ford is closed for good, and whoever is on this side stays here." and channel = "by radio"

At 2027-08-31 15:30
  checking.verifier takes check with found = "false" and reasons = "The ford stood under water for a night. The Calderan post says that it opens when the sappers have looked."

At 2027-09-01 08:10
  answering.coordinator takes draft as paul.ember with answer = "The ford is closed while sappers look at it, and opens again. Nobody has to stay on either side."
  clock second-pair ends 2027-09-01 14:10
  state is drafted
