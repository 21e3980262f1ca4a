Story: A pasture burns on both sides, and an inquiry looks for the cause
Given ../../../models/neighbours.md
Case hazardous-incident between first caldera and second arland and neutral secretariat

At 2027-07-08 15:30
  first.duty-officer takes call with happened = "2027-07-08T12:45:00Z" and kind = "fire or flood" and sector = "Pasture between Long Pass and post 1" and account_first = "A fire that began on the north side burnt eleven hectares of summer pasture and two hay barns. Nobody is hurt; forty sheep are lost." and hurt_first = 0
At 2027-07-08 16:05
  second.duty-officer takes acknowledge
At 2027-07-09 10:00
  second.duty-officer takes give-account with account_second = "Our post saw the first smoke on the south side, near the field kitchen of the frontier regiment. The wind stood from the south all day." and hurt_second = 0
At 2027-07-15 09:30
  first.liaison takes ask-inquiry
  second.liaison takes ask-inquiry
  state is inquiry
