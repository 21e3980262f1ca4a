Story: Nothing was found
Given ../../models/justice.md
Case tracing between asking belmark and asked arland

At 2026-03-02 10:00
  asking.asset-office takes ask
  asked.asset-office takes find-nothing
  state is nothing
