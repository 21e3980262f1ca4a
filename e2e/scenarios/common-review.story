Story: The text is renewed by consent, and never by silence
Given ../../models/common/reference.md
Case review between depositary-side secretariat and moving belmark and second caldera

At 2026-09-02 09:00
  depositary-side.depositary-officer takes open
  role.liaison takes give-views
After P31D
  clock views has lapsed
  state is views
After P31D
  clock minutes has lapsed
  state is views
  depositary-side.depositary-officer takes minute
  moving.liaison takes propose-renewal
  moving.liaison takes consent
  state is renewal-proposed
  moving.liaison is refused consent because quorum-twice (Article 12)
  second.liaison takes consent
  state is renewal-proposed
  role.liaison takes consent
  effects: renews 1
  state is renewed
