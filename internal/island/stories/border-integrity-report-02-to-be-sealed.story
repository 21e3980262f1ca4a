Story: A report on a list that is read without a reason
Given ../../../models/border.md
Case integrity-report between filing belmark and concerned belmark and oversight ombuds

At 2027-08-30 17:30
  filing.liaison takes report with source = "A trainee at the desk for permits" and channel = "another" and subject = "abuse of data" and account = "A colleague looks up his neighbours in the register of permits and talks of it at lunch."
  clock source ends 2027-09-06 17:30
  state is filed
