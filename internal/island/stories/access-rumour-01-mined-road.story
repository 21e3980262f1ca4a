Story: The upper road is said to be mined: nobody could check in time, and the answer says so
Given ../../../models/access.md
Case rumour between hearing waterbearers and checking ombuds and answering secretariat

At 2026-04-22 13:00
  hearing.caseworker takes hear-urgent with told = "The Highland road is mined again behind the second bend." and channel = "by telephone or messages"

At 2026-04-22 19:01
  clock urgent-check has lapsed
  state is unchecked

At 2026-04-22 20:00
  answering.coordinator takes draft as noor.haddan with answer = "It is not known whether the road behind the second bend is mined. Stay on the lower road until we say more."

At 2026-04-22 20:40
  answering.coordinator takes answer as paul.ember
  state is answered
