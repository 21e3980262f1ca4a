package scenario

import "github.com/entente-net/entente/casework"

// effects holds what the last act did beside its case against what the story says.
func (p *Player) effects(l *Line) error {
	var done []string
	for _, e := range p.stage.Case(p.of).Effects(p.stage.Last(p.of)) {
		if e.Kind != casework.EffectVerifies { // it follows from the fund, not from the step
			done = append(done, string(e.Kind)+" "+e.Target)
		}
	}
	return exactly("what it does beside the case is", done, l.Names)
}
