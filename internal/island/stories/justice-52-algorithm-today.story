Story: A program that reads handwriting waits for the data authority
Given ../../../models/justice.md
Case algorithm between declaring caldera and oversight ombuds

At 2027-08-04 10:00
  declaring.liaison takes declare as teo.calvane with number = "EP-25" and does = "Reads handwriting in old registers" and data = "Pictures of pages from before 1990" and errors = "4 letters of 100 wrong; in pencil 11" and decides = "The registrar, who sees the page beside it"
