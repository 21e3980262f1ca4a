Story: A broken seal, one opening, and nothing but blankets
Given ../../../models/access.md
Case cargo between sending lantern and inspecting secretariat and watching highland-council

At 2026-04-09 08:00
  sending.leader takes seal with consignment = "LR-C-0207" and manifest = "1,200 blankets, 300 stoves, 40 drums of lamp oil" and seals = ["SL-55107", "SL-55108"] and weight = {"unit": "kg", "value": "9400"}

At 2026-04-09 09:10
  watching.checkpoint takes ask-opening with opened = "The second lorry, door on the left" and reasons = "Seal SL-55108 hangs on one thread. It may have been the road; we want to see it with our own eyes." on the ground "a seal is broken"

At 2026-04-09 10:30
  inspecting.inspector takes open-and-inspect as ruth.amadi with found = "as in the manifest"

At 2026-04-09 11:15
  inspecting.inspector takes clear as ivan.teller
  state is cleared
