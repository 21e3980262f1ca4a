Story: No answer is no consent: the information stays where it is
Given ../../../models/justice.md
Case handing-on between receiving arland and giving belmark and third caldera

At 2026-09-07 10:00
  receiving.contact-point takes ask with answer = "The owner of three lorries lives at Castrel." and reliability = "an assessment" and subject = "Ulises Barca" and onward_why = "Caldera looks for the same lorries."
At 2026-09-15 09:00
  state is declined
