Story: The validating judge declines, and the data are destroyed at once
Given ../../models/justice.md
Case emergency-evidence between ordering caldera and addressed belmark

At 2026-03-02 10:00
  ordering.prosecutor takes order
  addressed.provider takes deliver
  ordering.prosecutor is refused decline-validation because wrong-role (Article 11)
  ordering.validating-judge takes decline-validation
  state is not-validated
  destroyed: data
