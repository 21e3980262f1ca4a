Story: Signs were seen at a building site, and a case worker is to look
Given ../../../models/border.md
Case victim between caring belmark and aid ombuds

At 2027-08-28 15:10
  caring.officer takes indicate as nora.kess with found_at = "The coach to Dornau, row 9; he gave the address of a building site at Feldau" and signs = "Another man answers for him and carries both passports. He looked at the floor and did not know where he was going." and child = false
  clock identification ends 2027-09-07 15:10
  state is indicated
