# Red lines of three Parties, as examples: what each keeps on its own node and shows to nobody. Each takes its own with:
# entente draft redline load NODE models/justice/redlines.hcl --as PERSON

redline "our-judges-decide" {
  party     = "arland"
  words     = "What touches a person here is decided by a judge of ours, never by one of the Party that asks."
  condition = "draft.actors('judge').all(a, !(a.side in ['asking', 'checking', 'issuing', 'ordering', 'proposing', 'pursuing', 'receiving', 'requesting']))"
}

redline "the-defence-can-ask" {
  party     = "arland"
  words     = "No evidence abroad for the prosecution alone."
  condition = "draft.actors('counsel').exists(a, a.procedure == 'defence-request' && a.step == 'ask') && draft.actors('judge').exists(a, a.procedure == 'defence-request' && a.step == 'grant')"
}

redline "forty-days-and-free" {
  party     = "belmark"
  words     = "Our constitution lets nobody sit for longer than forty days on a letter that has not come."
  condition = "draft.procedures.exists(p, p.id == 'extradition' && p.clocks.exists(c, c.id == 'provisional' && c.silence == 'lapse' && period_days(c.within) <= 40))"
}

redline "nationality-is-for-the-auditor" {
  party     = "belmark"
  words     = "Who looks at hits by nationality is the auditor, and nobody else."
  condition = "draft.shares('nationality').all(s, s.with.all(w, w.role == 'auditor'))"
}

redline "everybody-is-told-in-the-end" {
  party     = "caldera"
  words     = "No measure stays secret from the person for longer than a year, and each is told of a remedy."
  condition = "draft.procedures.all(p, !has(p.notices) || p.notices.all(n, !has(n.deferred_max) || n.deferred_max == '' || period_days(n.deferred_max) <= 366))"
}

redline "ledgers-only-when-verified" {
  party     = "caldera"
  words     = "No entry of a bank of ours leaves before a second analyst has verified it."
  condition = "draft.shares('ledger').all(s, s.with.all(w, w.side != 'asking') || s.from == ['found'])"
}

redline "nobody-listed-by-one" {
  party     = "caldera"
  words     = "Nobody is listed by one Party, and nobody by silence."
  condition = "draft.procedures.all(p, p.id != 'listing' || p.steps.all(s, !has(s.adds) || s.adds == '' || (has(s.quorum) && s.quorum >= 2)) && p.clocks.all(c, c.silence != 'proceed'))"
}

redline "silence-consents-to-nothing-of-ours" {
  party     = "belmark"
  words     = "Nothing about a person is granted because we said nothing; what is due and not done is made known."
  condition = "draft.procedures.all(p, !(p.id in ['hit', 'information', 'handing-on', 'evidence', 'extradition', 'speciality', 'freezing', 'listing']) || p.clocks.all(c, c.silence != 'proceed'))"
}
