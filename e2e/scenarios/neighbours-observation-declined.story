Story: Nobody is sent, and somebody who was named stays at home
Given ../../models/neighbours.md
Case observation between host arland and observing caldera

At 2026-04-01 10:00
  host.verification-officer takes invite
  host.verification-officer is refused decline because wrong-side (Article 4)
  observing.verification-officer takes decline
  state is none
