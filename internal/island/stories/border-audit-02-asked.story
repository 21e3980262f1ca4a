Story: The Ombudsperson asks for an audit of waiting times
Given ../../../models/border.md
Case audit between asking ombuds and auditing court and audited arland

At 2027-08-27 10:00
  asking.ombudsperson takes ask with matter = "Whether the times that the desks enter are those at which people were called, since seven complaints of this summer say otherwise."
  clock scope ends 2027-09-10 10:00
  state is asked
