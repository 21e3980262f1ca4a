Story: Hours of waiting without a reason
Given ../../../models/border.md
Case complaint between filing secretariat and concerned arland and oversight ombuds and appeal court

At 2027-08-25 15:20
  filing.filing-officer takes file with complainant = "Gustav Hollmer" and representative = null and reached = "By telephone, +999 555 0133" and told_in = "word of mouth" and language = "Belmarkish" and named = true and grievance = "On 21 August my wife and I stood at Northgate from ten until half past two. Others passed. Nobody told us why, and my wife is diabetic." and matter = "Two travellers waited four and a half hours without being given a reason." and asks = "reasons"
  clock admissibility ends 2027-09-08 15:20
  state is filed
