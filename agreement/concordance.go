package agreement

import "slices"

// Correspondence is what a concordance says of one concept between parties: what a judge is shown.
type Correspondence struct {
	Concordance *Concordance
	Concept     *Concept
	Covered     bool
	Orders      []Order // of the parties asked that the concordance is between, in its order
}

// Order is what one legal order has to say of a concept.
type Order struct {
	Party    PartyID
	Text     string // the definition, with its source; "": it has none
	Evidence string // what it demands to be shown; "": nothing stated
}

// Covered says whether a concept corresponds between parties: each of them that the concordance is between has a
// text for it, they are two at least, and it is not excluded. Parties that the concordance is not between, such
// as a neutral on a side of its own, have no law to compare and are not asked.
func (m *Model) Covered(id ConcordanceID, concept ConceptID, parties []PartyID) bool {
	x := m.Correspondence(id, concept, parties)
	return x != nil && x.Covered
}

// Correspondence gives what the concordance says of the concept between parties, nil where there is no such
// concordance or concept.
func (m *Model) Correspondence(id ConcordanceID, concept ConceptID, parties []PartyID) *Correspondence {
	x := m.Concordance(id)
	if x == nil {
		return nil
	}
	e := x.Concept(concept)
	if e == nil {
		return nil
	}
	out := &Correspondence{Concordance: x, Concept: e}
	covered := !e.Excluded
	for _, p := range x.Between {
		if slices.Contains(parties, p) {
			out.Orders = append(out.Orders, Order{p, e.Texts[p], e.Evidence[p]})
			covered = covered && e.Texts[p] != ""
		}
	}
	out.Covered = covered && len(out.Orders) > 1
	return out
}
