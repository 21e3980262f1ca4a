Story: An allegation is inadmissible on a ground of the list
Given ../../models/common/reference.md
Case breach between alleging belmark and answering arland and deciding court

At 2026-05-04 09:00
  alleging.liaison takes allege
  deciding.president is refused declare-inadmissible on the ground "unfriendly" because ground-unknown (Article 8)
  deciding.president takes declare-inadmissible on the ground "no facts stated"
  state is inadmissible
