Story: A missing girl: answered in five hours
Given ../../../models/justice.md
Case information between asking arland and asked belmark

At 2026-04-22 07:30
  asking.contact-point takes ask-urgent with offence = "trafficking" and facts = "A girl of fifteen has been missing from Varnholm since last evening. A grey van was seen." and why = "The van crossed at Northgate at 23.40 towards Dornau." and subject = "Kjell Movik" and category = "suspect" and asked = "Where is the van BM 7710 R, and who drives it?"
At 2026-04-22 12:25
  asked.contact-point takes give with answer = "The van stands at a farm near Brakk harbour. The girl was found there at noon, unhurt, and is with a nurse." and reliability = "a fact"
At 2026-06-10 10:00
  asking.officer takes tell as mira.tol with told = "That Belmark was asked about his van, and what it answered."
At 2026-06-12 09:00
  asking.contact-point takes close
  state is closed
