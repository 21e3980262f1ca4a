package agreement

// The identifiers of the language. Field and block names are [a-z][a-z0-9_]*, or with hyphens for blocks.
type (
	ID           string // an agreement: "northgate"
	PartyID      string
	RoleID       string
	PurposeID    string
	RecordID     string
	RegisterID   string
	QueryID      string // unique within its register
	ProcedureID  string
	SideID       string // unique within its procedure
	StateID      string // unique within its procedure
	StepID       string // unique within its procedure
	ClockID      string // unique within its procedure
	ShareID      string // unique within its procedure
	NoticeID     string // unique within its procedure
	KeepID       string // unique within its procedure
	VoteID       string // unique within its procedure
	FieldID      string // unique within its record
	LadderID     string
	AssessmentID string
	AuthorityID  string // unique within its party
	Article      string // the article's number as its heading states it: "7", "7a"
)

// FormatModel names the canonical model's format.
const FormatModel = "entente/model/1"

// WorldReal and WorldExercise are the two worlds. An exercise world's name stands in its keys, its
// agreement and every act, so that nothing of it passes for real.
const (
	WorldReal     = ""
	WorldExercise = "exercise"
)

// Model is a compiled agreement: every reference resolved, every condition type-checked, immutable.
// Slices are in the order of the text, except where a field says otherwise. Its JSON form
// (Canonical) is what is signed beside the text; spec/agreement.schema.json describes it.
type Model struct {
	Format      string       `json:"format"` // FormatModel
	ID          ID           `json:"id"`
	Title       string       `json:"title"`
	Version     string       `json:"version"`
	World       string       `json:"world"` // WorldReal or WorldExercise
	Languages   []string     `json:"languages"`
	Authentic   []string     `json:"authentic"` // languages that are equally authentic
	Starts      Date         `json:"starts"`
	Ends        Date         `json:"ends,omitzero"` // the last day; zero: without end
	Timezone    string       `json:"timezone"`      // IANA name; midnight is there
	Prevails    string       `json:"prevails"`      // "prose", "rules" or a language of Languages
	Depositary  PartyID      `json:"depositary"`
	Notice      Period       `json:"notice,omitzero"` // to withdraw
	Renewal     *Renewal     `json:"renewal,omitempty"`
	Amends      *Amendment   `json:"amends,omitempty"` // nil: a first version
	Declared    Article      `json:"declared"`         // the article under which the agreement block stands
	Articles    []Clause     `json:"articles"`
	Parties     []Party      `json:"parties"`
	Roles       []Role       `json:"roles"`
	Purposes    []Purpose    `json:"purposes"`
	Records     []Record     `json:"records"`
	Registers   []Register   `json:"registers"`
	Ladders     []Ladder     `json:"ladders"`
	Assessments []Assessment `json:"assessments"`
	Procedures  []Procedure  `json:"procedures"`
	Expects     []Expect     `json:"expects"`

	// What the language learnt later is left out where a text does not use it, so that the hash of a text that
	// was signed before stays what it was.
	Calendars    []Calendar    `json:"calendars,omitempty"`
	Calendar     CalendarID    `json:"calendar,omitempty"` // of working days where a clock names none; "": Monday to Friday
	Handlings    []Handling    `json:"handlings,omitempty"`
	Credentials  []Credential  `json:"credentials,omitempty"`
	Schedules    []Schedule    `json:"schedules,omitempty"`
	Phases       []Phase       `json:"phases,omitempty"`
	Declarations []Declaration `json:"declarations,omitempty"`
	Annexes      []Annex       `json:"annexes,omitempty"`
	Undertakings []Undertaking `json:"undertakings,omitempty"`
	Concordances []Concordance `json:"concordances,omitempty"`
	Indicators   []Indicator   `json:"indicators,omitempty"`
	Quotas       []Quota       `json:"quotas,omitempty"`
	Funds        []Fund        `json:"funds,omitempty"`
	Risks        []Risk        `json:"risks,omitempty"`
	Drills       []Drill       `json:"drills,omitempty"`
	Anchors      []Anchor      `json:"anchors,omitempty"`
	Without      string        `json:"without_prejudice,omitempty"` // what no act under the agreement prejudices
	Reservations string        `json:"reservations,omitempty"`      // ReservationsNone: open to none; "" and ReservationsAllowed: to those that VCLT Art 19(c) leaves

	// Translations that the text commits to, by language: the SHA-256 of the file beside it, 64 lower-case hex digits.
	Translations map[string]string `json:"translations,omitempty"`

	index *index // lookups; built by finish
}

