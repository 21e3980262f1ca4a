Story: A result is not recognised, and the traveller hears why
Given ../../../models/border.md
Case recognition between checking belmark and issuing arland

At 2026-11-10 08:30
  checking.officer takes pass-on as lev.brandt with document = "A29930418" and kind = "face" and seen_by = "machine"

At 2026-11-10 15:20
  issuing.officer takes not-recognise as jon.aske with doubt = "The photograph in this series was taken with a faulty lamp; the machine takes brothers for each other." and reasons = "Two cousins with passports of this series were taken for one person in October. A person must look."

At 2026-11-11 09:00
  checking.officer takes tell as lev.brandt with told = "That a person will look at the next crossing, and why; that he can have the photograph taken anew free of charge."
  state is not-recognised
