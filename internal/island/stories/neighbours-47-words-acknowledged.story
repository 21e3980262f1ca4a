Story: Saltmere states that no armed ship shall lie at the mole, and Belmark acknowledges
Given ../../../models/neighbours.md
Case acknowledgement between stating free-city and acknowledging belmark

At 2026-05-19 10:00
  stating.liaison takes state with statement = "From 1 June no ship with guns lies at the mole of Saltmere longer than a day, save from distress."
At 2026-05-27 11:00
  acknowledging.liaison takes acknowledge with acknowledgement = "Belmark has read this with thanks and will send its patrol boats to Brakk harbour."
  state is acknowledged
