# Red lines of parties to the border partnership, as examples: what each keeps on its own node and shows to nobody. Each takes its own with:
# entente draft redline load NODE models/border/redlines.hcl --as PERSON

redline "what-is-captured-stays" {
  party     = "arland"
  words     = "No face and no finger of anybody is ever given to Belmark."
  condition = "draft.shares('template').size() > 0 && draft.shares('template').all(s, s.with.all(w, has(w.side) && w.side == 'checking'))"
}

redline "four-eyes" {
  party     = "arland"
  words     = "One officer alone confirms nothing."
  condition = "draft.procedures.exists(p, p.id == 'hit' && p.steps.exists(s, s.id == 'confirm' && 'compare' in s.other_than))"
}

redline "nothing-personal-for-more-than-five-years" {
  party     = "arland"
  words     = "Of a case, nothing that concerns a person is kept for more than five years."
  condition = "draft.kept().all(k, !k.where.startsWith('procedure.') || k.class in ['official', 'public'] || k.days <= 1827)"
}

redline "silence-returns-nobody-to-us" {
  party     = "belmark"
  words     = "We take nobody back whom we have not said to know."
  condition = "draft.procedures.exists(p, p.id == 'readmission' && p.clocks.all(c, c.silence != 'proceed'))"
}

redline "goods-move" {
  party     = "belmark"
  words     = "Goods that nobody looks at are released on the same day."
  condition = "draft.procedures.exists(p, p.id == 'consignment' && p.clocks.filter(c, c.id.startsWith('release')).all(c, c.silence == 'proceed' && period_days(c.within) <= 1))"
}

redline "both-expand" {
  party     = "belmark"
  words     = "Full operation begins when we say so too."
  condition = "draft.procedures.exists(p, p.id == 'phase-review' && p.steps.exists(s, s.id == 'expand' && has(s.quorum) && s.quorum == 2))"
}

redline "no-way-back-without-appeal-and-monitor" {
  party     = "ombuds"
  words     = "Nobody is transferred without the monitor, and none while an appeal runs."
  condition = "draft.procedures.exists(p, p.id == 'readmission' && p.steps.exists(s, s.id == 'transfer' && s.from == ['monitored']) && p.steps.exists(s, s.id == 'attend' && s.from == ['transferable'] && s.by.all(a, a.role == 'monitor')))"
}

redline "thirty-days" {
  party     = "ombuds"
  words     = "Less than thirty days is no time to think."
  condition = "draft.procedures.exists(p, p.id == 'victim' && p.clocks.exists(c, c.id == 'recovery' && period_days(c.within) >= 30))"
}

redline "protection-is-nobody-elses-business" {
  party     = "ombuds"
  words     = "The other Party has no part in a claim for protection."
  condition = "draft.procedures.exists(p, p.id == 'protection' && p.sides.size() == 2 && p.shares.all(s, s.with.all(w, has(w.side) && w.side != '')))"
}

redline "the-employer-never-knows" {
  party     = "ombuds"
  words     = "The employers' desk has no part in a worker's complaint."
  condition = "draft.procedures.exists(p, p.id == 'worker-complaint' && p.shares.all(s, s.with.all(w, w.role != 'employers-desk')) && p.steps.all(s, s.by.all(a, a.role != 'employers-desk')))"
}

redline "silence-sets-free" {
  party     = "court"
  words     = "Nobody but a judge detains, and when the judge is silent the person is free."
  condition = "draft.procedures.exists(p, p.id == 'detention' && p.clocks.all(c, c.silence == 'lapse' && c.to == 'free') && p.steps.all(s, s.to != 'ordered' || s.by.all(a, a.role == 'bench')))"
}
