Story: Nobody considers an alternative, and the person is free
Given ../../models/border.md
Case detention between detaining arland and aid ombuds and court court

At 2026-10-05 10:00
  detaining.officer takes propose
After PT6H
  state is proposed
After PT1S
  state is free
  clock consideration has lapsed
  detaining.supervisor is refused consider because clock-lapsed (Article 15)
