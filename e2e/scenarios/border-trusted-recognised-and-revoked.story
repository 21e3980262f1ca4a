Story: A haulier is trusted by both, is heard, is suspended, and another officer revokes it
Given ../../models/border.md
Case trusted between applying arland and recognising belmark

At 2026-05-04 09:00
  applying.customs is refused apply because wrong-role (Article 11)
  applying.traders-desk takes apply with kind = "haulier"
  clock decision ends 2026-07-03 09:00
  applying.customs takes validate
  effects: issues trusted-certificate
  applying.customs is refused recognise because wrong-side (Article 11)
  recognising.customs takes recognise
  effects: adds trusted
  recognising.customs takes give-notice with allegation = "Seals were opened twice."
  clock hearing ends 2026-05-19 09:00
  applying.customs is refused suspend because wrong-state (Article 11)
  applying.traders-desk takes answer
  state is heard
  applying.customs takes suspend as second
  clock suspension ends 2026-08-02 09:00
  applying.customs is refused revoke as second because same-person (Article 11)
  applying.customs takes revoke as third
  effects: strikes trusted, revokes trusted-certificate
  state is revoked
