Story: No explanation in 48 hours, a meeting that another State joins, and one of all
Given ../../docs/examples/vienna-document.md
Case unusual-activity between asking arland and replying belmark and joining caldera and convening centre

At 2026-02-09 18:00
  asking.verification-centre is refused ask because wrong-role (Article 3)
  asking.delegation takes ask
  clock reply ends 2026-02-11 18:00
  joining.delegation sees activity, cause, questions
  asking.delegation may nothing

# The last instant is still in time.
After PT48H
  replying.delegation may reply
  asking.delegation is refused ask-meeting because wrong-state (Article 3)
After PT1S
  state is unanswered
  replying.delegation is refused reply because clock-lapsed (Article 3)
  replying.delegation may reply-after-all
  asking.delegation takes ask-meeting
  clock meeting ends 2026-02-13 18:00:01
  joining.delegation is refused join because wrong-state (Article 3)

After PT24H
  asking.delegation is refused ask-others because wrong-side (Article 3)
  replying.delegation takes ask-others
  joining.delegation takes join
  clock meeting ends 2026-02-13 18:00:01

After PT20H
  asking.delegation takes meet
  state is others-asked
  asking.delegation is refused meet because quorum-twice (Article 3)
  replying.delegation takes meet
  state is met
  replying.delegation takes report-alone with single_report = "No other State need be concerned."
  state is reported
  joining.delegation sees activity, cause, questions, single_report
  asking.delegation may close, ask-all
  asking.delegation takes ask-all
  clock meeting-of-all ends 2026-02-15 14:00:01
  convening.duty-officer may nothing

# The duty to convene outlives its time.
After P3D
  clock meeting-of-all has lapsed
  state is all-asked
  convening.chair takes convene
  convening.chair takes recommend
  state is closed
