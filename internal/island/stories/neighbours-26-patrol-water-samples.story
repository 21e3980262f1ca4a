Story: Water is measured below the tannery, and the minutes differ
Given ../../../models/neighbours.md
Case patrol between scheduling caldera and joining belmark and neutral secretariat

At 2027-05-10 09:00
  scheduling.commander takes schedule with kind = "environmental surveillance" and aim = "Samples of the stream that both banks drink from, after dead fish were seen at South Ford." and route = [[-22.5, -31.42], [-22.4424, -31.4725], [-22.3916, -31.5316], [-22.3454, -31.5957], [-22.28, -31.64], [-22.2184, -31.6677], [-22.1513, -31.6758], [-22.0876, -31.6985], [-22.02, -31.7]] and starts_at = "2027-05-14T06:00:00Z" and ends_at = "2027-05-14T13:00:00Z"
At 2027-05-11 11:00
  joining.commander takes clear
At 2027-05-13 09:00
  scheduling.commander takes start
  joining.commander takes start
At 2027-05-14 14:30
  joining.commander takes measure with measured = "Chromium 0.09 mg per litre below the tannery at Karsh, 0.01 above it; oxygen 4.1 mg per litre." and beyond = true
  joining.commander takes return
At 2027-05-24 10:00
  state is minutes-apart
  scheduling.commander takes own-minutes with minutes_own = "The samples were taken after rain. Caldera asks that they be taken again in a dry week."
  joining.commander takes own-minutes with minutes_own = "Three samples at three places show the same. The tannery should stop letting out at night."
At 2027-05-26 14:00
  neutral.joint-commander takes close
At 2027-05-27 09:00
  joining.commander takes tell-members
  state is reported
