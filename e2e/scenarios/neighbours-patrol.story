Story: A joint patrol is cleared, goes with a mixed team, and agrees on minutes
Given ../../models/neighbours.md
Case patrol between scheduling arland and joining belmark and neutral secretariat

At 2026-06-01 09:00
  scheduling.commander is refused schedule with assessment_harm = {"known": "yes", "coarser": "no"} because condition-unmet (Article 6)
  scheduling.commander takes schedule with kind = "joint patrol"
  joining.commander sees aim, assessment_harm, ends_at, kind, route, starts_at
  joining.liaison sees nothing
  joining.commander takes clear
  scheduling.commander takes name-team
  joining.commander takes name-team
  neutral.joint-commander takes add-neutral
  scheduling.commander takes start
  state is cleared
  scheduling.commander is refused start because quorum-twice (Article 8)
  joining.commander takes start
  state is under-way
  scheduling.commander is refused measure because condition-unmet (Article 8)
After P2D
  joining.commander takes return
  scheduling.commander takes agree-minutes
  joining.commander takes agree-minutes
  state is reported
  joining.liaison sees aim, kind, minutes, route
  scheduling.commander takes tell-members
After P29D
  joining.commander sees aim, assessment_harm, ends_at, kind, members, minutes, neutral_member, starts_at
