Story: The text is renewed by consent, and never by silence
Given ../../models/common/reference.md
Case review between depositary-side secretariat and moving belmark

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
  role.liaison takes consent
  depositary-side.depositary-officer is refused renew because wrong-state (Article 12)
After P61D
  clock consent has lapsed
  state is ascertaining
  depositary-side.depositary-officer takes renew
  effects: renews 1
  state is renewed
