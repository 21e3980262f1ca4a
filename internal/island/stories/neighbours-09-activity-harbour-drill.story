Story: A drill too small to be notified, and told all the same
Given ../../../models/neighbours.md
Case activity between notifying free-city and watching belmark and neutral secretariat

At 2027-04-20 10:30
  notifying.verification-officer takes inform with designation = "Harbour Watch, rescue from a burning ship" and troops = 120 and tanks = 0 and guns = 0 and area_named = "Roads of Saltmere, inner anchorage" and begins = "2027-05-11" and ends = "2027-05-11"
  state is informed
