Story: A refusal is proposed, and a second officer has two hours
Given ../../../models/border.md
Case entry between deciding arland and aid ombuds and court court

At 2027-09-01 08:35
  deciding.supervisor takes propose with person = "Joris Hallman" and document = "B55120946" and cause = "A ban until 30 September 2027, which a court at Varnholm set after an assault. He says that it was lifted in July and that he has the letter at home." and accompanied = true on the ground "ban on entry in force"
  clock second-officer ends 2027-09-01 10:35
  state is proposed
