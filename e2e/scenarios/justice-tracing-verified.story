Story: A ledger is shared when two analysts agree, and late
Given ../../models/justice.md
Case tracing between asking arland and asked caldera

At 2026-03-02 10:00
  asking.asset-office takes ask
At 2026-03-09 10:01
  clock tracing has lapsed
  asked.asset-office takes analyse as one
  asking.asset-office sees assessment_proportionality, facts, offence
  asked.asset-office is refused verify as one because same-person (Article 14)
  asked.asset-office takes verify as two
  effects: opens freezing
  asked.judge takes defer
  asking.asset-office takes tell
  state is told
