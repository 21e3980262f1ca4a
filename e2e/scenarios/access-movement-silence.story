Story: Nobody answers: silence is not consent, and the organisation decides for itself, by a second person
Given ../../models/access.md
Case movement between moving lantern and coordinating secretariat and near arland and far highland-council

At 2026-03-02 08:00
  moving.leader takes lodge as ada
  coordinating.coordinator takes release
  near.liaison takes receive
  far.liaison takes receive
After PT48H
  state is received
After PT1S
  clock notice has lapsed
  state is unanswered
  near.liaison is refused object because clock-lapsed (Article 7)
  moving.leader is refused set-out because wrong-state (Article 7)
  moving.leader may nothing
  moving.liaison may call-off
  coordinating.coordinator takes ask-again
  clock second-answer ends 2026-03-04 14:00:01
  near.liaison may object, acknowledge
After PT7H
  clock second-answer has lapsed
  state is silent
  moving.leader is refused set-out because wrong-state (Article 7)
  moving.leader is refused set-out-unanswered as ada because same-person (Article 7)
  moving.leader is refused set-out-unanswered as ben with assessment_own-risk = {"need": "yes", "volunteers": "no", "verified": "yes"} because condition-unmet (Article 7)
  moving.leader is refused set-out-unanswered as ben with assessment_own-risk = {"need": "yes", "volunteers": "yes", "verified": "not known"} because condition-unmet (Article 7)
  moving.leader is refused set-out-unanswered as ben with reasons = null because reasons-missing (Article 7)
  moving.leader takes set-out-unanswered as ben
  state is under-way
