package casework

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
)

// Form gives the fields that a step carries, in the order of the text: what it gives, then its reasons,
// then its assessments.
func Form(m *agreement.Model, p *agreement.Procedure, step *agreement.Step) []Input {
	form := make([]Input, 0, len(step.Gives)+len(step.Requires)+1)
	add := func(id agreement.FieldID, required bool) {
		if f := m.ProcedureField(p, id); f != nil {
			form = append(form, Input{Field: f, Required: required})
		}
	}
	for _, f := range step.Gives {
		add(f, !slices.Contains(step.Optional, f))
	}
	if step.Reasons {
		add(agreement.FieldReasons, true)
	}
	for _, a := range step.Requires {
		add(agreement.AssessmentField(a), true)
	}
	return form
}

// carries says whether a step has this field, the implicit ones included.
func carries(step *agreement.Step, f agreement.FieldID) bool {
	return slices.Contains(step.Gives, f) || step.Reasons && f == agreement.FieldReasons ||
		slices.ContainsFunc(step.Requires, func(a agreement.AssessmentID) bool { return agreement.AssessmentField(a) == f })
}

// checkGives: all that is required, nothing else, and each readable value of its type. A field that is
// given without a value that this evaluator can read is as good as its commitment.
func (c *Case) checkGives(step *agreement.Step, mv Move) error {
	for _, f := range step.Gives {
		if !slices.Contains(mv.Gives, f) && !slices.Contains(step.Optional, f) {
			return fault.Refuse(fault.FieldMissing, string(step.Article), "%s lacks the field %s", title(step.Title, step.ID), f).
				Mend("give %s", f)
		}
	}
	for i, f := range mv.Gives {
		if !carries(step, f) {
			return fault.Refuse(fault.FieldUnknown, string(step.Article), "%s does not give the field %s", title(step.Title, step.ID), f).
				Mend("leave it out")
		}
		if slices.Contains(mv.Gives[:i], f) {
			return fault.Refuse(fault.FieldInvalid, string(step.Article), "the field %s is given twice", f).Mend("give it once")
		}
	}
	if err := c.checkValues(step, mv); err != nil {
		return err
	}
	if err := checkReasons(step, mv); err != nil {
		return err
	}
	if err := checkGround(step, mv); err != nil {
		return err
	}
	return c.checkAssessments(step, mv)
}

func (c *Case) checkValues(step *agreement.Step, mv Move) error {
	readable := 0
	for _, f := range mv.Gives {
		v, ok := mv.Values[f]
		if !ok {
			continue
		}
		readable++
		if f == agreement.FieldReasons {
			continue // checkReasons has its own words for it
		}
		if err := c.Model.CheckValue(c.Model.ProcedureField(c.Procedure, f), v); err != nil {
			return cite(step.Article, err)
		}
	}
	if readable == len(mv.Values) {
		return nil
	}
	for _, f := range slices.Sorted(maps.Keys(mv.Values)) {
		if !slices.Contains(mv.Gives, f) {
			return fault.Refuse(fault.FieldUnknown, string(step.Article), "a value for %s stands beside an act that does not give it", f).
				Mend("name the field among those given, or leave the value out")
		}
	}
	return nil
}

// cite adds the step's article to an error that knows none.
func cite(art agreement.Article, err error) error {
	var e *fault.Error
	if !errors.As(err, &e) || e.Article != "" {
		return err
	}
	cited := *e
	cited.Article = string(art)
	return &cited
}

func checkReasons(step *agreement.Step, mv Move) error {
	if !step.Reasons {
		return nil
	}
	v, readable := mv.Values[agreement.FieldReasons]
	s, text := v.(string)
	if slices.Contains(mv.Gives, agreement.FieldReasons) && (!readable || text && strings.TrimSpace(s) != "") {
		return nil
	}
	return fault.Refuse(fault.ReasonsMissing, string(step.Article), "%s must be reasoned", title(step.Title, step.ID)).
		Mend("state the reasons in the field %s", agreement.FieldReasons)
}

func checkGround(step *agreement.Step, mv Move) error {
	switch {
	case len(step.Grounds) == 0 && mv.Ground == "", slices.Contains(step.Grounds, mv.Ground) && mv.Ground != "":
		return nil
	case len(step.Grounds) == 0:
		return fault.Refuse(fault.GroundUnknown, string(step.Article), "%s knows no grounds", title(step.Title, step.ID)).
			Mend("leave the ground out")
	case mv.Ground == "":
		return fault.Refuse(fault.GroundUnknown, string(step.Article), "%s needs one of the grounds of the closed list", title(step.Title, step.ID)).
			Mend("choose one of: %s", strings.Join(step.Grounds, "; "))
	}
	return fault.Refuse(fault.GroundUnknown, string(step.Article), "%q is not in the closed list of grounds", mv.Ground).
		Mend("choose one of: %s", strings.Join(step.Grounds, "; "))
}

// checkAssessments: each required test is attached, and no answer that can be read blocks the step.
func (c *Case) checkAssessments(step *agreement.Step, mv Move) error {
	for _, id := range step.Requires {
		a, f := c.Model.Assessment(id), agreement.AssessmentField(id)
		if a == nil || !slices.Contains(mv.Gives, f) {
			return fault.Refuse(fault.FieldMissing, string(step.Article), "%s needs the assessment %s", title(step.Title, step.ID), words(id)).
				Mend("answer its questions in the field %s", f)
		}
		answers, ok := mv.Values[f].(map[string]any)
		if !ok {
			continue // not open to this evaluator; checkValues has refused any other form
		}
		for _, q := range a.Questions {
			if s, _ := answers[q.ID].(string); slices.Contains(q.Blocks, s) {
				return fault.Refuse(fault.ConditionUnmet, string(a.Article), "the answer %q to %q blocks %s", s, q.Text, title(step.Title, step.ID)).
					Mend("the step is not permitted as long as this is the answer")
			}
		}
	}
	return nil
}
