Story: Between equal offers of firms that are not trusted the lot decides
Given ../../models/border.md
Case works between buying belmark and other arland and keeping secretariat

At 2026-03-02 09:00
  buying.liaison takes announce
  buying.liaison takes note-offer with equal = true and trusted = false
  buying.liaison is refused award-preferred because condition-unmet (Article 23)
  buying.liaison takes award-by-lot
  state is awarded
