Story: An urgent measure that no judge upholds: what came is erased
Given ../../../models/justice.md
Case emergency-evidence between ordering belmark and addressed arland

At 2027-05-12 16:00
  ordering.prosecutor takes order with offence = "robbery" and facts = "A jeweller at Dornau was robbed at noon; one of them left his telephone." and danger = "They are armed and may shoot." and account = "telephone ending in 4471" and categories = "traffic"
At 2027-05-12 18:30
  addressed.provider takes deliver with data = "Cells of the telephone from noon to six"
At 2027-05-13 11:00
  ordering.validating-judge takes decline-validation with reasons = "They were caught at two, two hours before the order. No danger was left."
  state is not-validated
  destroyed: data
At 2027-05-25 10:00
  ordering.prosecutor takes tell with told = "That the cells of his telephone were asked for, that a judge did not uphold it, and that they are erased."
  state is told
