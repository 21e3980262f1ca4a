Story: A worker agrees to be named, and the complaint is dismissed
Given ../../models/border.md
Case worker-complaint between aid ombuds and inspecting belmark

At 2026-07-01 21:00
  aid.workers-adviser takes file with may_be_named = true
  inspecting.labour-inspector sees grievance, may_be_named, worker, workplace
  inspecting.labour-inspector takes dismiss on the ground "not about work"
  state is dismissed
