Story: Works are awarded to the trusted firm between equal offers, accepted by another, and paid
Given ../../models/border.md
Case works between buying arland and other belmark and keeping secretariat

At 2026-03-02 09:00
  buying.liaison takes announce
  buying.liaison takes note-offer with equal = true and trusted = true
  buying.liaison is refused award because condition-unmet (Article 23)
  buying.liaison takes award-preferred
  buying.liaison is refused accept because wrong-side (Article 23)
  keeping.secretary is refused release because wrong-state (Article 23)
  keeping.secretary takes send-back
  keeping.secretary takes accept
  state is accepted
  buying.liaison is refused release because wrong-side (Article 23)
  keeping.secretary takes release with price = {"currency": "XTS", "value": "75000.00"} given that fund:crossing = 100000
  effects: pays crossing
  buying.liaison takes spend with price = {"currency": "XTS", "value": "75000.00"} given that fund:crossing = 100000
  state is spent
