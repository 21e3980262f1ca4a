Story: A word on the radio waits to be affirmed
Given ../../../models/access.md
Case spoken between witnessing secretariat and attesting ombuds and speaking highland-council

At 2027-08-30 20:15
  witnessing.coordinator takes hear as paul.ember with words = "Whoever brings seed for the winter wheat may use the ridge as far as the last stop, until the first frost." and manner = "by radio or telephone"

At 2027-08-31 09:00
  attesting.verifier takes attest
  clock affirmation ends 2027-09-07 09:00
  state is attested
