Story: A permit is refused late, with reasons
Given ../../../models/border.md
Case season between asking arland and granting belmark

At 2027-02-01 09:00
  asking.permit-officer takes apply with number = "S-2027-0009" and worker = "Halvor Ness-Lund" and work = "building" and employer = "Feldau bricklayers, Feldau" and wage = {"currency": "XTS", "value": "9.10"}

At 2027-02-17 10:00
  granting.permit-officer takes explain with reasons = "The employer has not sent the table of wages; we asked on 3 and on 11 February."

At 2027-02-24 11:00
  granting.permit-officer takes refuse with reasons = "Bricklayers of Feldau earn 13.50 an hour. Whoever hires from Arland pays the same." on the ground "conditions of work are not equal"

At 2027-02-25 09:00
  asking.permit-officer takes tell with told = "That the firm pays foreigners less, that another firm at Feldau looks for bricklayers at 13.50, and how he can complain."
  state is refused
