Story: An employer is heard, and a labour inspector finds nothing elsewhere
Given ../../models/border.md
Case inspection between inspecting arland

At 2026-07-20 07:00
  inspecting.labour-inspector takes inspect
  inspecting.labour-inspector takes require
After P31D
  inspecting.employers-desk takes hear
  state is heard
  inspecting.employers-desk takes mend
  state is mended
