Story: The other order: the time to decide ends on Friday
Given ../../../models/justice.md
Case evidence between issuing arland and executing belmark

At 2027-08-02 10:00
  issuing.prosecutor takes issue with offence = "homicide" and facts = "A hiker was found dead below the ridge on 20 July. He had hired a car at Quell with somebody else." and measure = "The hire contract, and the film of the counter of 17 July" and person = "Not yet known" and child = false
At 2027-08-04 10:00
  issuing.validating-judge takes validate with reasons = "The film is erased after sixty days and may show who was last with him."
  state is validated
