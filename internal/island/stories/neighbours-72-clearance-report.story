Story: Belmark says what it cleared in 2026 and who was hurt
Given ../../../models/neighbours.md
Case clearance-report between reporting belmark

At 2027-03-16 11:00
  reporting.demining-officer takes report as wanda.kolb with year = 2026 and areas = "One: the quarry slope below Quell, 5.4 hectares." and cleared = "Nothing was given back in 2026; the survey was finished." and destroyed = 4 and kept = "Twelve without fuses, for the training of dogs." and hurt = 1 and warning = "Signs with a picture, a lesson in each school, and a call on the radio after each landslide."
  state is reported
