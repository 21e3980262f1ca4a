Story: What was set aside goes on after all, by the second inspector
Given ../../models/access.md
Case cargo between sending lantern and inspecting secretariat and watching arland

At 2026-03-02 08:00
  sending.leader takes seal
  inspecting.inspector takes inspect as ada with found = "something else is in it"
  inspecting.inspector takes set-aside as ben
  inspecting.inspector is refused let-on as ada because same-person (Article 8)
  inspecting.inspector takes let-on as ben
  state is cleared
