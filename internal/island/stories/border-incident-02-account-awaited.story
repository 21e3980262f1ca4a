Story: A car, a barrier, and an account that is awaited
Given ../../../models/border.md
Case incident between reporting belmark and other arland and watching ombuds

At 2027-08-31 16:45
  reporting.liaison takes report with place = [-22.38, -31.02] and time = "2027-08-31T14:05:00+02:00" and account = "A patrol car from the west bank drove through the lowered barrier and stopped twelve metres beyond the middle of the bridge. A porter sprang aside and bruised his hip."
  clock account ends 2027-09-03 16:45
  state is reported
