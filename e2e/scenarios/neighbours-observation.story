Story: Two observers come, are kept from one place, and report
Given ../../models/neighbours.md
Case observation between host arland and observing caldera

At 2026-04-01 10:00
  host.verification-officer takes invite
  observing.verification-officer is refused accept with observers = 3 because condition-unmet (Article 4)
  observing.verification-officer takes accept with observers = 2
After P42D
  host.escort takes brief
  host.escort is refused restrict with reasons = null because reasons-missing (Article 4)
  host.escort takes restrict
After P3D
  observing.inspector takes report
  host.verification-officer takes close
  state is over
