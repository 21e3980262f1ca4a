Story: A clinic works and is open to all once those whom it serves were heard; another is not mended and lapses
Given ../../models/access.md
Case milestone between building waterbearers and verifying ombuds and keeping secretariat

At 2026-03-02 08:00
  building.caseworker takes state with work = "clinic"
  clock verification ends 2026-03-12 08:00
  verifying.verifier is refused verify because wrong-state (Article 19)
  building.caseworker is refused hear because wrong-side (Article 19)
  keeping.treasurer is refused verify because wrong-side (Article 19)
After P11D
  clock verification has lapsed
  verifying.listener takes hear
  verifying.verifier takes verify
  state is verified
