# How a small Party with a strong bar might negotiate this text, by example. A playbook is its party's own and goes to no node:
# entente draft playbook NODE NEGOTIATION models/justice/playbook.hcl --on DATE --as PERSON

playbook "justice" {
  milestone "who-decides" {
    by       = "2025-12-15"
    agreed   = ["2", "3", "5"]
    verified = "draft.roles.all(r, !(r.id in ['judge', 'validating-judge', 'court-judge']) || r.independent)"
    words    = "First who decides, and how a person gets at them. Without that the rest is police work."
  }

  milestone "the-defence" {
    by       = "2025-12-22"
    agreed   = ["10"]
    verified = "draft.actors('counsel').exists(a, a.step == 'ask' && a.procedure == 'defence-request')"
    words    = "The defence asks as the prosecution asks. On days we can give way, on that we cannot."

    fallback "three-weeks" {
      article = "10"
      from    = "within  = \"P14D\""
      to      = "within  = \"P21D\""
      words   = "Their courts are few; three weeks still leave a trial on time."
    }
  }

  milestone "hits-and-information" {
    by       = "2026-01-12"
    agreed   = ["6", "7", "8"]
    verified = "draft.procedures.all(p, p.id != 'hit' || p.steps.exists(s, s.id == 'confirm' && size(s.other_than) > 0))"
    words    = "Two people before any data. If 24 hours are too short at night, take two days."

    fallback "two-days-to-look" {
      article = "7"
      from    = "within  = \"PT24H\""
      to      = "within  = \"PT48H\""
      words   = "Nothing happens to the person meanwhile."
    }

    fallback "four-days-of-core-data" {
      article = "7"
      from    = "title   = \"The core data are given\"\n    starts  = entering(\"stated\", \"authorisation\")\n    within  = \"PT48H\""
      to      = "title   = \"The core data are given\"\n    starts  = entering(\"stated\", \"authorisation\")\n    within  = \"PT96H\""
      words   = "Only together with the ladder of Article 4."
    }
  }

  milestone "emergencies" {
    by       = "2026-01-26"
    agreed   = ["9", "11"]
    verified = "draft.procedures.all(p, p.id != 'emergency-evidence' || p.clocks.exists(c, c.id == 'validation' && c.silence == 'erase' && period_days(c.within) <= 3))"
    words    = "Validation in parallel, and what is not validated is gone. Never more than three days."

    fallback "seventy-two-hours" {
      article = "11"
      from    = "starts  = entering(\"ordered\", \"delivered\")\n    within  = \"PT48H\""
      to      = "starts  = entering(\"ordered\", \"delivered\")\n    within  = \"PT72H\""
      words   = "For a long weekend.."
    }
  }

  milestone "people-and-property" {
    by       = "2026-02-09"
    agreed   = ["12", "13", "15", "16"]
    verified = "draft.procedures.all(p, p.id != 'freezing' || p.notices.all(n, n.remedy == 'challenge'))"
    words    = "Forty days, speciality, the second judge, and who is frozen is told."

    fallback "ten-days-to-tell" {
      article = "15"
      from    = "within       = \"P7D\""
      to      = "within       = \"P10D\""
      words   = "Three days more for the offices to find everybody with a right in the property."
    }
  }

  milestone "listing" {
    by       = "2026-02-16"
    agreed   = ["19", "20", "21"]
    verified = "draft.procedures.all(p, p.id != 'listing' || p.steps.all(s, s.id != 'list' || s.quorum == 2))"
    words    = "Both others decide, the Court strikes. Without the Court no list."
  }
}
