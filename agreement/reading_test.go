package agreement

import (
	"slices"
	"testing"
)

// What is stored and signed stays the agreement's own value in a reading, and only its words are the translation's.
func TestReadingKeepsTheAgreementsValues(t *testing.T) {
	m := small(t)
	tr, fs := Translate(m, "fr", "small.fr.md", []byte(inLanguage(t, "fr")))
	if tr == nil {
		t.Fatal(fs)
	}
	r := tr.Reading()
	if r.Tongue() != "fr" || m.Tongue() != "en" {
		t.Errorf("the reading speaks %q and the agreement %q", r.Tongue(), m.Tongue())
	}
	if r.Role("clerk").Title != "Greffier" || m.Role("clerk").Title != "Clerk" {
		t.Errorf("roles are called %q and %q", r.Role("clerk").Title, m.Role("clerk").Title)
	}
	said := 0
	for i := range m.Procedures {
		p := &m.Procedures[i]
		for j := range p.Steps {
			s, own := r.Procedure(p.ID).Step(p.Steps[j].ID), &p.Steps[j]
			if !slices.Equal(s.Grounds, own.Grounds) {
				t.Errorf("%s: the grounds are %q, and the agreement's %q", s.ID, s.Grounds, own.Grounds)
			}
			for _, g := range s.Grounds {
				if s.Word(g) != g {
					said++
				}
				if own.Word(g) != g {
					t.Errorf("the agreement itself says %q for %q", own.Word(g), g)
				}
			}
		}
	}
	for i := range m.Records {
		for j := range m.Records[i].Fields {
			f := r.Record(m.Records[i].ID).Field(m.Records[i].Fields[j].ID)
			if !slices.Equal(f.Choices, m.Records[i].Fields[j].Choices) {
				t.Errorf("%s: the choices are %q", f.ID, f.Choices)
			}
			for _, c := range f.Choices {
				if err := r.CheckValue(f, c); f.Type == TypeChoice && err != nil {
					t.Errorf("%s: the agreement's own value is refused: %v", f.ID, err)
				}
			}
		}
	}
	if said == 0 {
		t.Error("no ground is said in French")
	}
}

func TestReadingOfAnswersAndConcepts(t *testing.T) {
	m := small(t, `procedure "request" {`, `assessment "care" {
  title = "Care"

  question "harm" {
    text    = "May it do harm?"
    answers = ["no", "yes"]
    blocks  = ["yes"]
  }
}

procedure "request" {`, `    when = "case.weight > 1.0"`, `    when     = "case.weight > 1.0"
    requires = [assessment.care]`, `act "grant" { by = asked.judge }`, `act "grant" {
      by    = asked.judge
      gives = { assessment_care = { harm = "no" } }
    }`)
	q := &m.Assessments[0].Questions[0]
	in := copied(m)
	in.Assessments[0].Title, in.Assessments[0].Questions[0].Answers, in.Assessments[0].Questions[0].Blocks = "Précaution", []string{"non", "oui"}, []string{"oui"}
	r := readingOf(m, in, "fr", nil)
	own := &r.Assessments[0].Questions[0]
	if own.Word("yes") != "oui" || !slices.Equal(own.Answers, q.Answers) || !slices.Equal(own.Blocks, q.Blocks) {
		t.Errorf("answers %q, blocking %q, yes is said %q", own.Answers, own.Blocks, own.Word("yes"))
	}
	if f := r.ProcedureField(&r.Procedures[0], AssessmentField("care")); r.LabelOf(f, "fr") != "Précaution" {
		t.Errorf("the assessment is called %q", r.LabelOf(f, "fr"))
	}
}
