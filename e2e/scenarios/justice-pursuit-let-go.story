Story: A late call is accepted, and the person is let go
Given ../../models/justice.md
Case pursuit between pursuing arland and entered belmark

At 2026-03-02 10:00
  pursuing.officer takes cross with child = false
  pursuing.officer takes call-late on the ground "force-majeure"
  pursuing.officer is refused accept-late because wrong-side (Article 18)
  entered.officer takes accept-late
  pursuing.officer takes hold
  pursuing.officer takes let-go
  state is freed
