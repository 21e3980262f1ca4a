Story: What was found is not mended, the employer is heard, and another inspector decides
Given ../../../models/border.md
Case inspection between inspecting arland

At 2026-09-14 08:00
  inspecting.labour-inspector takes inspect with place = "Granvik farm, Tavel" and occasion = "plan of the year"

At 2026-09-14 15:30
  inspecting.labour-inspector takes require with found = "The loft is let again, to six. The ladder is the only way out." and mend = "No more sleeping in the loft; a second door for the barn." and wages = {"currency": "XTS", "value": "960.00"}

At 2026-10-14 15:31
  clock mending has lapsed
  state is unmended

At 2026-10-21 10:00
  inspecting.employers-desk takes hear with hearing = "The farmer says that the joiner was ill and that the six have gone home. He pays the wages when he has sold the apples."

At 2026-10-23 11:00
  inspecting.labour-inspector takes penalise as jens.orm with reasons = "An ill joiner does not explain a loft that was let twice. No permits for this farm in 2027, and the wages fall due now."
  state is penalised
