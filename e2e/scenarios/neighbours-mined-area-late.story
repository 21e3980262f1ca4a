Story: Everything is late, and still owed
Given ../../models/neighbours.md
Case mined-area between clearing belmark and accepting caldera and neutral secretariat

At 2026-04-01 08:00
  clearing.demining-officer takes suspect
After P31D
  clock marking has lapsed
  clearing.demining-officer takes mark
After P181D
  clock surveying has lapsed
  clearing.demining-officer takes survey
After P13M
  clock clearing runs
  clearing.demining-officer takes explain with reasons = "The ground was flooded."
  clearing.demining-officer takes clear as ada
After P61D
  clock checking has lapsed
  clearing.demining-officer takes check as ben
After P61D
  clock acceptance has lapsed
  state is checked
  accepting.demining-officer takes accept
After P31D
  clock giving-back has lapsed
  neutral.filing-officer takes hear
  clearing.demining-officer takes give-back
  state is given-back
