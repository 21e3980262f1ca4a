Story: No judge speaks in twenty-four hours, and he is free
Given ../../../models/border.md
Case detention between detaining arland and aid ombuds and court court

At 2027-01-12 08:50
  detaining.officer takes propose as jon.aske with person = "Unnamed man, about forty, who calls himself Petro" and adult = true and language = "Highland speech" and interpreter_needed = true and facts = "He threw a wallet into the river and gave three names in an hour." on the ground "identity that the person hides"

At 2027-01-12 10:10
  detaining.supervisor takes consider

At 2027-01-12 11:00
  aid.interpreter takes interpret

At 2027-01-12 12:30
  aid.counsel takes speak-interpreted with plea = "He is afraid of the Council's men, not of the law. He gives his name to me, and to a judge, but not in the hall."

At 2027-01-12 15:00
  aid.monitor takes visit with visit = "A heated room with a window and a bed. He has eaten. The door is locked, and he knows why."

At 2027-01-13 10:11
  clock judge has lapsed
  state is free
