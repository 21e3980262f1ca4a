Story: A clerk reports a fee that does not exist; who it was is sealed
Given ../../../models/border.md
Case integrity-report between filing secretariat and concerned arland and oversight ombuds

At 2026-08-31 09:40
  filing.filing-officer takes report with source = "A clerk at desk 2, who asks not to be named to anybody" and channel = "word of mouth" and subject = "corruption" and account = "A supervisor of the night shift takes twenty from drivers who are in a hurry, and writes \"drawn, nothing found\"."

At 2026-09-01 10:00
  oversight.investigator takes seal
  destroyed: source
  oversight.investigator takes acknowledge

At 2026-09-08 09:00
  oversight.investigator takes hear with heard = "He says that drivers give tips and that he never asked. He cannot explain eleven entries of examinations that the cameras do not show."

At 2026-10-05 10:00
  oversight.investigator takes find with found = "Eleven examinations between 3 and 28 August were entered and not made. Four drivers say that they paid." and reasons = "Camera, weighbridge and entries were laid side by side."

At 2026-10-12 10:00
  oversight.ombudsperson takes confirm with feedback = "What you reported is true. Eleven cases are proved. Nobody in the service knows that it was you." and reasons = "Three kinds of records agree, and he could not explain one of the eleven entries."

At 2026-11-20 10:00
  concerned.liaison takes sanction with measures = "The officer was dismissed on 16 November; the drivers got their money back; two sign for an examination from now on."
  state is sanctioned
