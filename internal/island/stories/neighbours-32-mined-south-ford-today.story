Story: South Ford is cleared and checked, and waits to be accepted
Given ../../../models/neighbours.md
Case mined-area between clearing caldera and accepting arland and neutral secretariat

At 2026-09-14 09:00
  clearing.demining-officer takes suspect as gaspar.toledan with name = "South Ford, lower crossing" and area = [[[-22.5459, -31.92], [-22.5476, -31.9111], [-22.5575, -31.9077], [-22.5698, -31.9055], [-22.5806, -31.9136], [-22.5788, -31.9258], [-22.5708, -31.9359], [-22.5569, -31.9348], [-22.5465, -31.9297], [-22.5459, -31.92]]] and suspicion = "A tractor lost a wheel in August; two more fuses were washed out by the flood."
At 2026-09-28 14:00
  clearing.demining-officer takes mark as gaspar.toledan with marked = "A rope with flags on both banks, and a guard in the hours when children go to school."
At 2027-01-19 10:00
  clearing.demining-officer takes survey as isaura.menche with survey = "Nineteen signals in the gravel, nine of them mines that the water has moved."
At 2027-06-22 15:30
  clearing.demining-officer takes clear as gaspar.toledan with cleared = "Eleven mines were lifted at low water, two more than surveyed."
At 2027-08-18 11:00
  clearing.demining-officer takes check as isaura.menche with check = "The gravel was searched again down to the clay. The upper bend must be searched once more after each flood."
  state is checked
