Story: A request that is open on New Year's Day goes on under the text that then comes into force
Given texts/records-1.md
Amended by texts/records-2.md
Case request between asking arland and asked belmark

At 2026-12-20 10:00
  asking.prosecutor takes ask with pages = 300
  clock decision ends 2027-01-19 10:00
  asked.judge may enquire, grant, refuse
  role.registrar sees nothing
At 2026-12-31 23:59:59
  state is asked
  asked.judge is refused confirm because no-such-step
# From midnight in Paris the case is under the new text: twenty days in place of thirty, from when the time began.
At 2027-01-01 00:00
  state is received
  clock decision ends 2027-01-09 10:00
  clock receipt ends 2027-01-06 00:00
  role.registrar sees pages
  asked.judge is refused grant because condition-unmet (Article 2)
  asked.judge takes confirm
  clock receipt has stopped
At 2027-01-09 10:01
  state is lapsed
