Story: An alert without warning is told when it begins, and ends next day
Given ../../../models/neighbours.md
Case activity between notifying caldera and watching arland and neutral secretariat

At 2027-02-23 07:10
  notifying.verification-officer takes notify-alert with designation = "Alert Lantern-of-the-South: roll call of the Castrel brigade" and troops = 3400 and tanks = 31 and guns = 12 and area_named = "Castrel and West Road" and begins = "2027-02-23" and ends = "2027-02-24"
At 2027-02-24 16:45
  notifying.verification-officer takes end
  state is ended
