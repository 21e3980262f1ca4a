# Red lines of four Parties, as examples: what each keeps on its own node and shows to nobody. Each takes its own with:
# entente draft redline load NODE models/neighbours/redlines.hcl --as PERSON

redline "no-silence-consents" {
  party     = "belmark"
  words     = "Nothing of ours is taken for granted because we said nothing."
  condition = "draft.procedures.all(p, !has(p.clocks) || p.clocks.all(c, c.silence != 'proceed' || c.takes.startsWith('restore-')))"
}

redline "three-inspections" {
  party     = "arland"
  words     = "We do not let in more than three teams a year."
  condition = "draft.quotas.exists(q, q.id == 'inspections' && q.number <= 3)"
}

redline "duty-judge-of-the-court" {
  party     = "free-city"
  words     = "Whoever holds one of our fishers answers to a judge of the Court, not to its own."
  condition = "draft.actors('duty-judge').all(a, a.side == 'court') && draft.roles.all(r, r.id != 'duty-judge' || r.held == ['court'])"
}

redline "routes-stay-coarse" {
  party     = "caldera"
  words     = "Nobody outside a patrol sees where it went more finely than ten kilometres, and nobody before it is back."
  condition = "draft.shares('route').all(s, s.with.all(a, a.role != 'liaison') || (size(s.from) > 0 && !s.from.exists(x, x in ['scheduled', 'cleared', 'under-way'])))"
}

redline "names-go-in-two-years" {
  party     = "belmark"
  words     = "No name of ours is kept longer than two years."
  condition = "draft.kept().all(k, k.class != 'personal' || k.days <= 731 || k.where in ['procedure.integrity-report', 'procedure.data-breach'])"
}

redline "remedies-stay" {
  party     = "arland"
  words     = "No breach, however grave, closes the way to the Ombudsperson, and persons are never what rests."
  condition = "draft.procedures.all(p, p.steps.all(s, !has(s.suspends) || s.suspends.all(a, a in ['12', '16'])))"
}
