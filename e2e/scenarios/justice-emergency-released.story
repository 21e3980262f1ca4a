Story: The judge lets the data be used, and defers telling the person
Given ../../models/justice.md
Case emergency-evidence between ordering caldera and addressed belmark

At 2026-03-02 10:00
  ordering.prosecutor takes order
  addressed.provider takes deliver
  ordering.validating-judge takes validate-delivered
  addressed.judge takes release
  addressed.judge takes defer
  state is usable
