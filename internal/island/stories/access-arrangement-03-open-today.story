Story: The northern road is open for the seed
Given ../../../models/access.md
Case arrangement between proposing waterbearers and carrying secretariat and verifying ombuds and near arland and far highland-council

At 2027-08-16 09:00
  proposing.liaison takes propose with kind = "corridor" and road = "Pass Road and High Road, from Northgate to the end of the first stretch" and opens = "2027-08-25T07:00:00+02:00" and closes = "2027-09-22T19:00:00+02:00" and aim = "Seed for the winter wheat, and pipes before the frost."

At 2027-08-16 13:00
  carrying.coordinator takes put-forward

At 2027-08-18 10:00
  near.liaison takes consent

At 2027-08-20 11:00
  far.liaison takes consent

At 2027-08-25 07:00
  carrying.coordinator takes open
  clock term ends 2027-09-08 07:00
  state is open
