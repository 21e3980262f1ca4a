Story: She was found long ago, and is stopped all the same
Given ../../../models/border.md
Case correction between asking arland and holding belmark

At 2027-08-30 14:20
  asking.supervisor takes ask with register = "watch list" and number = "B44810632" and issuing_state = "XB" and error = "The person sought was found on 2 August and came home; the newspaper at Quell wrote of it. She was stopped here twice since."
  clock correction ends 2027-09-06 14:20
  state is asked
