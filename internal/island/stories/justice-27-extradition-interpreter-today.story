Story: A request is there and must be read to the person in her language
Given ../../../models/justice.md
Case extradition between requesting arland and requested caldera and defence secretariat

At 2027-08-09 10:00
  requesting.prosecutor takes ask-arrest with warrant = "XA-W-2027-058" and identity = "Astrid Holmvik, born 30 March 1979" and child = false and offence = "fraud" and maximum = "more than five years"
At 2027-08-13 08:30
  requested.officer takes arrest as renzo.adalme
  requested.officer takes inform as renzo.adalme with told = "The warrant, her rights, and that counsel is on the way." and needs_interpreter = true and language = "Arland's"
At 2027-08-30 11:00
  requesting.prosecutor takes request with facts = "She sold the same eleven flats to twenty-six families." and documents = "Warrant, facts, text of section 210, twenty-six contracts"
  state is requested
