Story: Arland gives its word on searchlights and stands alone with it
Given ../../../models/neighbours.md
Case acknowledgement between stating arland and acknowledging caldera

At 2026-10-27 09:30
  stating.liaison takes state as greta.nord with statement = "From 1 November no searchlight of Arland shines across the Pass Road after ten at night, so that people may sleep."
At 2026-11-12 09:00
  state is alone
