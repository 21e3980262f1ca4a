Story: The unanswered pause is answered once it is called an obstruction
Given ../../../models/access.md
Case obstruction between logging waterbearers and raising secretariat and answering highland-council and inquiring court

At 2026-09-11 09:45
  raising.coordinator takes log with kind = "people are kept from services" and road = "Ridge Road, between the water point and the last stop" and affected = 2100 and what = "A pause for laying pipe was proposed on 31 August and has had no answer."

At 2026-09-11 10:00
  raising.coordinator takes raise with mend = "Say which three days would do."

At 2026-09-14 09:00
  answering.liaison takes answer with answer = "The paper lay with a man who was ill. Take the twenty-first to the twenty-third."

At 2026-09-24 12:00
  logging.liaison takes resolve
  state is resolved
