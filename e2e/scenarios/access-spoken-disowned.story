Story: It was not meant so
Given ../../models/access.md
Case spoken between witnessing secretariat and attesting ombuds and speaking highland-council

At 2026-03-02 08:00
  witnessing.coordinator takes hear with manner = "by a messenger"
  attesting.verifier takes attest as second
  speaking.liaison takes disown
  state is not-affirmed
