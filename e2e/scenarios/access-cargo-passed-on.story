Story: The inspector lets cargo go on under seal before the time has run
Given ../../models/access.md
Case cargo between sending waterbearers and inspecting secretariat and watching highland-council

At 2026-03-02 08:00
  sending.leader takes seal
  inspecting.inspector takes pass-on
  state is under-seal
