Story: The best offer has it, whoever is trusted
Given ../../models/border.md
Case works between buying belmark and other arland and keeping secretariat

At 2026-03-02 09:00
  buying.liaison takes announce
  buying.liaison takes note-offer with equal = false and trusted = false
  buying.liaison is refused award-preferred because condition-unmet (Article 23)
  buying.liaison is refused award with reasons = null because reasons-missing (Article 23)
  buying.liaison takes award
  state is awarded
