Story: A hit is confirmed, and core data come next day
Given ../../../models/justice.md
Case hit between checking arland and holding caldera

At 2026-10-20 14:05
  checking.officer takes open as jon.aske with register = "police index" and entry = "CI-2024-3310" and asked = "Rafael Montes, born 2 March 1990" and answer = "One file on stolen construction machines" and nationality = "XC"
  checking.officer takes compare as jon.aske with comparison = "the same" and reasons = "Name, birthday, picture and tattoo agree."
At 2026-10-20 15:30
  checking.officer takes confirm as mira.tol with reasons = "Looked at anew, with the same result."
  checking.officer takes state-facts as mira.tol with offence = "robbery" and facts = "On 18 October an excavator was taken at gunpoint from a site at Tavel."
At 2026-10-21 11:00
  holding.contact-point takes give-core with core = "Two convictions for robbery of machines, served; last known address at Castrel; no warrant."
At 2026-10-30 10:00
  checking.officer takes tell as mira.tol with told = "That his name was found in Caldera's police index, what was given, and where he can complain."
  state is told
