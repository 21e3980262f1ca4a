Story: The Parties speak of the first phase and leave it as it is
Given ../../../models/neighbours.md
Case phase-review between convening secretariat and one arland and two belmark and three caldera

At 2027-01-20 10:00
  convening.watch-officer takes open with findings = "One incident of the year was left unreconciled; the zone let through 1,904 loads; patrols were cleared nine times of ten."
At 2027-01-27 11:00
  role.envoy takes speak as sten.rike with position = "The zone feeds the pass in winter. Arland sees no reason to close it, and asks for a second scale at Long Pass."
At 2027-03-22 09:00
  state is closed
