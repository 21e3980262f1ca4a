Story: A liaison officer serves a year at Monreva
Given ../../../models/justice.md
Case posting between sending arland and host caldera

At 2026-04-13 10:00
  sending.liaison takes propose as greta.nord with name = "Halvor Myhre" and tasks = "Letters between the registries, and coffee with whoever cannot read them"
At 2026-04-28 11:00
  host.liaison takes accept as teo.calvane with card = "LIA-2026-02"
At 2027-04-29 10:00
  state is ended
  host.liaison takes tell as teo.calvane with told = "That the year is over, with thanks, and that the card no longer counts."
  state is told
