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

	index *index // lookups; built by finish
}

// Renewal says how the agreement goes on after Ends.
type Renewal struct {
	Mode   string    `json:"mode"` // "automatic" or "consent"
	Period Period    `json:"period"`
	Unless Condition `json:"unless,omitzero"` // facts only
	Notice Period    `json:"notice,omitzero"`
}

// Amendment says which version of the same agreement this text takes the place of.
type Amendment struct {
	Version string `json:"version"` // of the text that is amended
	Cases   string `json:"cases"`   // "stay": open cases end under the version under which they began
}

// Clause is one article: heading and prose as signed, and the rules on the article itself.
type Clause struct {
	Number   Article    `json:"number"`
	Title    string     `json:"title"`
	Prose    []string   `json:"prose"`         // paragraphs, Markdown without the fences
	Line     int        `json:"line"`          // of the heading, 1-based
	Ends     Date       `json:"ends,omitzero"` // sunset: the last day
	Survives []Survival `json:"survives"`      // duties that go on after the end
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
}

// Authority is a second authority of a party that enrols role keys (for judges, the court registry).
type Authority struct {
	ID   AuthorityID `json:"id"`
	Name string      `json:"name"`
	Key  string      `json:"key,omitempty"`
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
}

// Question is one question of an assessment.
type Question struct {
	ID      string   `json:"id"`
	Text    string   `json:"text"`
	Answers []string `json:"answers"`
	Blocks  []string `json:"blocks"` // answers that block the step
}

// Actor is a role, on a side of a procedure or, where Side is "", of any party that holds it.
type Actor struct {
	Side SideID `json:"side,omitempty"`
	Role RoleID `json:"role"`
}

// Procedure is a kind of case.
type Procedure struct {
	ID      ProcedureID `json:"id"`
	Article Article     `json:"article"`
	Title   string      `json:"title"`
	Record  RecordID    `json:"record"`
	Home    SideID      `json:"home,omitempty"` // "": the depositary
	Sides   []Side      `json:"sides"`
	States  []State     `json:"states"` // declared or named by a step, sorted by first appearance
	Steps   []Step      `json:"steps"`
	Clocks  []Clock     `json:"clocks"`
	Shares  []Share     `json:"shares"`
	Keep    *Keep       `json:"keep,omitempty"`
	Notices []Notice    `json:"notices"`
	Affects bool        `json:"affects"` // its record is about people: it needs a remedy
	Remedy  bool        `json:"remedy"`  // it is itself a remedy
}

// Side is who takes part; a party is bound to it when the case opens.
type Side struct {
	ID    SideID    `json:"id"`
	Any   []PartyID `json:"any"`
	Other []SideID  `json:"other"` // must be another party than these sides' parties
}

// State is where a case can stand. A procedure starts in the state "" before its opening step.
type State struct {
	ID    StateID           `json:"id"`
	Title string            `json:"title"` // in words, "" : the ID with spaces
	Label map[string]string `json:"label"`
	Final bool              `json:"final"` // declared final, or without a step or clock out of it
}

// Step is something a person of a side may do.
type Step struct {
	ID        StepID         `json:"id"`
	Article   Article        `json:"article"`
	Title     string         `json:"title"`
	By        []Actor        `json:"by"`
	From      []StateID      `json:"from"` // empty: the step opens the case
	To        StateID        `json:"to"`   // "": the state does not change
	Gives     []FieldID      `json:"gives"`
	Optional  []FieldID      `json:"optional"` // of Gives
	Requires  []AssessmentID `json:"requires"`
	When      Condition      `json:"when,omitzero"`
	Reasons   bool           `json:"reasons"` // carries the implicit field "reasons"
	Grounds   []string       `json:"grounds"` // closed list; empty: none is asked for
	OtherThan []StepID       `json:"other_than"`
	Personal  bool           `json:"personal"` // the person's own role key signs
	Pauses    []ClockID      `json:"pauses"`
	Resumes   []ClockID      `json:"resumes"`
	Extends   []ClockID      `json:"extends"`
	Adds      RegisterID     `json:"adds,omitempty"`
	Strikes   RegisterID     `json:"strikes,omitempty"`
	Opens     ProcedureID    `json:"opens,omitempty"`
}

// FieldReasons is the implicit field of a reasoned step.
const FieldReasons FieldID = "reasons"

// Silence is what it means that nobody acted in time.
type Silence string

