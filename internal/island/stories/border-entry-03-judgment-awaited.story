Story: A refusal is appealed, and the judge has a week
Given ../../../models/border.md
Case entry between deciding belmark and aid ombuds and court court

At 2027-08-30 09:10
  deciding.supervisor takes propose with person = "Agnar Solvik" and document = "A40917725" and cause = "His permit for seasonal work names a sawmill at Quell. The sawmill says that it has cancelled the contract." and accompanied = true on the ground "no visa or permit"

At 2027-08-30 10:05
  deciding.officer takes refuse as nora.kess with reasons = "Without the contract the permit opens nothing. He shows a letter of the sawmill, but it has no date."
  deciding.officer takes hand-over as nora.kess with told = "The decision in Arlandish, the ten days for an appeal, and counsel's telephone."

At 2027-08-30 16:30
  aid.counsel takes appeal with appeal = "The letter was posted on 27 August, as the envelope shows. A contract is not cancelled by telephone."
  clock judgment ends 2027-09-06 16:30
  state is appealed
