Story: A road is seen by two who do not read each other
Given ../../../models/access.md
Case verification between ordering secretariat and verifying ombuds and going-along lantern and visited caldera

At 2026-03-20 11:00
  ordering.coordinator takes order with subject = "road" and stretch = "South Ford to Long Pass" and place = [-22.44, -31.8]

At 2026-03-23 09:30
  verifying.verifier takes see with seen = "2026-03-23T08:50:00+02:00" and mines = "marked" and first = "The ford carries 20 tonnes. Red stakes on both banks, forty metres from the track; two lie on their side."

At 2026-03-23 16:00
  going-along.liaison takes see-too with second = "Track firm. Stakes on both sides, two fallen on the east bank. Three families cross with goats."

At 2026-03-24 09:00
  ordering.coordinator takes alike

At 2026-03-25 10:00
  going-along.liaison takes inform

At 2026-03-31 09:01
  clock validity has lapsed
  state is out-of-date
