Story: A challenge is withdrawn by who brought it, and by nobody else
Given ../../models/justice.md
Case challenge between defence secretariat and deciding caldera

At 2026-03-02 10:00
  defence.counsel takes lodge
  deciding.prosecutor is refused withdraw because wrong-side (Article 5)
  defence.person takes withdraw
  state is withdrawn
