Story: Pontoons on the Coast Road: a meeting is asked for
Given ../../../models/neighbours.md
Case unusual-activity between asking free-city and answering belmark and convening secretariat

At 2027-08-24 09:40
  asking.liaison takes ask with cause = "The north gate is the city's only road for vegetables, and drivers now turn back." and activity = "Since 20 August Belmark's engineers have laid pontoons and wire beside the Coast Road, one kilometre from the north gate." and asked = "Is the road to be closed, and to whom?"
At 2027-08-26 08:50
  answering.liaison takes answer with explanation = "The pontoons are stored there after the summer exercise. The road stays open."
At 2027-08-31 10:00
  asking.liaison takes ask-meeting
  state is meeting-asked
