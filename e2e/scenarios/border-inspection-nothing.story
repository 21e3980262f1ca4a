Story: An inspection that finds nothing ends by itself
Given ../../models/border.md
Case inspection between inspecting belmark

At 2026-07-20 07:00
  inspecting.labour-inspector takes inspect
After P20D
  state is begun
After PT1S
  state is nothing-found
  clock inspection has lapsed
