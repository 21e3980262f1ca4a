Story: A haulier is recognised, and loses it after a hearing
Given ../../../models/border.md
Case trusted between applying belmark and recognising arland

At 2026-03-16 09:00
  applying.traders-desk takes apply with number = "BM-T-0231" and kind = "haulier" and applicant = "Corvin Lanz" and premises = "Yard at Quell, Weavers' Row 40, eleven lorries"

At 2026-05-18 10:00
  applying.customs takes explain as emil.rauth with reasons = "The tax office at Dornau sent the accounts of 2024 only now; those of 2025 are to come this week."

At 2026-05-28 11:00
  applying.customs takes validate as emil.rauth with reasons = "Accounts of both years in order, no infringement in five years, the yard is fenced and lit."

At 2026-05-28 15:00
  applying.traders-desk takes tell with told = "That Belmark trusts his firm, that Arland is asked now, and what may cost him the certificate."

At 2026-06-12 09:40
  recognising.customs takes recognise as kai.berg

At 2027-04-07 09:00
  recognising.customs takes give-notice as lise.vorn with allegation = "Three of his lorries carried passengers hidden behind the freight on 2, 3 and 4 April."

At 2027-04-19 16:00
  applying.traders-desk takes answer with answer = "Two drivers did it for money without his knowledge; he dismissed both. He asks to keep the certificate on probation."

At 2027-04-22 10:00
  applying.customs takes suspend as emil.rauth with reasons = "Whether he knew or not, nobody in his firm looked into a lorry for three days. Suspended until the inquiry at Quell is over."
  applying.traders-desk takes tell with told = "That the certificate rests, for how long at most, and how he can complain."

At 2027-06-24 11:00
  applying.customs takes revoke as thea.lohr with reasons = "The inquiry found that he had been warned in writing on 1 April and did nothing."

At 2027-06-25 09:00
  applying.traders-desk takes tell with told = "That the certificate is revoked, that he may apply again after a year, and how he can complain."
  state is revoked
