Story: An inspection that takes too long does not hold relief up
Given ../../models/access.md
Case cargo between sending waterbearers and inspecting secretariat and watching caldera

At 2026-03-02 08:00
  sending.leader takes seal
  watching.checkpoint takes ask-opening on the ground "the weight is another"
# It may stand still for four hours; then its six hours go on by themselves.
After PT10H
  state is opening
After PT1S
  clock clearance has lapsed
  state is under-seal
