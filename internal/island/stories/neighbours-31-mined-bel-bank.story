Story: The Bel bank is cleared, checked by another, and given back
Given ../../../models/neighbours.md
Case mined-area between clearing arland and accepting belmark and neutral secretariat

At 2026-03-09 09:00
  clearing.demining-officer takes suspect as leif.brask with name = "Bel bank, north meadow" and area = [[[-22.4788, -31.2], [-22.4857, -31.1898], [-22.4971, -31.1861], [-22.5112, -31.1835], [-22.5138, -31.1957], [-22.5166, -31.2052], [-22.5102, -31.2151], [-22.497, -31.2145], [-22.489, -31.2078], [-22.4788, -31.2]]] and suspicion = "Two cows were killed here in 2019, and an old man showed where his company laid mines."
At 2026-03-20 15:00
  clearing.demining-officer takes mark as leif.brask with marked = "Red triangles every ten metres and a fence of two wires; the school was visited."
At 2026-05-18 10:00
  clearing.demining-officer takes survey as eskil.torp with survey = "Sixty-two signals on 3.1 hectares; two rows along the old ditch, the rest scrap."
At 2026-10-16 16:00
  clearing.demining-officer takes clear as leif.brask with cleared = "Thirty-eight mines were lifted and blown up, by hand and dog, to a depth of twenty centimetres. Nobody was hurt."
At 2026-11-03 11:00
  clearing.demining-officer takes check as eskil.torp with check = "A tenth of the ground was searched again by another team: nothing was found."
At 2026-11-20 10:00
  accepting.demining-officer takes accept as wanda.kolb
At 2026-12-04 14:00
  neutral.filing-officer takes hear with heard = "Four families want the gate by the willow kept open in spring. One woman asks for the names of those who died here; they are on a stone now."
At 2026-12-11 11:00
  clearing.demining-officer takes give-back as leif.brask with given_back = "2026-12-11"
  state is given-back
