Story: A report about patrol fuel waits for the investigator
Given ../../../models/neighbours.md
Case integrity-report between filing secretariat and concerned belmark and oversight ombuds

At 2027-08-27 10:30
  filing.filing-officer takes report with source = "Somebody of the motor pool" and channel = "writing" and subject = "abuse of office" and account = "Fuel for joint patrols is booked for days on which no patrol went out."
At 2027-08-30 09:30
  oversight.investigator takes seal
  state is sealed
