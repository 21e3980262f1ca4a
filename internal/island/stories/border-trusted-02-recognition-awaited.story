Story: A grower of apples is trusted by one and waits for the other
Given ../../../models/border.md
Case trusted between applying arland and recognising belmark

At 2027-07-05 09:30
  applying.traders-desk takes apply with number = "AR-T-0178" and kind = "trader" and applicant = "Ragna Solberg" and premises = "Packing house at Tavel, North Road 7"

At 2027-08-12 10:15
  applying.customs takes validate as kai.berg with reasons = "Books and packing house were inspected on 2 August. Nothing was found in four years of consignments."

At 2027-08-13 09:00
  applying.traders-desk takes tell with told = "That Arland trusts her, that Belmark has until 11 September to say the same, and that its silence is no refusal."
  clock recognition ends 2027-09-11 10:15
  state is validated
