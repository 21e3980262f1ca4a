Story: A wrong birthday waits to be corrected by Friday
Given ../../../models/justice.md
Case correction between reporting caldera and holding belmark and third arland and oversight ombuds

At 2027-08-27 10:00
  reporting.officer takes report as renzo.adalme with entry = "BW-2024-088" and error = "The birthday belongs to the father, who died in 2019; the son is stopped for it." and source = "the person"