// Whether an agreement is open to reservations (VCLT Art 19(a)).
const (
	ReservationsAllowed = "allowed"
	ReservationsNone    = "none"
)

// Renewal says how the agreement goes on after Ends.
type Renewal struct {
	Mode   string    `json:"mode"` // "automatic" or "consent"
	Period Period    `json:"period"`
	Unless Condition `json:"unless,omitzero"` // facts only
	Notice Period    `json:"notice,omitzero"`
}

// Clause is one article: heading and prose as signed, and the rules on the article itself.
type Clause struct {
	Number   Article    `json:"number"`
	Title    string     `json:"title"`
	Prose    []string   `json:"prose"`         // paragraphs, Markdown without the fences
	Line     int        `json:"line"`          // of the heading, 1-based
	Ends     Date       `json:"ends,omitzero"` // sunset: the last day
	Survives []Survival `json:"survives"`      // duties that go on after the end

	Untouchable bool  `json:"untouchable,omitempty"` // no step may suspend it (VCLT Art 60(5))
	MayRest     bool  `json:"may_rest,omitempty"`    // a step with suspends_named suspends it where the field names it
	ByPeople    []int `json:"by_people,omitempty"`   // sentences that people carry out, and no rule
}

// Survival is a duty that outlives its article (VCLT Art 70).
type Survival string

// What may survive.
const (
	SurvivesCases   Survival = "pending-cases" // cases opened before the end run on
	SurvivesRemedy  Survival = "remedies"
	SurvivesErasure Survival = "erasure" // keeping times and erasing go on
	SurvivesSecrecy Survival = "secrecy" // shares bind on
)

// Party is one who agrees.
type Party struct {
	ID          PartyID     `json:"id"`
	Article     Article     `json:"article"`
	Name        string      `json:"name"`
	Kind        string      `json:"kind"`              // state, agency, organisation, armed-actor, civil-society
	Country     string      `json:"country,omitempty"` // ISO 3166-1 alpha-2; XA to XZ for invented ones
	Key         string      `json:"key,omitempty"`     // the party key, as package seal writes public keys; "" in a model text
	Authorities []Authority `json:"authorities"`

	Unrecognised []PartyID `json:"unrecognised,omitempty"` // parties whose status it does not recognise
}

// Authority is a second authority of a party that enrols role keys (for judges, the court registry).
type Authority struct {
	ID   AuthorityID `json:"id"`
	Name string      `json:"name"`
	Key  string      `json:"key,omitempty"`

	Competence []ProcedureID `json:"competence,omitempty"` // what it decides; empty: whatever its party does
	Forwards   Period        `json:"forwards,omitzero"`    // within which it passes on what reached the wrong one
}

// Role is a function that people of a party fill.
type Role struct {
	ID          RoleID      `json:"id"`
	Article     Article     `json:"article"`
	Title       string      `json:"title"`
	Held        []PartyID   `json:"held"`               // which parties may fill it
	Independent bool        `json:"independent"`        // nobody may hold it together with the role that asks
	Enrolled    AuthorityID `json:"enrolled,omitempty"` // the authority that enrols this role's keys
}

// Purpose is a lawful purpose.
type Purpose struct {
	ID      PurposeID `json:"id"`
	Article Article   `json:"article"`
	Title   string    `json:"title"`
	Basis   string    `json:"basis"` // legal basis

	Protective bool `json:"protective,omitempty"` // it may add a safeguard for a person, never suspicion
}

// Type is the type of a field's value.
type Type string

// Field types. JSON forms of the values: text, name, country, choice, date, time, person,
// document, identifier: string; number: number; yes/no: bool; amount: {"currency","value"} and
// quantity: {"unit","value"} with decimal strings; point: [lon, lat] in degrees; line, area:
// GeoJSON coordinates; file: {"media","name","sha256","data" base64}; list: array; record: object.
const (
	TypeText       Type = "text"
	TypeName       Type = "name"
	TypeDate       Type = "date"
	TypeTime       Type = "time"
	TypeNumber     Type = "number"
	TypeAmount     Type = "amount"
	TypeQuantity   Type = "quantity"
	TypeCountry    Type = "country"
	TypeDocument   Type = "document"
	TypePerson     Type = "person"
	TypeIdentifier Type = "identifier"
	TypeChoice     Type = "choice"
	TypeYesNo      Type = "yes/no"
	TypePoint      Type = "point"
	TypeLine       Type = "line"
	TypeArea       Type = "area"
	TypeFile       Type = "file"
	TypeList       Type = "list"   // of Field.Of
	TypeRecord     Type = "record" // Field.Record
)

