Story: A woman in labour waits twelve minutes at the ford
Given ../../../models/access.md
Case passage between bringing waterbearers and receiving lantern and coordinating secretariat and passing caldera

At 2026-05-22 02:10
  bringing.medic takes call with kind = "ambulance" and patients = 1 and crossing = "South Ford" and hour = "2026-05-22T02:45:00+02:00" and patient = "Tamina Orbel" and condition = "Labour since noon, the child lies across, she bleeds a little"

At 2026-05-22 02:16
  coordinating.coordinator takes tell as paul.ember

At 2026-05-22 02:40
  passing.checkpoint takes wait as fiora.castene with wait = "2026-05-22T02:55:00+02:00" and reasons = "A timber lorry lies across the ford. It is being pulled aside; the stretcher can be carried past it if need be." on the ground "the road is blocked"

At 2026-05-22 02:52
  passing.checkpoint takes pass as fiora.castene

At 2026-05-22 05:05
  receiving.medic takes arrive

At 2026-05-26 10:00
  receiving.medic takes inform with told = "She was told what was noted, who read it, and when it is destroyed. The girl weighs 2,900 grams."
  state is arrived
