Story: Does a day end at midnight of the island or of the ship?
Given ../../../models/neighbours.md
Case discrepancy between noting free-city and differing belmark and deciding court

At 2026-12-08 10:00
  noting.liaison takes note with article = "4" and difference = "The prose counts days of the island; Belmark's notice counted from ship's time, an hour earlier."
At 2026-12-21 14:00
  noting.liaison takes settle with reading = "Days of this text begin and end at midnight of the island, at sea as on land."
  differing.liaison takes settle with reading = "Days of this text begin and end at midnight of the island, at sea as on land."
  state is settled
