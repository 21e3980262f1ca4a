Story: A telephone with names is stolen, notified late, and wiped
Given ../../../models/access.md
Case data-breach between holding waterbearers and oversight ombuds

At 2027-05-10 10:00
  holding.data-officer takes record with learned = "2027-05-10T08:30:00+02:00" and kind = "lost" and happened = "A caseworker's telephone was taken at the market on Sunday. It has a code of six figures." and affected = "People who asked to be evacuated in April"

At 2027-05-13 10:30
  clock notification has lapsed
  holding.data-officer takes notify-late with number = 17 and consequences = "Whoever opens it knows who wants to leave." and measures = "It was wiped from afar on 11 May, before it was switched on." and reasons = "The line was down from Tuesday to Thursday; the messenger took a day."

At 2027-05-17 10:00
  oversight.data-authority takes decide-other with order = "No names on telephones; numbers alone." and reasons = "It was wiped before anybody opened it, as the log of the network shows."

At 2027-06-02 10:00
  holding.data-officer takes mend with prevented = "Since 1 June the form knows numbers alone; the names stay in the office."

At 2027-06-09 10:00
  oversight.data-authority takes close with reasons = "Five telephones were looked at, and no name was on them."
  state is closed
