# What some of those who negotiate would not sign, by example. A red line stays on its party's own node, and nobody else ever sees
# it; each takes its own with: entente draft redline load NODE models/access/redlines.hcl --as PERSON

redline "no-list-of-people" {
  party     = "lantern"
  words     = "Nothing that moves, is inspected or is paid names somebody who receives."
  condition = "draft.records.all(r, !(r.id in ['movement', 'cargo', 'instalment', 'allocation']) || r.fields.all(f, !(f.type in ['person', 'name']) && (!has(f.of) || !(f.of in ['person', 'name']))))"
}

redline "patients-stay-with-medical-officers" {
  party     = "lantern"
  words     = "Who a patient is and what ails them is for medical officers, whoever holds the crossing."
  condition = "draft.shares('patient').all(s, s.with.all(w, w.role == 'medic')) && draft.shares('condition').all(s, s.with.all(w, w.role == 'medic'))"
}

redline "silence-moves-nothing" {
  party     = "waterbearers"
  words     = "No silence of anybody counts as leave to go, or as leave to stop us."
  condition = "draft.procedures.all(p, !(p.id in ['movement', 'arrangement', 'evacuation']) || p.clocks.all(c, c.silence != 'proceed'))"
}

redline "own-stretch-alone" {
  party     = "arland"
  words     = "Nobody else in control reads when and where a convoy is on our stretch."
  condition = "['near_road', 'near_from', 'near_until'].all(f, draft.shares(f).all(s, s.with.all(w, w.side in ['near', 'coordinating'])))"
}

redline "two-days-to-object" {
  party     = "arland"
  words     = "Below two days the battalions cannot be reached."
  condition = "draft.procedures.all(p, p.id != 'movement' || p.clocks.all(c, c.id != 'notice' || period_days(c.within) >= 2))"
}

redline "the-neutral-keeps-the-order" {
  party     = "highland-council"
  words     = "We say what we say to the Secretariat, and nobody who denies that we are there keeps the order of our acts."
  condition = "draft.depositary == 'secretariat' && draft.procedures.all(p, !has(p.home) || p.home == '')"
}

redline "recovery-is-verified" {
  party     = "caldera"
  words     = "What is built is paid once somebody else has seen that it works."
  condition = "draft.funds.all(f, f.windows.all(w, w.id != 'recovery' || (has(w.milestone) && w.milestone == 'milestone')))"
}

redline "the-survivor-decides" {
  party     = "ombuds"
  words     = "No step leads to an investigation but that by which a listener records the survivor's word."
  condition = "draft.procedures.all(p, p.id != 'abuse' || p.steps.all(s, s.to != 'investigated' || s.by.all(b, b.role == 'listener')))"
}
