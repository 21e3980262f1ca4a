Story: An unmanned aircraft fell beside the school bus this morning
Given ../../../models/neighbours.md
Case hazardous-incident between first arland and second belmark and neutral secretariat

At 2027-09-01 08:25
  first.duty-officer takes call with happened = "2027-09-01T06:05:00Z" and kind = "unmanned aircraft" and sector = "North Road, west of Northgate" and account_first = "A grey aircraft of two metres' span fell into the ditch beside the school bus. No child is hurt. It bears a number of your river service." and hurt_first = 0
