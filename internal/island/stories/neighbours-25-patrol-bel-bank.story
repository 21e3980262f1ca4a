Story: A patrol of both along the North Road, and minutes of both
Given ../../../models/neighbours.md
Case patrol between scheduling arland and joining belmark and neutral secretariat

At 2026-04-14 08:30
  scheduling.commander takes schedule with kind = "joint patrol" and aim = "To see whether the marks at the old ferry still stand after the winter, and to be seen together." and route = [[-23.12, -30.98], [-23.04, -30.9673], [-22.9591, -30.9675], [-22.881, -30.9454], [-22.8, -30.94], [-22.6935, -30.9541], [-22.5863, -30.9607], [-22.4808, -30.9823], [-22.38, -31.02]] and starts_at = "2026-04-17T06:00:00Z" and ends_at = "2026-04-17T14:00:00Z"
At 2026-04-15 09:00
  joining.commander takes clear
At 2026-04-16 09:00
  scheduling.commander takes name-team with members = ["Leif Brask", "Corporal Stian Moe"]
  joining.commander takes name-team with members = ["Bruno Harz", "Corporal Ida Fehr"]
  neutral.joint-commander takes add-neutral with neutral_member = "Anders Kole"
At 2026-04-17 08:00
  scheduling.commander takes start
  joining.commander takes start
At 2026-04-17 15:40
  scheduling.commander takes return
At 2026-04-20 10:00
  scheduling.commander takes agree-minutes with minutes = "Five marks stand, two lie in the water. A farmer asked when she may drive her cows to the island again: both commanders write to their Border officers."
  joining.commander takes agree-minutes with minutes = "Five marks stand, two lie in the water. A farmer asked when she may drive her cows to the island again: both commanders write to their Border officers."
At 2026-04-21 09:00
  scheduling.commander takes tell-members
  state is reported
