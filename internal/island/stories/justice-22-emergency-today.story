Story: A provider has until this afternoon
Given ../../../models/justice.md
Case emergency-evidence between ordering caldera and addressed arland

At 2027-09-01 08:05
  ordering.prosecutor takes order with offence = "homicide" and facts = "A woman wrote to her sister that she would not live to see the evening, and named who threatens her." and danger = "She does not answer, and the house is empty." and account = "telephone ending in 6108" and categories = "traffic"
