# Red lines of four Parties, as examples: what each keeps on its own node and shows to nobody. Each is put there by
# entente draft redline add DIR NAME CONDITION --words WORDS. They stand here as milestones, so that a playbook can hold a draft to them.
playbook "neighbours-red-lines" {
  milestone "belmark-no-silence-consents" {
    verified = "draft.procedures.all(p, !has(p.clocks) || p.clocks.all(c, c.silence != 'proceed' || c.takes.startsWith('restore-')))"
    words    = "Belmark: Nothing of ours is taken for granted because we said nothing."
  }

  milestone "arland-three-inspections" {
    verified = "draft.quotas.exists(q, q.id == 'inspections' && q.number <= 3)"
    words    = "Arland: We do not let in more than three teams a year."
  }

  milestone "free-city-duty-judge-of-the-court" {
    verified = "draft.actors('duty-judge').all(a, a.side == 'court') && draft.roles.all(r, r.id != 'duty-judge' || r.held == ['court'])"
    words    = "Saltmere: Whoever holds one of our fishers answers to a judge of the Court, not to its own."
  }

  milestone "caldera-routes-stay-coarse" {
    verified = "draft.shares('route').all(s, s.with.all(a, a.role != 'liaison') || (size(s.from) > 0 && !s.from.exists(x, x in ['scheduled', 'cleared', 'under-way'])))"
    words    = "Caldera: Nobody outside a patrol sees where it went more finely than ten kilometres, and nobody before it is back."
  }

  milestone "belmark-names-go-in-two-years" {
    verified = "draft.kept().all(k, k.class != 'personal' || k.days <= 731 || k.where in ['procedure.integrity-report', 'procedure.data-breach'])"
    words    = "Belmark: No name of ours is kept longer than two years."
  }

  milestone "arland-remedies-stay" {
    verified = "draft.procedures.all(p, p.steps.all(s, !has(s.suspends) || s.suspends.all(a, a in ['12', '16'])))"
    words    = "Arland: No breach, however grave, closes the way to the Ombudsperson, and persons are never what rests."
  }
}
