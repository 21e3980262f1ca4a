Story: The second judge affirms the award
Given ../../models/justice.md
Case restitution between asking caldera and holding arland and claiming secretariat

At 2026-03-02 10:00
  asking.prosecutor takes ask
  holding.asset-office takes pay-in
  claiming.clerk takes close-claims
  holding.judge takes hear
  holding.judge takes decide as one
  claiming.counsel takes appeal
  holding.judge takes affirm as two
  state is final
