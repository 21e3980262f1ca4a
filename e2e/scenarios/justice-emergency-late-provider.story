Story: A provider that is late owes its reasons
Given ../../models/justice.md
Case emergency-evidence between ordering belmark and addressed arland

At 2026-03-02 10:00
  ordering.prosecutor takes order
  ordering.validating-judge takes validate
At 2026-03-02 18:01
  addressed.provider takes explain
  clock delivery ends 2026-03-03 02:00
At 2026-03-03 02:01
  clock delivery has lapsed
  addressed.provider takes deliver-validated
  state is validated
