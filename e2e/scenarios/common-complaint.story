Story: Somebody without an account complains by signs, is not named to the Party, and gets a remedy and a changed rule
Given ../../models/common/reference.md
Case complaint between filing secretariat and concerned arland and oversight ombuds and appeal court

At 2026-05-04 09:00
  concerned.liaison is refused file because wrong-side (Article 3)
  filing.filing-officer takes file with told_in = "signs" and named = false and reached = null
  concerned.liaison sees asks, matter, named
  oversight.ombudsperson is refused declare-inadmissible on the ground "in no language that we speak" because ground-unknown (Article 3)
  oversight.ombudsperson is refused declare-inadmissible with reasons = null because reasons-missing (Article 3)
  oversight.ombudsperson takes admit
  oversight.ombudsperson takes ask-to-hold
  oversight.ombudsperson takes ask-file
After P11D
  clock file has lapsed
  state is admissible
  oversight.ombudsperson takes uphold with remedy = "apology"
  filing.filing-officer takes tell
After P31D
  clock remedy has lapsed
  state is upheld
  concerned.liaison takes carry-out
  concerned.liaison is refused ascertain because wrong-side (Article 3)
  oversight.ombudsperson takes send-back with reasons = "Nobody has apologised."
  concerned.liaison takes carry-out
  oversight.ombudsperson takes ascertain
  oversight.ombudsperson takes recommend
After P91D
  clock policy has lapsed
  concerned.liaison takes answer-policy
  state is answered
After P2Y1D
  destroyed: asks, complainant, done, grievance, hold, language, matter, named, order, policy, policy_answer, reasons, remedy, told, told_in
