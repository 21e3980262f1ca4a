# How the Free City of Saltmere means to negotiate. The file is its own and goes to no node, not even its own:
# entente draft playbook saltmere NEGOTIATION models/neighbours/playbook.hcl
playbook "saltmere" {
  milestone "hotline" {
    by       = "2026-01-15"
    agreed   = ["6"]
    verified = "draft.procedures.exists(p, p.id == 'hazardous-incident' && p.clocks.exists(c, c.id == 'acknowledgement' && c.within == 'PT1H' && c.silence == 'remain'))"
    words    = "A call is heard within the hour, whoever recognises whom. Nothing else is worth signing without it."

    fallback "two-hours" {
      article = "6"
      from    = "within  = \"PT1H\""
      to      = "within  = \"PT2H\""
      words   = "Two hours at night, if the ladder stays as it is."
    }
  }

  milestone "fishers" {
    by       = "2026-02-01"
    agreed   = ["9"]
    verified = "draft.procedures.exists(p, p.id == 'inadvertent-crossing' && p.clocks.exists(c, c.id == 'return' && period_days(c.within) <= 3))"
    words    = "Our fishers are home within three days, with their boats."

    fallback "five-days" {
      article = "9"
      from    = "starts  = entering(\"told\", \"identified\")\n    within  = \"PT72H\""
      to      = "starts  = entering(\"told\", \"identified\")\n    within  = \"P5D\""
      words   = "Five days, if the Ombudsperson still sees every case from the beginning."
    }
  }

  milestone "perishables" {
    by       = "2026-02-10"
    agreed   = ["13"]
    verified = "draft.procedures.exists(p, p.id == 'trade-disruption' && p.clocks.exists(c, c.id == 'consulting-fast' && period_days(c.within) <= 2))"
    words    = "Fish does not wait for a panel."
  }

  milestone "whole" {
    by     = "2026-02-20"
    agreed = ["1", "2", "3", "4", "5", "7", "8", "10", "12", "14", "15", "16", "17", "18", "19", "20"]
    words  = "Article 11 does not bind us; we do not hold it up."
  }
}
