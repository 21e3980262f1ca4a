Story: A barrier at the ford: asked, asked again, inquired into, attributed, and made a breach
Given ../../../models/access.md
Case obstruction between logging lantern and raising secretariat and answering caldera and inquiring court

At 2026-10-12 14:00
  logging.leader takes log with kind = "movement within the country" and road = "Harbour Road, before South Ford" and affected = 3400 and what = "Since Friday a barrier stands before the ford. The guards ask for a stamp that nobody gives."

At 2026-10-15 10:00
  clock raising has lapsed
  raising.coordinator takes raise with mend = "Take the barrier away between seven and nineteen, or say which office gives the stamp."

At 2026-10-19 10:00
  clock answer has lapsed
  logging.liaison takes propose-inquiry with reasons = "A week, two requests, no answer, and flour that gets damp."

At 2026-10-28 10:00
  answering.liaison takes consent-to-inquiry

At 2026-11-20 10:00
  inquiring.inquirer takes attribute as idris.vane with finding = "The barrier was put there by the customs of the district of Castrel, on an order of 9 October that was never published." and reasons = "The order hangs in the hut. The ministry says that it learnt of it from us."

At 2026-12-04 10:01
  clock mending has lapsed
  state is unmended

At 2026-12-07 10:00
  logging.liaison takes take-up
  effects: opens breach
  state is breach
