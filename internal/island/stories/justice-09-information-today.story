Story: Urgent since this morning: where is the bus?
Given ../../../models/justice.md
Case information between asking arland and asked belmark

At 2027-09-01 07:10
  asking.contact-point takes ask-urgent with offence = "trafficking" and facts = "Eleven harvest workers have not been heard of since Monday. Their passports were kept by the driver." and why = "The bus left for Quell." and subject = "Stig Arnesen" and category = "suspect" and asked = "Has the bus with the plate XA 4410 been seen at Quell, and are the people well?"
