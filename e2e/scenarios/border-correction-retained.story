Story: The holder keeps an entry, and says why
Given ../../models/border.md
Case correction between asking belmark and holding arland

At 2026-06-01 14:00
  asking.supervisor takes ask
After P3D
  holding.registrar is refused retain with reasons = null because reasons-missing (Article 6)
  asking.supervisor is refused correct because wrong-side (Article 6)
  holding.registrar takes retain
  state is retained
