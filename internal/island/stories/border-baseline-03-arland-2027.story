Story: The second year of Arland
Given ../../../models/border.md
Case baseline between assessed arland and other belmark and verifying secretariat

At 2027-03-29 10:00
  assessed.liaison takes state as edda.nyholm with law = "small gap" and technology = "none" and data = "none" and gaps = "The Border Act knows no last day for notes at the desk."

At 2027-05-20 10:00
  assessed.liaison takes plan as edda.nyholm with plan = "An ordinance by December: thirty days, then a supervisor or nothing."
  state is planned
