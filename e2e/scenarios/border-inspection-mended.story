Story: An inspection like any other, and what was found is mended late
Given ../../models/border.md
Case inspection between inspecting arland

At 2026-07-20 07:00
  inspecting.labour-inspector is refused inspect with occasion = "complaint" because field-invalid (Article 18)
  inspecting.labour-inspector takes inspect as first
  inspecting.employers-desk sees occasion, place
  inspecting.labour-inspector takes require as first with wages = {"currency": "XTS", "value": "2400.00"}
  clock mending ends 2026-08-19 07:00
After P30D
  inspecting.employers-desk may mend
After PT1S
  state is unmended
  clock mending has lapsed
  inspecting.labour-inspector is refused penalise as second because wrong-state (Article 18)
  inspecting.employers-desk takes mend
  state is mended
