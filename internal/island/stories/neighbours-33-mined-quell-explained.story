Story: Below Quell the year was too short, and the reasons are given
Given ../../../models/neighbours.md
Case mined-area between clearing belmark and accepting arland and neutral secretariat

At 2026-04-07 10:00
  clearing.demining-officer takes suspect as bruno.harz with name = "Below Quell, quarry slope" and area = [[[-22.3044, -31.16], [-22.3083, -31.1516], [-22.3175, -31.148], [-22.3283, -31.1477], [-22.3335, -31.1558], [-22.3332, -31.1641], [-22.3304, -31.1754], [-22.3172, -31.1738], [-22.3084, -31.1683], [-22.3044, -31.16]]] and suspicion = "Maps of 1994 that a widow brought to the town hall."
At 2026-04-24 12:00
  clearing.demining-officer takes mark as bruno.harz with marked = "A fence of stakes and tape; signs in three languages and one with a picture only."
At 2026-08-12 09:30
  clearing.demining-officer takes survey as wanda.kolb with survey = "A slope of 5.4 hectares with mines under rock that slides."
At 2027-08-16 10:00
  clearing.demining-officer takes explain as wanda.kolb with reasons = "The slope slid on 4 April and buried the cleared third. Engineers hold it with nets first; clearing goes on in October."
  state is surveyed
