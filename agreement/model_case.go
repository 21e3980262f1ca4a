package agreement

import "slices"

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

	Discrepancy bool     `json:"discrepancy,omitempty"` // while a case of it is open, the automatic effects of the articles that it names rest (VCLT Art 33, 79)
	Publish     *Publish `json:"publish,omitempty"`
	Votes       []Vote   `json:"votes,omitempty"`
	Keeps       []Keep   `json:"keeps,omitempty"` // of single fields; no field stands in two, and Keep is about those that stand in none
}

// Publish says what of a case the public sees.
type Publish struct {
	Article Article   `json:"article"`
	Fields  []FieldID `json:"fields"` // never personal ones
	After   []StateID `json:"after"`  // from having been in one of these states on
	Within  Period    `json:"within"` // by then it is published
}

// Stages of an allegation, in order. What nobody has tested has no automatic consequence.
const (
	StageAlleged     = "alleged"
	StageAdmissible  = "admissible"
	StageEstablished = "established"
)

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

	Stage string `json:"stage,omitempty"` // of an allegation: alleged, admissible, established
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

	Urgent    ClockID      `json:"urgent,omitempty"`    // lawful only if the review for which this clock waits upholds it in time
	Irregular StepID       `json:"irregular,omitempty"` // records late, oral, defective or forced conduct in place of this step; Grounds are the pleas
	Explains  []ClockID    `json:"explains,omitempty"`  // gives the reasons that their silence left owing
	Defers    []NoticeID   `json:"defers,omitempty"`    // puts these duties to tell off to their latest day
	Erases    []FieldID    `json:"erases,omitempty"`    // destroyed on every node at once
	Quorum    int          `json:"quorum,omitempty"`    // takes effect once so many different parties have taken it; 0: at once
	Issues    CredentialID `json:"issues,omitempty"`
	Revokes   CredentialID `json:"revokes,omitempty"`
	Suspends  []Article    `json:"suspends,omitempty"` // these articles, until a step restores them
	Restores  []Article    `json:"restores,omitempty"`
	Renews    []Article    `json:"renews,omitempty"` // these articles' last day moves by Prolongs; the article of the block agreement stands for the agreement itself
	Prolongs  Period       `json:"prolongs,omitzero"`
	Begins    PhaseID      `json:"begins,omitempty"`
	Withdraws bool         `json:"withdraws,omitempty"` // the acting party leaves once the notice to withdraw has run
	Uses      QuotaID      `json:"uses,omitempty"`      // one grant of it; refused where none is left
	Money     *Money       `json:"money,omitempty"`
	OwnParty  bool         `json:"own_party,omitempty"` // an independent office may take it in a case that other offices of its own party opened
	Returns   QuotaID      `json:"returns,omitempty"`   // the grant of it that the case used last and has not given back
	Restarts  []ClockID    `json:"restarts,omitempty"`  // these clocks begin anew with it
	Named     FieldID      `json:"named,omitempty"`     // of Suspends and Restores only the article that this field names
	Anyone    bool         `json:"anyone,omitempty"`    // brought without an account through the public pages, and entered in the name of the first of By that the node's party may fill; where From is stated, by whoever holds the case's access code
	Alone     bool         `json:"alone,omitempty"`     // with Anyone: by whoever holds the access code, and by no office for them
	QuorumOf  string       `json:"quorum_of,omitempty"` // in place of Quorum, a part of the parties that may take it: "all", "majority", "2/3"

	words map[string]string // its grounds as people read them, see Word
}

// Money is an entry in a fund that a step makes.
type Money struct {
	Fund   FundID   `json:"fund"`
	Entry  string   `json:"entry"`            // pledged, paid, released, spent, returned
	Amount FieldID  `json:"amount"`           // a field of type amount that the step gives, or that was given before
	Window WindowID `json:"window,omitempty"` // "": the fund as a whole
}

// Pleas of an irregular act.
const (
	PleaLate         = "late"
	PleaOral         = "oral"
	PleaDefective    = "defective"
	PleaForceMajeure = "force-majeure"
	PleaNecessity    = "necessity"
)

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
	Stops   []StateID `json:"stops"`           // empty: every state outside Starts stops it
	Within  Period    `json:"within,omitzero"` // zero: Before is stated
	Warns   Period    `json:"warns,omitzero"`  // before the end
	Silence Silence   `json:"silence"`
	To      StateID   `json:"to,omitempty"`     // the state that silence leads to
	Takes   StepID    `json:"takes,omitempty"`  // for proceed: the step taken by default
	Erases  []FieldID `json:"erases"`           // for erase and restrict; default: what the steps into Starts gave
	Grace   Period    `json:"grace,omitzero"`   // for erase: P1D unless stated
	Extends Period    `json:"extends,omitzero"` // for explain: once, by this
	Ladder  LadderID  `json:"ladder,omitempty"` // for remain
	Max     Period    `json:"max,omitzero"`     // of pauses and extensions together
	Owed    []Actor   `json:"owed"`             // who is silent: the actors of the steps that would stop it

	Varies    *Varies      `json:"varies,omitempty"`    // a declaration may state another Within for the party that owes the act
	Decides   VoteID       `json:"decides,omitempty"`   // for proceed, in place of Takes: the step that the vote decides on
	Calendars []CalendarID `json:"calendars,omitempty"` // a working day is one of all of these; empty: of Model.Calendar
	Rounds    string       `json:"rounds,omitempty"`    // "": to the instant; "end-of-day", "next-working-day": see RoundsDay

	CountsFrom FieldID `json:"counts_from,omitempty"` // the date or time from which it counts; "": from when it starts
	Before     Period  `json:"before,omitzero"`       // in place of Within: it ends so long before that date or time
}