// The seven meanings of silence.
const (
	SilenceProceed  Silence = "proceed"  // the step is taken by default
	SilenceLapse    Silence = "lapse"    // the request or the duty ends
	SilenceSuspend  Silence = "suspend"  // no step but those that stop the clock, until one does
	SilenceErase    Silence = "erase"    // what was obtained is destroyed on every node
	SilenceExplain  Silence = "explain"  // reasons are owed, and the time is extended once
	SilenceRemain   Silence = "remain"   // the duty stays, and a ladder begins
	SilenceRestrict Silence = "restrict" // kept, but no longer usable
)

// Clock is a time limit. It starts on entering a state of Starts and stops on leaving all of Starts
// or on entering a state of Stops.
type Clock struct {
	ID      ClockID   `json:"id"`
	Article Article   `json:"article"`
	Title   string    `json:"title"`
	Starts  []StateID `json:"starts"`
	Stops   []StateID `json:"stops"` // empty: every state outside Starts stops it
	Within  Period    `json:"within"`
	Warns   Period    `json:"warns,omitzero"` // before the end
	Silence Silence   `json:"silence"`
	To      StateID   `json:"to,omitempty"`     // the state that silence leads to
	Takes   StepID    `json:"takes,omitempty"`  // for proceed: the step taken by default
	Erases  []FieldID `json:"erases"`           // for erase and restrict; default: what the steps into Starts gave
	Grace   Period    `json:"grace,omitzero"`   // for erase: P1D unless stated
	Extends Period    `json:"extends,omitzero"` // for explain: once, by this
	Ladder  LadderID  `json:"ladder,omitempty"` // for remain
	Max     Period    `json:"max,omitzero"`     // of pauses and extensions together
	Owed    []Actor   `json:"owed"`             // who is silent: the actors of the steps that would stop it
}

// Share is a permission to see. Without one a field stays with its giver.
type Share struct {
	ID       ShareID   `json:"id"`
	Article  Article   `json:"article"`
	Fields   []FieldID `json:"fields"`
	With     []Actor   `json:"with"`
	From     []StateID `json:"from"` // from having been in one of these states on; empty: from the start
	When     Condition `json:"when,omitzero"`
	Purpose  PurposeID `json:"purpose"`
	Handling string    `json:"handling"`
}

// Keep says how long a case's disclosures stay after it entered one of After.
type Keep struct {
	Article Article   `json:"article"`
	For     Period    `json:"for"`
	After   []StateID `json:"after"`
}

// Notice is a duty to tell somebody.
type Notice struct {
	ID          NoticeID    `json:"id"`
	Article     Article     `json:"article"`
	Within      Period      `json:"within"`
	After       []StateID   `json:"after"`
	By          StepID      `json:"by,omitempty"` // the step that fulfils it
	DeferredBy  *Actor      `json:"deferred_by,omitempty"`
	DeferredMax Period      `json:"deferred_max,omitzero"`
	Remedy      ProcedureID `json:"remedy,omitempty"`
}

// Expect is an example that must come out as stated; check runs it on the engine.
type Expect struct {
	Title     string      `json:"title"`
	Article   Article     `json:"article"`
	Procedure ProcedureID `json:"procedure"`
	Given     []Move      `json:"given"`       // acts that have happened, in order
	At        Period      `json:"at,omitzero"` // after the last of them
	Permits   []Move      `json:"permits"`
	Refuses   []Move      `json:"refuses"`         // Move.Because names the expected code
	State     StateID     `json:"state,omitempty"` // the state after Given and At
	Erased    []FieldID   `json:"erased"`          // fields destroyed by then
	Sees      []Seen      `json:"sees"`
	Hidden    []Seen      `json:"hidden"`
}

// Move is one act of an example.
type Move struct {
	Step    StepID          `json:"step"`
	By      Actor           `json:"by"`
	Person  string          `json:"person,omitempty"` // "": one person per actor
	After   Period          `json:"after,omitzero"`   // after the act before
	Gives   map[FieldID]any `json:"gives,omitempty"`  // what is not stated is filled with a sample
	Ground  string          `json:"ground,omitempty"`
	Because string          `json:"because,omitempty"` // a code of spec/errors.json
}

// Seen is one field and one viewer of an example.
type Seen struct {
	Field FieldID `json:"field"`
	By    Actor   `json:"by"`
}
