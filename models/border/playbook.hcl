# How Arland means to negotiate the border partnership. A playbook stays with the party: entente draft playbook NODE NEGOTIATION FILE.
playbook "border" {
  milestone "frame" {
    by     = "2026-01-12"
    agreed = ["1", "2", "3", "4"]
    words  = "Who takes part, what comes first, and what happens when an answer stays away. Nothing else makes sense before it."
  }

  milestone "a-hit-is-a-question" {
    by       = "2026-01-19"
    agreed   = ["5", "6", "7"]
    verified = "draft.procedures.exists(p, p.id == 'hit' && p.steps.exists(s, s.id == 'confirm' && 'compare' in s.other_than && s.reasons)) && draft.procedures.exists(p, p.id == 'entry' && p.clocks.exists(c, c.id == 'second-officer' && c.to == 'entered'))"
    words    = "Two officers, reasons, and silence that lets people pass. On the minutes we can move; on who decides we cannot."

    fallback "twenty-minutes" {
      article = "6"
      from    = "within  = \"PT15M\""
      to      = "within  = \"PT20M\""
      words   = "If Belmark's second desk cannot be staffed at night."
    }

    fallback "half-an-hour" {
      article = "6"
      from    = "within  = \"PT15M\""
      to      = "within  = \"PT30M\""
      words   = "The last we can explain to the hauliers."
    }
  }

  milestone "machines" {
    by       = "2026-01-26"
    agreed   = ["8", "9"]
    verified = "draft.shares('template').all(s, s.with.all(w, has(w.side) && w.side == 'checking')) && draft.risks.all(r, double(r.random) >= 1.0)"
    words    = "What a camera captures stays here and is destroyed; the random draw must be large enough to judge the method."

    fallback "two-in-a-hundred" {
      article = "8"
      from    = "random  = \"3\""
      to      = "random  = \"2\""
      words   = "With Belmark's traffic two in a hundred is enough for the figures of a year."
    }
  }

  milestone "goods" {
    by     = "2026-01-26"
    agreed = ["10", "11"]
    words  = "The hauliers' association has asked for twelve and three hours, and for one declaration."

    fallback "four-hours-for-fish" {
      article = "10"
      from    = "within  = \"PT3H\""
      to      = "within  = \"PT4H\""
      words   = "The veterinary service of Belmark works in shifts of four hours."
    }
  }

  milestone "persons" {
    by       = "2026-02-02"
    agreed   = ["12", "13", "14", "15"]
    verified = "draft.procedures.exists(p, p.id == 'readmission' && p.clocks.all(c, c.silence != 'proceed') && p.steps.exists(s, s.id == 'transfer' && s.from == ['monitored'])) && draft.procedures.exists(p, p.id == 'victim' && p.clocks.exists(c, c.id == 'recovery' && period_days(c.within) >= 30))"
    words    = "Belmark wants readmission; we want the monitor, the appeal and the thirty days. They are one package and are agreed on one day."

    fallback "fifteen-days-to-identify" {
      article = "13"
      from    = "within  = \"P10D\""
      to      = "within  = \"P15D\""
      words   = "More time to identify costs us nothing, as long as silence is no consent."
    }
  }

  milestone "work-and-family" {
    by     = "2026-02-09"
    agreed = ["16", "17", "18"]
    words  = "The places are a matter of price. That a complaint stays hidden from the employer is not."

    fallback "four-hundred-places" {
      article = "16"
      from    = "number = 500"
      to      = "number = 400"
      words   = "For the first season, if Belmark's unions insist."
    }
  }

  milestone "pilot-and-figures" {
    by       = "2026-02-16"
    agreed   = ["19", "20", "21", "22", "23", "24", "25", "26"]
    verified = "draft.procedures.exists(p, p.id == 'phase-review' && p.steps.exists(s, s.id == 'stop' && s.by.all(a, a.role == 'ombudsperson')) && p.steps.exists(s, s.id == 'expand' && has(s.quorum) && s.quorum == 2))"
    words    = "Nothing expands without both, and the ombudsperson can stop it without either."
  }

  milestone "whole" {
    by       = "2026-02-23"
    agreed   = ["27", "28", "29", "30", "31", "32", "33", "34", "35", "36"]
    verified = "draft.depositary == 'secretariat' && draft.starts == '2026-03-01'"
    words    = "What all agreements of the island share is taken as it stands, or not at all."
  }
}
