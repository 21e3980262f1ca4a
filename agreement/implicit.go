package agreement

import (
	"fmt"
	"strings"
	"time"
	_ "time/tzdata" // the zones travel inside the program: no machine's files decide a deadline
)

// assessmentPrefix begins the implicit field of every assessment.
const assessmentPrefix = "assessment_"

// AssessmentField names the implicit field in which a step carries an assessment.
func AssessmentField(id AssessmentID) FieldID { return FieldID(assessmentPrefix + string(id)) }

func reasonsField() *Field {
	return &Field{
		ID: FieldReasons, Type: TypeText, Class: ClassOfficial, Required: true, Choices: []string{},
		Label: everywhere("field.reasons"), Help: map[string]string{},
	}
}

// assessmentField is an object from question to answer; Record is empty, the ID says which assessment.
func assessmentField(a *Assessment) *Field {
	return &Field{
		ID: AssessmentField(a.ID), Type: TypeRecord, Class: ClassOfficial, Required: true, Assessment: true,
		Choices: []string{}, Label: map[string]string{"en": a.Title}, Help: map[string]string{},
	}
}

// zone gives the IANA zone. "Local" and "" are refused: they mean something else on every machine.
func zone(name string) (*time.Location, error) {
	if name == "" || name == "Local" {
		return nil, fmt.Errorf("%q is not a time zone such as \"Etc/UTC\" or \"Africa/Nairobi\"", name)
	}
	loc, err := time.LoadLocation(name)
	if err != nil || strings.HasPrefix(name, "/") {
		return nil, fmt.Errorf("%q is not a time zone such as \"Etc/UTC\" or \"Africa/Nairobi\"", name)
	}
	return loc, nil
}
