Story: Nothing is mended, nobody is heard in time, and another inspector imposes a penalty
Given ../../models/border.md
Case inspection between inspecting arland

At 2026-07-20 07:00
  inspecting.labour-inspector takes inspect as first
  inspecting.labour-inspector takes require as first
After P31D
  state is unmended
At 2026-08-29 07:00:01
  state is heard
  clock hearing has lapsed
  inspecting.labour-inspector is refused penalise as first because same-person (Article 18)
  inspecting.labour-inspector takes penalise as second
  state is penalised