// Class says how much harm a field can do.
type Class string

// Field classes, from harmless to protected.
const (
	ClassPublic    Class = "public"
	ClassOfficial  Class = "official"
	ClassPersonal  Class = "personal"
	ClassSensitive Class = "sensitive"
	ClassProtected Class = "protected"
)

// Record is a data schema.
type Record struct {
	ID      RecordID `json:"id"`
	Article Article  `json:"article"`
	Title   string   `json:"title"`
	About   []string `json:"about"` // person categories: suspect, convicted, victim, witness, other
	Fields  []Field  `json:"fields"`
}

// Field is one datum of a record.
type Field struct {
	ID         FieldID           `json:"id"`
	Type       Type              `json:"type"`
	Of         Type              `json:"of,omitempty"`     // element type of a list
	Record     RecordID          `json:"record,omitempty"` // for record, and for list of record
	Choices    []string          `json:"choices"`
	Class      Class             `json:"class"`
	Label      map[string]string `json:"label"` // by language
	Help       map[string]string `json:"help"`
	Required   bool              `json:"required"`
	Assessment bool              `json:"assessment"` // an assessment rather than a fact

	Permits     []PurposeID   `json:"permits,omitempty"`     // of a protected field: the purposes for which it may be shared or compared
	SealedTo    RoleID        `json:"sealed_to,omitempty"`   // its text may be sealed on the giver's machine to the key of this role's holder: see IsSealed
	Concordance ConcordanceID `json:"concordance,omitempty"` // of a choice: its concepts are the choices

	words map[string]string // its choices as people read them, see Word
}

// Register is a data set that parties hold.
type Register struct {
	ID      RegisterID `json:"id"`
	Article Article    `json:"article"`
	Title   string     `json:"title"`
	Record  RecordID   `json:"record"`
	Holders []PartyID  `json:"holders"`
	Key     []FieldID  `json:"key"`  // identifies an entry within its holder's set
	Keep    Period     `json:"keep"` // how long an entry stays
	Editors []RoleID   `json:"editors"`
	Queries []Query    `json:"queries"`
}

// Query is a question that a register answers.
type Query struct {
	ID      QueryID     `json:"id"`
	Article Article     `json:"article"`
	Title   string      `json:"title"`
	By      []RoleID    `json:"by"` // of any party but the holder that is asked
	Purpose []PurposeID `json:"purpose"`
	Match   string      `json:"match"` // "exact"; "fuzzy" and "private" are declared, and refused until a method is there
	On      []FieldID   `json:"on"`    // the fields that are compared
	Reveals []FieldID   `json:"reveals"`
	Within  Period      `json:"within,omitzero"`
	Cap     int         `json:"cap"` // per asking party and day of the agreement's zone; 0: none
	Opens   ProcedureID `json:"opens,omitempty"`
	Keep    Period      `json:"keep"` // the query's trace
}

// Ladder is an escalation.
type Ladder struct {
	ID      LadderID `json:"id"`
	Article Article  `json:"article"`
	Title   string   `json:"title"`
	Rungs   []Rung   `json:"rungs"`
}

// Rung is one step of a ladder.
type Rung struct {
	ID      string      `json:"id"`
	After   Period      `json:"after"` // from the lapse that began the ladder
	Tells   []Actor     `json:"tells"`
	Expects string      `json:"expects"`
	Opens   ProcedureID `json:"opens,omitempty"`
}

// Assessment is a structured test that a step carries as the field "assessment_<id>".
type Assessment struct {
	ID        AssessmentID `json:"id"`
	Article   Article      `json:"article"`
	Title     string       `json:"title"`
	Questions []Question   `json:"questions"`

	Harm   bool     `json:"harm,omitempty"`   // it weighs what the data could do to people
	Signed []RoleID `json:"signed,omitempty"` // who may answer it; empty: whoever takes the step
}

// Question is one question of an assessment.
type Question struct {
	ID      string   `json:"id"`
	Text    string   `json:"text"`
	Answers []string `json:"answers"`
	Blocks  []string `json:"blocks"` // answers that block the step

	words map[string]string // its answers as people read them, see Word
}
