Story: A fact-finding mission that nobody answered before, from the request to the measures
Given ../../docs/examples/mine-ban.md
Case clarification between requesting andoral and requested brevia and presiding corvane and fourth dorland and fifth estmar and keeping united-nations

At 2026-05-04 08:00
  requesting.representative takes request
  requested.representative sees nothing
After P1D
  keeping.secretary-general takes pass-on
  clock answer ends 2026-06-02 08:00
  requested.representative sees matter, articles, information
  fourth.representative sees nothing
After P28D
  requested.representative may answer, invite
After PT1S
  clock answer has lapsed
  state is unanswered
  requested.representative is refused answer because clock-lapsed (Article 8)
  requesting.representative may withdraw-matter, ask-good-offices, submit, propose-special-meeting
  requesting.representative takes propose-special-meeting
  keeping.secretary-general takes communicate
  fifth.representative takes favour
  state is polled
  fifth.representative is refused favour because quorum-twice (Article 8)
After P14D
  fourth.representative takes favour
  state is favoured
  keeping.secretary-general takes convene
  requested.representative takes attend
  fourth.representative takes attend
  presiding.president is refused consider because wrong-state (Article 8)
  requesting.representative takes attend
  presiding.president is refused consider with ayes = 2 and noes = 2 and consensus = false because condition-unmet (Article 8)
  presiding.president takes consider with ayes = 3 and noes = 1 and consensus = false
  presiding.president takes authorise with ayes = 3 and noes = 2
  keeping.secretary-general is refused appoint with experts = 10 because condition-unmet (Article 8)
  keeping.secretary-general takes appoint with experts = 9
  keeping.leader takes announce
  clock notice ends 2026-06-19 08:00:01
After PT71H
  requested.host is refused receive because wrong-state (Article 8)
After PT2H
  requested.host takes receive
  clock stay ends 2026-07-03 09:00:01
  keeping.leader takes go-to-site
  clock site ends 2026-06-26 09:00:01
  requested.host is refused protect on the ground "it is inconvenient" because ground-unknown (Article 8)
  requested.host takes protect on the ground "sensitive equipment, information and areas"
  requested.host takes hand-over with in_confidence = "The plan of the radar."
  keeping.secretary-general sees matter, articles, information, ayes, noes, consensus, mandate, experts, roster_numbers, equipment, site, shown_instead, reasons, assessment_appointment, assessment_harm-at-site
  keeping.leader takes destroy-unrelated
  destroyed: in_confidence
After P7D
  keeping.leader may note, go-to-site, leave-site, depart, destroy-unrelated
After PT1S
  state is in-territory
After P7D
  state is departed
  keeping.leader is refused go-to-site because clock-lapsed (Article 8)
  keeping.leader takes report
  presiding.president is refused request-measures with ayes = 3 and noes = 2 and consensus = false because condition-unmet (Article 8)
  presiding.president takes request-measures with ayes = 4 and noes = 1 and consensus = false
  requested.representative takes report-measures
  state is measures-reported
