Story: A grandmother asks to see a child that was born across the river
Given ../../../models/border.md
Case visit between asking belmark and granting arland

At 2027-08-26 11:00
  asking.permit-officer takes ask with number = "V-2027-0811" and traveller = "Notburga Seidl" and family = "Her daughter's family at Varnholm, Timber Yard 3, and a boy of two weeks" and why = "family"
  clock decision ends 2027-09-05 11:00
  state is asked
