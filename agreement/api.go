package agreement

// This file is the list of what others may call. (Owners of other packages: rely on these
// signatures.)
//
//	Compile(name string, text []byte) (*Model, Findings)     all findings at once; Model is nil if any is an error
//	(m *Model) Canonical() []byte                            RFC 8785 bytes
//	(m *Model) Hash() [32]byte                               SHA-256 of Canonical
//	TextHash(text []byte) [32]byte                           SHA-256 of the file's bytes
//	Diff(old, new *Model) []Change                           article by article, in words
//	Explain(m *Model, lang string) []Explanation             the rules in plain words, per article
//	WithKeys(text []byte, keys map[PartyID]PartyKeys) ([]byte, error)  writes key attributes into the party blocks
//	WithWorld(text []byte, world string) ([]byte, error)     writes world = "exercise" into the agreement block
//
//	(m *Model) Party(PartyID) *Party … Role, Purpose, Record, Register, Procedure, Ladder, Assessment, Clause(Article): nil where there is none
//	(p *Procedure) Step(StepID) *Step … Side, State, Clock, Share, Notice
//	(r *Record) Field(FieldID) *Field;  (r *Register) Query(QueryID) *Query
//	(m *Model) ProcedureField(*Procedure, FieldID) *Field    also the implicit fields: reasons, assessment_<id>
//	(m *Model) CheckValue(f *Field, v any) error             *fault.Error field-invalid; v as decoded by encoding/json with UseNumber
//	(m *Model) Location() *time.Location                     of Timezone
//	(m *Model) InForce(Article, at time.Time) bool           between Starts and Ends/sunset, midnight in Timezone
//	(c *Clause) Survives(Survival) bool is Survive(s)
//
//	ParsePeriod(s string) (Period, error)                    "P8D", "PT48H", "P1M", "5 working days"
//	(p Period) AddTo(t time.Time, loc *time.Location) time.Time
//	(p Period) IsZero() bool; String() string; MarshalJSON as its source string
//	ParseDate(s string) (Date, error); (d Date) Midnight(loc) time.Time (start of day); (d Date) After() Date (next day)
//
//	Condition: Source string; Reads []FieldID; Facts []string; Eval(Env) (bool, error); IsZero
//	Env{Case map[FieldID]any; Facts map[string]any}          a read field absent from Case gives an error that is ErrUnread
