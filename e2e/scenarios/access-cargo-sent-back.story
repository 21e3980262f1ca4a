Story: What was set aside is sent back; another cargo is let go on under seal before its time
Given ../../models/access.md
Case cargo between sending waterbearers and inspecting secretariat and watching caldera

At 2026-03-02 08:00
  sending.leader takes seal
  inspecting.inspector may inspect, pass-on
  watching.checkpoint is refused pass-on because wrong-side (Article 8)
  inspecting.inspector takes inspect as ada with found = "something else is in it"
  inspecting.inspector takes set-aside as ben
  inspecting.inspector is refused send-back as ada because same-person (Article 8)
  inspecting.inspector takes send-back as ben
  state is sent-back
