Story: A judge objects before anybody validated, and the data are destroyed at once
Given ../../models/justice.md
Case emergency-evidence between ordering arland and addressed caldera

At 2026-03-02 10:00
  ordering.prosecutor takes order
  addressed.provider takes deliver
  addressed.judge is refused object on the ground "unfriendly" because ground-unknown (Article 11)
  addressed.judge takes object on the ground "no emergency"
  state is destroyed
  destroyed: data
