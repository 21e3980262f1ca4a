Story: A worker complains, is punished for it, is protected and answered, and the employers' desk never knows
Given ../../models/border.md
Case worker-complaint between aid ombuds and inspecting arland

At 2026-07-01 21:00
  inspecting.labour-inspector is refused file because wrong-side (Article 18)
  aid.workers-adviser takes file with may_be_named = false
  inspecting.employers-desk may nothing
  inspecting.employers-desk sees nothing
  inspecting.labour-inspector sees grievance, may_be_named, workplace
  clock admission ends 2026-07-11 21:00
After P11D
  clock admission has lapsed
  inspecting.labour-inspector is refused dismiss on the ground "the employer denies it" because ground-unknown (Article 18)
  inspecting.labour-inspector takes admit
  clock inspection ends 2026-08-01 21:00
After P2D
  aid.workers-adviser takes say-punished
  clock protection ends 2026-07-17 21:00
After P4D
  clock protection has lapsed
  inspecting.labour-inspector takes protect with protection = "Lodging elsewhere, wages secured."
  clock inspection ends 2026-08-07 21:00
After P21D
  clock inspection has lapsed
  inspecting.labour-inspector takes answer
  aid.workers-adviser takes tell
  state is answered
  inspecting.employers-desk sees nothing
