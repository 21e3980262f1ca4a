# How a relief organisation might negotiate this text, by example. A playbook is its party's own and goes to no node:
# entente draft playbook NODE NEGOTIATION playbook.hcl --on DATE --as PERSON

playbook "access" {
  milestone "what-is-never-negotiated" {
    by       = "2025-12-15"
    agreed   = ["2", "16"]
    verified = "draft.articles.all(a, !(a.number in ['2', '16']) || has(a.untouchable))"
    words    = "First the articles that nothing may suspend; without them the rest is logistics."
  }

  milestone "roads" {
    by       = "2026-01-10"
    agreed   = ["6", "7"]
    verified = "draft.procedures.all(p, p.id != 'movement' || p.clocks.all(c, c.silence != 'proceed'))"
    words    = "A receipt is no consent, and silence is none. On hours we can give way, on that we cannot."

    fallback "three-days-of-notice" {
      article = "7"
      from    = "within  = \"PT48H\""
      to      = "within  = \"PT72H\""
      words   = "If the battalions need three days, ordinary convoys can wait; the emergency class must then stay at 24 hours."
    }

    fallback "a-longer-answer" {
      article = "6"
      from    = "within  = \"P10D\""
      to      = "within  = \"P14D\""
      words   = "Two weeks until a proposal stands unanswered, if reasons are still owed after one."
    }
  }

  milestone "people" {
    by       = "2026-01-20"
    agreed   = ["9", "10", "12"]
    verified = "draft.shares('patient').all(s, s.with.all(w, w.role == 'medic')) && draft.shares('origin').all(s, s.purpose == 'care')"
    words    = "No patient, no evacuee is known to those who hold the road."

    fallback "a-year-less" {
      article = "10"
      from    = "within  = \"P1Y\""
      to      = "within  = \"P6M\""
      words   = "The right to return may be kept open for half a year after somebody has settled, not less."
    }
  }

  milestone "answers" {
    by     = "2026-02-05"
    agreed = ["13", "14", "17"]
    words  = "Inquiry stays by consent; what we need is that refusing one is published as such."

    fallback "three-weeks-to-answer" {
      article = "13"
      from    = "within  = \"P14D\""
      to      = "within  = \"P21D\""
      words   = "A week more for an account of one's own."
    }
  }

  milestone "money" {
    by       = "2026-02-15"
    agreed   = ["18", "19"]
    verified = "draft.funds.all(f, f.windows.exists(w, w.id == 'relief' && (!has(w.milestone) || w.milestone == '')))"
    words    = "Relief is paid when it is paid in; only recovery waits for proof."
  }
}
