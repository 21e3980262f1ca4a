Story: An alleged breach waits for the President
Given ../../../models/justice.md
Case breach between alleging caldera and answering belmark and deciding court

At 2027-08-25 10:00
  alleging.liaison takes allege as teo.calvane with article = "11" and account = "A provider at Dornau delivered letters eleven days late, and nobody explained." and basis = "Article 11: an emergency order is carried out within eight hours, or explained."
