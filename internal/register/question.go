package register

import (
	"errors"
	"slices"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/fault"
	"github.com/entente-net/entente/seal"
)

// Question makes the match of a question from what a person gave: every field that the query compares and
// no other, normalised, sorted by field. Errors cite the query's article.
func Question(q *agreement.Query, rec *agreement.Record, values map[agreement.FieldID]any) ([]seal.Match, error) {
	if err := askable(q); err != nil {
		return nil, err
	}
	on := sortedFields(q.On)
	match := make([]seal.Match, 0, len(on))
	for _, id := range on {
		f := rec.Field(id)
		if f == nil {
			return nil, fault.Refuse(fault.FieldUnknown, string(q.Article), "the query compares the field %s, which its record lacks", id)
		}
		v, given := values[id]
		s := ""
		if given && v != nil {
			var err error
			if s, err = Normalise(v, elementType(f)); err != nil {
				return nil, cite(q, id, err)
			}
		}
		if s == "" {
			return nil, fault.Refuse(fault.FieldMissing, string(q.Article), "the question needs the field %s", id).
				Mend("give every field that the query compares")
		}
		match = append(match, seal.Match{Field: string(id), Value: s})
	}
	for id := range values {
		if !slices.Contains(on, id) {
			return nil, fault.Refuse(fault.FieldUnknown, string(q.Article), "the query does not compare the field %s", id).
				Mend("leave it out: what is not compared is not sent")
		}
	}
	return match, nil
}

// CheckMatch is the holder's side of Question: the match of a question that arrived must be exactly what
// Question would have made of it.
func CheckMatch(q *agreement.Query, rec *agreement.Record, match []seal.Match) error {
	values := make(map[agreement.FieldID]any, len(match))
	for _, m := range match {
		values[agreement.FieldID(m.Field)] = m.Value
	}
	want, err := Question(q, rec, values)
	if err != nil {
		return err
	}
	if !slices.Equal(want, match) {
		return fault.Refuse(fault.FieldInvalid, string(q.Article), "the question is not in the form in which values are compared").
			Mend("normalise the values as spec/register.md says, sort them by field and name each once")
	}
	return nil
}

func askable(q *agreement.Query) error {
	if q.Match != MatchExact {
		return fault.Refuse(fault.Invalid, string(q.Article), "the query matches by %q, which this node cannot do", q.Match).
			Mend("only match = \"exact\" is answered")
	}
	return nil
}

func cite(q *agreement.Query, id agreement.FieldID, err error) error {
	var e *fault.Error
	if !errors.As(err, &e) {
		return err
	}
	c := *e
	c.Article = string(q.Article)
	c.Message = "the field " + string(id) + ": " + c.Message
	return &c
}
