Story: What does not stand in the manifest is set aside, goes back and is never kept
Given ../../models/access.md
Case cargo between sending lantern and inspecting secretariat and watching arland

At 2026-03-02 08:00
  sending.leader takes seal
  inspecting.inspector takes inspect as ada with found = "something else is in it"
  inspecting.inspector is refused clear as ben because condition-unmet (Article 8)
  inspecting.inspector is refused set-aside as ada because same-person (Article 8)
  inspecting.inspector takes set-aside as ben with aside = "two boxes of radios"
  clock aside ends 2026-03-09 08:00
  watching.checkpoint may nothing
After P7D
  inspecting.inspector may let-on, send-back
After PT1S
  clock aside has lapsed
  state is sent-back
