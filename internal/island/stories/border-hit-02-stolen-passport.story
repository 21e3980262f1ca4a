Story: A passport reported stolen, and a second officer who agrees
Given ../../../models/border.md
Case hit between checking belmark

At 2026-10-06 17:41
  checking.officer takes open as lev.brandt with register = "stolen documents" and number = "A20514478" and issuing_state = "XA" and answer = "Passport of Arland, reported stolen at Tavel on 19 September 2026." and nationality = "XA"
  checking.officer takes compare as lev.brandt with comparison = "the same" and reasons = "The number and the page with the tear are those of the report. The photograph was changed."

At 2026-10-06 17:49
  checking.officer takes confirm as nora.kess with reasons = "I compared number, stitching and photograph without having heard my colleague's finding, and come to the same."

At 2026-10-06 18:20
  checking.officer takes inform as nora.kess with told = "That the passport is reported stolen, that it is kept, and where she can ask for a document to travel home. She says she bought it in good faith."
  state is confirmed
