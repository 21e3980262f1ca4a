package agreement

import "slices"

// Reading gives the agreement as people read it and fill it in in the translation's language: its titles, labels, help and prose
// are the translation's, and what is stored, sent and signed stays the agreement's own. A choice, a ground and an answer keep the
// value that the agreement gives them; Word says it in the translation's words. Nothing is decided by a reading: the engine, the
// hashes and the examples are of the model that was signed. It is safe for any number of readers at once.
func (t *Translation) Reading() *Model { return t.reading }

// readingOf makes the reading of a translation's model, beside the agreement that it is of.
func readingOf(of, in *Model, language string, called map[string]string) *Model {
	r := copied(in)
	for i := range r.Records {
		for j := range r.Records[i].Fields {
			f := &r.Records[i].Fields[j]
			f.words = worded(f.Choices, of.Records[i].Fields[j].Choices)
			f.Choices = slices.Clone(of.Records[i].Fields[j].Choices)
		}
	}
	for i := range r.Procedures {
		for j := range r.Procedures[i].Steps {
			s := &r.Procedures[i].Steps[j]
			s.words = worded(s.Grounds, of.Procedures[i].Steps[j].Grounds)
			s.Grounds = slices.Clone(of.Procedures[i].Steps[j].Grounds)
		}
	}
	for i := range r.Assessments {
		for j := range r.Assessments[i].Questions {
			q, own := &r.Assessments[i].Questions[j], &of.Assessments[i].Questions[j]
			q.words = worded(q.Answers, own.Answers)
			q.Answers, q.Blocks = slices.Clone(own.Answers), slices.Clone(own.Blocks)
		}
	}
	r.Build()
	r.conceptWords()
	r.index.called, r.index.tongue = called, language
	for i := range r.Assessments {
		f := r.index.implicit[AssessmentField(r.Assessments[i].ID)]
		f.Label = map[string]string{language: r.Assessments[i].Title}
	}
	return r
}

// worded pairs the agreement's own values with their words; nil where there is none to say in other words.
func worded(words, values []string) map[string]string {
	var out map[string]string
	for i, v := range values {
		if i < len(words) && words[i] != v {
			if out == nil {
				out = map[string]string{}
			}
			out[v] = words[i]
		}
	}
	return out
}

// Word says a choice of the field as a person reads it: in a reading in the translation's words, of a concordance by the title of
// the concept, and else as it is.
func (f *Field) Word(choice string) string { return wordOf(f.words, choice) }

// Word says a ground of the step as a person reads it.
func (s *Step) Word(ground string) string { return wordOf(s.words, ground) }

// Word says an answer to the question as a person reads it.
func (q *Question) Word(answer string) string { return wordOf(q.words, answer) }

func wordOf(words map[string]string, value string) string {
	if w := words[value]; w != "" {
		return w
	}
	return value
}

// Tongue is the language of the model's words: of a reading its translation's, else the agreement's first; "und" where it names none.
func (m *Model) Tongue() string {
	if l := m.lookups().tongue; l != "" {
		return l
	}
	if len(m.Languages) > 0 {
		return m.Languages[0]
	}
	return "und"
}

// conceptWords lets fields whose choices are the concepts of a concordance be read by the concepts' titles.
func (m *Model) conceptWords() {
	for i := range m.Records {
		for j := range m.Records[i].Fields {
			f := &m.Records[i].Fields[j]
			x := m.Concordance(f.Concordance)
			if f.Concordance == "" || x == nil {
				continue
			}
			f.words = nil
			for k := range x.Concepts {
				if c := &x.Concepts[k]; c.Title != "" {
					if f.words == nil {
						f.words = map[string]string{}
					}
					f.words[string(c.ID)] = c.Title
				}
			}
		}
	}
}
