Story: A roof over the bridge for those who wait
Given ../../../models/border.md
Case works between buying arland and other belmark and keeping secretariat

At 2026-06-02 09:00
  buying.liaison takes announce with works = "A roof of 60 metres over the footway of the bridge, with benches and a tap."

At 2026-06-26 11:00
  buying.liaison takes note-offer with firm = "Carpenters' guild of Quell" and price = {"currency": "XTS", "value": "286500.00"} and equal = false and trusted = false

At 2026-07-06 10:00
  buying.liaison takes award with reasons = "The lowest of four offers, in larch, and ready before the winter."

At 2026-11-16 10:00
  keeping.secretary takes send-back with reasons = "The benches stand where they were drawn and not where people wait, and the tap freezes."

At 2027-06-14 10:00
  keeping.secretary takes accept with accepted = "Roof, eleven benches and the tap, walked over on 10 June in the rain by both liaison officers." and reasons = "As announced, and the benches were moved. The tap ran through the frost of February."

At 2027-08-30 10:00
  keeping.secretary takes release with price = {"currency": "XTS", "value": "286500.00"}
  state is released
