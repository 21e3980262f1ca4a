Story: A labour inspector finds nothing, and says so
Given ../../models/border.md
Case inspection between inspecting belmark

At 2026-07-20 07:00
  inspecting.labour-inspector takes inspect
  inspecting.labour-inspector takes find-nothing
  state is nothing-found
