Story: For a child without family the guardian speaks, and consent is taken back in time
Given ../../models/access.md
Case evacuation between asking lantern and hearing ombuds and coordinating secretariat and leaving caldera and entering arland

At 2026-03-02 08:00
  asking.caseworker is refused request-for-child on the ground "a better life" because ground-unknown (Article 10)
  asking.caseworker takes request-for-child on the ground "health or medical treatment"
  hearing.advocate is refused consent because wrong-state (Article 10)
  hearing.advocate is refused consent-for-child because wrong-role (Article 10)
  hearing.guardian is refused consent-for-child with reasons = null because reasons-missing (Article 10)
  hearing.guardian takes consent-for-child
  coordinating.coordinator takes announce
  hearing.guardian takes decline
  state is stays
