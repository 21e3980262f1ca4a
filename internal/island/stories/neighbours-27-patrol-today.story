Story: A patrol for tomorrow is cleared and lacks its neutral member
Given ../../../models/neighbours.md
Case patrol between scheduling belmark and joining arland and neutral secretariat

At 2027-08-30 10:00
  scheduling.commander takes schedule with kind = "joint patrol" and aim = "To accompany the cattle drive from the summer pastures, so that nobody is stopped twice." and route = [[-22.66, -31.16], [-22.6579, -31.2018], [-22.6536, -31.2434], [-22.6296, -31.2786], [-22.62, -31.32], [-22.5893, -31.3443], [-22.5569, -31.3663], [-22.5283, -31.393], [-22.5, -31.42]] and starts_at = "2027-09-02T04:00:00Z" and ends_at = "2027-09-02T16:00:00Z"
At 2027-08-31 15:00
  joining.commander takes clear
At 2027-09-01 08:10
  joining.commander takes name-team with members = ["Leif Brask", "Sergeant Runar Eide"]
  state is cleared
