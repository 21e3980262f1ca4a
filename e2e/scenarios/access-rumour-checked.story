Story: A rumour is checked after its time all the same
Given ../../models/access.md
Case rumour between hearing waterbearers and checking ombuds and answering secretariat

At 2026-03-02 08:00
  hearing.caseworker takes hear
After PT48H1S
  clock check has lapsed
  checking.verifier takes check with found = "false"
  state is checked
