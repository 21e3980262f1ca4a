Story: The flour is said to be poisoned: checked, and answered by two
Given ../../../models/access.md
Case rumour between hearing lantern and checking ombuds and answering secretariat

At 2026-11-17 09:00
  hearing.caseworker takes hear with told = "Whoever eats the white flour has no children." and channel = "by word of mouth"

At 2026-11-18 16:00
  checking.verifier takes check with found = "false" and reasons = "Three sacks were tested at Tavel. It is wheat and nothing else; it is whiter since it comes from another mill."

At 2026-11-19 10:00
  answering.coordinator takes draft as paul.ember with answer = "The flour is wheat from another mill, tested on 18 November. We eat it too. Who wants to see the paper may ask at each point."

At 2026-11-19 11:00
  answering.coordinator takes answer as noor.haddan
  state is answered
