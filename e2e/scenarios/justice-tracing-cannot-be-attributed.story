Story: What cannot be attributed is destroyed
Given ../../models/justice.md
Case tracing between asking arland and asked caldera

At 2026-03-02 10:00
  asking.asset-office takes ask
  asked.asset-office takes analyse as one
  asked.asset-office takes doubt as two
  state is nothing
  destroyed: holder, ledger
  asking.asset-office sees assessment_proportionality, facts, offence, reasons
