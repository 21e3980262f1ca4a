Story: A boy of nine leaves for an operation, with his grandmother, and comes home
Given ../../../models/access.md
Case evacuation between asking lantern and hearing ombuds and coordinating secretariat and leaving highland-council and entering arland

At 2026-09-21 09:00
  asking.caseworker takes request-for-child with person = "Ilo Varsen" and family = ["Neda Varsen, his grandmother"] and origin = "A farm above the clinic on the High Road" and destination = "Hospital of Tavel" and who = "boy" and help = true and reasons = "A heart that must be operated on before the winter; there is no surgeon on this side." on the ground "health or medical treatment"

At 2026-09-24 11:00
  hearing.guardian takes consent-for-child with wish = "I want to go if grandmother comes and if the dog may stay with Sava." and reasons = "He was asked alone, drew the journey and understood that he comes back. The grandmother wishes the same."

At 2026-09-25 10:00
  coordinating.coordinator takes announce with group = "EV-2026-09" and heads = 2 and hour = "2026-09-28T07:00:00+02:00"

At 2026-09-28 07:00
  asking.leader takes set-out

At 2026-09-28 15:30
  asking.caseworker takes arrive
  asking.caseworker takes inform with told = "Both were told who knows of the journey, that they may return on any day, and how to complain."

At 2026-10-12 10:00
  asking.caseworker takes trace with found = "His mother was found at Tavel; she had been looking for him since spring."

At 2026-11-30 10:00
  hearing.guardian takes ask-return

At 2026-12-04 14:00
  asking.caseworker takes bring-back
  asking.caseworker takes inform with told = "That the papers of the journey are destroyed, and that the doctor comes in March."
  state is home
