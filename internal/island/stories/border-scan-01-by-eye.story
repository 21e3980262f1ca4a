Story: The machine says no, and a person looks
Given ../../../models/border.md
Case scan between checking arland

At 2026-07-08 11:02
  checking.officer takes capture as mira.tol with document = "B18840573" and kind = "finger" and template = {"data": "VGVtcGxhdGUgb2YgdGhlIHJpZ2h0IGluZGV4IGZpbmdlciwgMTE6MDIgYXQgZGVzayA0Cg==", "media": "text/plain", "name": "finger.txt", "sha256": "74e7a519fb081fb9e43576c59c471f3a1d7e768978c14cb2e9120306900feb12"} and sex = "F" and born_in = "over 60" and nationality = null
  checking.officer takes compare as mira.tol with outcome = "not the same"
  checking.officer takes refer as mira.tol

At 2026-07-08 11:14
  checking.supervisor takes find-same with reasons = "Forty years in a laundry have worn her fingertips smooth. Face, height and the scar in the document are hers."

At 2026-07-08 11:16
  checking.officer takes tell as mira.tol with told = "That the machine was wrong, that nothing of the scan is kept, and that next time she may ask to be compared by eye at once."
  state is released-by-eye
