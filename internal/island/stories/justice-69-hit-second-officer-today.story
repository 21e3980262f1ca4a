Story: One officer has compared: the second must look by tomorrow morning
Given ../../../models/justice.md
Case hit between checking belmark and holding caldera

At 2027-09-01 08:10
  checking.officer takes open as lev.brandt with register = "wanted persons" and entry = "CW-2026-052" and asked = "Adrian Sorolla, born 12 May 1988" and answer = "SOROLLA, Adrian, born 12 May 1988, wanted for robbery" and nationality = "XC"
  checking.officer takes compare as lev.brandt with comparison = "cannot be said" and reasons = "Name and birthday agree; the picture in the entry is eleven years old."
  state is compared
