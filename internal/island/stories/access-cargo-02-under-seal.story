Story: Nobody inspects in six hours, and the cargo goes on under seal
Given ../../../models/access.md
Case cargo between sending waterbearers and inspecting secretariat and watching arland

At 2026-07-17 09:00
  sending.leader takes seal with consignment = "WB-C-0093" and manifest = "900 metres of pipe, two pumps, joints and lime" and seals = ["SL-60311"] and weight = {"unit": "kg", "value": "5200"}

At 2026-07-17 15:01
  clock clearance has lapsed
  state is under-seal
