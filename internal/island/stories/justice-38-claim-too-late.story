Story: Already paid by an insurer: rejected twice
Given ../../../models/justice.md
Case claim between claiming secretariat and holding caldera

At 2026-09-14 10:00
  claiming.victims-counsel takes bring with confiscation = "XA-C-2026-003" and capacity = "another person with a right" and claimant = "Roofers' Mutual of Tavel" and claim = "The mutual paid four members for their loss and asks for it back." and claimed = {"currency": "EUR", "value": "17200.00"}
At 2026-10-12 10:00
  holding.judge takes hear as violeta.panzur with hearing = "The mutual says that it paid from a fund that members may draw on once." and reasons = "Papers of the fund were read."
At 2026-10-20 11:00
  holding.judge takes reject as violeta.panzur with reasons = "Who insured against a loss did not suffer it." on the ground "neither victim nor owner"
At 2026-10-22 10:00
  claiming.victims-counsel takes tell with told = "That the claim was rejected, and that a second judge will be asked."
  claiming.victims-counsel takes appeal with appeal = "The four members got only half."
At 2026-11-16 14:00
  holding.judge takes reject-anew as elio.marcant with reasons = "The four brought claims of their own for the other half and got it." on the ground "already compensated"
  state is rejected-finally
