# Red lines that parties to the border partnership could hold. Each stays on its party's own node:
# entente draft redline add NODE NAME 'CONDITION' --words '…'. They stand here as milestones, so that a playbook can hold a draft to them.
playbook "border-red-lines" {
  milestone "arland-what-is-captured-stays" {
    verified = "draft.shares('template').size() > 0 && draft.shares('template').all(s, s.with.all(w, has(w.side) && w.side == 'checking'))"
    words    = "Arland: no face and no finger of anybody is ever given to Belmark."
  }

  milestone "arland-four-eyes" {
    verified = "draft.procedures.exists(p, p.id == 'hit' && p.steps.exists(s, s.id == 'confirm' && 'compare' in s.other_than))"
    words    = "Arland: one officer alone confirms nothing."
  }

  milestone "arland-nothing-personal-for-more-than-five-years" {
    verified = "draft.kept().all(k, !k.where.startsWith('procedure.') || k.class in ['official', 'public'] || k.days <= 1827)"
    words    = "Arland: of a case, nothing that concerns a person is kept for more than five years."
  }

  milestone "belmark-silence-returns-nobody-to-us" {
    verified = "draft.procedures.exists(p, p.id == 'readmission' && p.clocks.all(c, c.silence != 'proceed'))"
    words    = "Belmark: we take nobody back whom we have not said to know."
  }

  milestone "belmark-goods-move" {
    verified = "draft.procedures.exists(p, p.id == 'consignment' && p.clocks.filter(c, c.id.startsWith('release')).all(c, c.silence == 'proceed' && period_days(c.within) <= 1))"
    words    = "Belmark: goods that nobody looks at are released on the same day."
  }

  milestone "belmark-both-expand" {
    verified = "draft.procedures.exists(p, p.id == 'phase-review' && p.steps.exists(s, s.id == 'expand' && has(s.quorum) && s.quorum == 2))"
    words    = "Belmark: full operation begins when we say so too."
  }

  milestone "ombuds-no-way-back-without-appeal-and-monitor" {
    verified = "draft.procedures.exists(p, p.id == 'readmission' && p.steps.exists(s, s.id == 'transfer' && s.from == ['monitored']) && p.steps.exists(s, s.id == 'attend' && s.from == ['transferable'] && s.by.all(a, a.role == 'monitor')))"
    words    = "Ombudsperson: nobody is transferred without the monitor, and none while an appeal runs."
  }

  milestone "ombuds-thirty-days" {
    verified = "draft.procedures.exists(p, p.id == 'victim' && p.clocks.exists(c, c.id == 'recovery' && period_days(c.within) >= 30))"
    words    = "Ombudsperson: less than thirty days is no time to think."
  }

  milestone "ombuds-protection-is-nobody-elses-business" {
    verified = "draft.procedures.exists(p, p.id == 'protection' && p.sides.size() == 2 && p.shares.all(s, s.with.all(w, has(w.side) && w.side != '')))"
    words    = "Ombudsperson: the other Party has no part in a claim for protection."
  }

  milestone "ombuds-the-employer-never-knows" {
    verified = "draft.procedures.exists(p, p.id == 'worker-complaint' && p.shares.all(s, s.with.all(w, w.role != 'employers-desk')) && p.steps.all(s, s.by.all(a, a.role != 'employers-desk')))"
    words    = "Ombudsperson: the employers' desk has no part in a worker's complaint."
  }

  milestone "court-silence-sets-free" {
    verified = "draft.procedures.exists(p, p.id == 'detention' && p.clocks.all(c, c.silence == 'lapse' && c.to == 'free') && p.steps.all(s, s.to != 'ordered' || s.by.all(a, a.role == 'bench')))"
    words    = "Court: nobody but a judge detains, and when the judge is silent the person is free."
  }
}
