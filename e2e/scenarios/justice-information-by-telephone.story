Story: What was said on the telephone is put on record, and contested
Given ../../models/justice.md
Case information between asking arland and asked belmark

At 2026-03-02 10:00
  asking.contact-point takes ask-urgent
  asked.contact-point is refused record-oral on the ground "friendship" because ground-unknown (Article 8)
  asked.contact-point takes record-oral on the ground "oral"
  asking.contact-point may accept-record, contest-record
  asking.contact-point takes contest-record
  state is disputed
