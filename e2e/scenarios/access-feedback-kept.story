Story: A person speaks and wishes that it goes no further
Given ../../models/access.md
Case feedback between hearing ombuds and delivering lantern and planning secretariat

At 2026-03-02 08:00
  hearing.listener takes hear
  hearing.listener takes keep
  state is kept
  delivering.caseworker sees nothing
  hearing.listener takes bring
