Story: The Party entered asks to stop, without reasons
Given ../../models/justice.md
Case pursuit between pursuing arland and entered belmark

At 2026-03-02 10:00
  pursuing.officer takes cross with child = false
  pursuing.officer takes call
  entered.officer takes ask-stop
  pursuing.officer is refused hold because wrong-state (Article 18)
  pursuing.officer takes stop
  state is stopped
