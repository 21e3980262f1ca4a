Story: A woman recovers for as long as the text gives her, and nobody asks anything of her
Given ../../models/border.md
Case victim between caring arland and aid ombuds

At 2026-09-01 20:00
  caring.officer takes indicate as first
  caring.officer is refused identify because wrong-role (Article 14)
  clock identification ends 2026-09-11 20:00
After P1D
  caring.case-worker takes identify as second
  clock recovery ends 2026-10-02 20:00
  caring.case-worker takes tell
  caring.case-worker takes shelter with shelter = "House by the mill"
  aid.counsel sees child, found_at, person, reasons, shelter, signs, told
  caring.labour-inspector sees nothing
  caring.labour-inspector may nothing
  caring.case-worker is refused end-early because wrong-side (Article 14)
After P20D
  aid.counsel takes prolong
  clock recovery ends 2026-11-01 20:00
At 2026-11-01 20:00
  state is recovery
After PT1S
  state is reflected
  clock recovery has lapsed
  clock assistance ends 2026-11-02 20:00:00
  aid.counsel takes decide with decision = "I do not want to speak with the police."
After P2D
  clock assistance has lapsed
  caring.case-worker takes assist
  aid.counsel takes conclude
  state is concluded