// How a clock's end is rounded, as Regulation (EEC, Euratom) 1182/71 Art 3 has it: a limit in days or more ends
// with the last hour of its last day (Art 3(2)), and where that is no working day, of the next one (Art 3(4)).
const (
	RoundsExact   = ""
	RoundsDay     = "end-of-day"
	RoundsWorking = "next-working-day"
)

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

	Code      HandlingID `json:"code,omitempty"`      // the handling code, where one is named rather than written
	Until     []StateID  `json:"until,omitempty"`     // stops once the case has been in one of these states
	For       Period     `json:"for,omitzero"`        // open only so long from when it opened
	Precision string     `json:"precision,omitempty"` // of places "10 km", of times "P1D": no finer is shown
	Onward    ShareID    `json:"onward,omitempty"`    // hands on what that share gave, for its purpose only (speciality)
}

// Keep says how long a case's disclosures, or those of single fields, stay after it entered one of After.
type Keep struct {
	ID      KeepID    `json:"id,omitempty"` // in words; "": the keep of all fields that have none of their own
	Article Article   `json:"article"`
	Fields  []FieldID `json:"fields,omitempty"`
	For     Period    `json:"for"`
	After   []StateID `json:"after"`
}

// KeepOf gives what says how long a field of the procedure is kept, nil where nothing does.
func (p *Procedure) KeepOf(field FieldID) *Keep {
	for i := range p.Keeps {
		if slices.Contains(p.Keeps[i].Fields, field) {
			return &p.Keeps[i]
		}
	}
	return p.Keep
}

// KeepTimes gives all that say how long something of the procedure is kept, that of all other fields first.
func (p *Procedure) KeepTimes() []*Keep {
	var all []*Keep
	if p.Keep != nil {
		all = append(all, p.Keep)
	}
	for i := range p.Keeps {
		all = append(all, &p.Keeps[i])
	}
	return all
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
	Procedure ProcedureID `json:"procedure,omitempty"` // or Record
	Given     []Move      `json:"given"`               // acts that have happened, in order
	At        Period      `json:"at,omitzero"`         // after the last of them
	Permits   []Move      `json:"permits"`
	Refuses   []Move      `json:"refuses"`         // Move.Because names the expected code
	State     StateID     `json:"state,omitempty"` // the state after Given and At
	Erased    []FieldID   `json:"erased"`          // fields destroyed by then
	Sees      []Seen      `json:"sees"`
	Hidden    []Seen      `json:"hidden"`

	May     []May    `json:"may,omitempty"`     // all that somebody may do then, at the very end of At
	Exact   []Actor  `json:"exact,omitempty"`   // those of whom Sees names all that they see
	Closed  bool     `json:"closed,omitempty"`  // beside May nobody may do anything, beside Sees nobody sees what others gave
	Effects []string `json:"effects,omitempty"` // what the last act does beside its case: "adds stolen-documents", "suspends 7"

	Owes []NoticeID `json:"owes,omitempty"` // duties to tell that have begun and that nobody has fulfilled by then
	Kept []NoticeID `json:"kept,omitempty"` // duties to tell that somebody has fulfilled by then
	Told []RoleID   `json:"told,omitempty"` // whom ladders have told by then, and nobody else

	Record   RecordID        `json:"record,omitempty"`   // in place of a procedure: the example is about a record
	Accepts  map[FieldID]any `json:"accepts,omitempty"`  // values that the fields take; a list stands for several
	Rejects  map[FieldID]any `json:"rejects,omitempty"`  // values that they do not take
	Requires []FieldID       `json:"requires,omitempty"` // the fields that must be there, and no others
}

// May is everything that is open to an actor of an example.
type May struct {
	By    Actor    `json:"by"`
	Steps []StepID `json:"steps"`
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
	Facts   map[string]any  `json:"facts,omitempty"`   // outside facts of the act; what is not stated is 0
}

// Seen is one field and one viewer of an example.
type Seen struct {
	Field FieldID `json:"field"`
	By    Actor   `json:"by"`
}
