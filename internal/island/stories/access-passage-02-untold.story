Story: There was no time to call: the passage is told afterwards, and stands
Given ../../../models/access.md
Case passage between bringing lantern and receiving waterbearers and coordinating secretariat and passing highland-council

At 2027-01-17 23:40
  bringing.medic takes call with kind = "blood or medicine" and patients = 0 and crossing = "Upper bridge of the High Road" and hour = "2027-01-17T23:55:00+02:00" and patient = null and condition = null
  bringing.medic takes pass-untold with reasons = "The line went down while I spoke. The ward had blood for one more hour, and I drove." on the ground "force-majeure"

At 2027-01-18 08:30
  coordinating.coordinator takes confirm-untold

At 2027-01-18 09:00
  receiving.medic takes arrive

At 2027-01-20 10:00
  receiving.medic takes inform with told = "The ward was told that the line was down and that the box passed before the call was heard."
  state is arrived
