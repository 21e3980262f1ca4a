package agreement

// The words about time and consent: when working days are, what is in force when, for whom, and on whose word.
// A text that uses none of them has the canonical form that it had before the language knew them: their members
// are left out where they are empty.
type (
	CalendarID    string
	HandlingID    string
	CredentialID  string
	ScheduleID    string
	PhaseID       string
	DeclarationID string
	AnnexID       string
	ConcordanceID string
	ConceptID     string // unique within its concordance; a choice of the fields that name it
	UndertakingID string
)

// Calendar says which days are working days (as Regulation (EEC, Euratom) 1182/71 Art 2 has the public
// holidays listed beforehand). Outside of From to Until its list is not complete.
type Calendar struct {
	ID      CalendarID `json:"id"`
	Article Article    `json:"article"`
	Title   string     `json:"title"`
	Of      []PartyID  `json:"of"`      // whose days these are
	Weekend []string   `json:"weekend"` // "friday", "saturday", …: days of the week on which nobody works
	Closed  []Date     `json:"closed"`  // single days on which nobody works, sorted
	Yearly  []string   `json:"yearly"`  // days of every year, "05-01", sorted
	From    Date       `json:"from"`
	Until   Date       `json:"until"`
}

// Phase says which articles are in force when. An article that a phase names is in force only while such a
// phase is; articles that none names always are. A phase begins on its day or by a step that begins it.
type Phase struct {
	ID       PhaseID   `json:"id"`
	Article  Article   `json:"article"`
	Title    string    `json:"title"`
	Articles []Article `json:"articles"`
	Starts   Date      `json:"starts,omitzero"` // zero: a step begins it
	Ends     Date      `json:"ends,omitzero"`   // its last day; zero: until another begins
	After    PhaseID   `json:"after,omitempty"` // may only follow this one
	Entry    Condition `json:"entry,omitzero"`  // facts only: must hold on the day it begins
	Exit     Condition `json:"exit,omitzero"`   // facts only: when it holds, the phase may be left by the ramp
	ExitTo   PhaseID   `json:"exit_to,omitempty"`
	Review   Period    `json:"review,omitzero"` // from its beginning: by then it must have been reviewed
}

// Schedule is what happens on a calendar: it opens a procedure on time, and the clocks do the rest.
type Schedule struct {
	ID      ScheduleID  `json:"id"`
	Article Article     `json:"article"`
	Title   string      `json:"title"`
	Opens   ProcedureID `json:"opens"`
	By      []RoleID    `json:"by"`              // who owes it
	Starts  Date        `json:"starts,omitzero"` // the first day; zero: AfterEntry is stated
	Every   Period      `json:"every,omitzero"`  // zero: once
	Within  Period      `json:"within"`          // from the day on: by then the case must be open
	Ladder  LadderID    `json:"ladder,omitempty"`

	AfterEntry Period `json:"after_entry,omitzero"` // the first day of each party: so long after the agreement entered into force for it
}

// Declaration is one party's word about how the agreement binds it (VCLT Art 19 to 23, 25, 29): it overlays the
// model for that party, so that what two parties owe each other is their own effective model.
type Declaration struct {
	ID          DeclarationID `json:"id"`
	Article     Article       `json:"article"`
	Title       string        `json:"title"`
	Party       PartyID       `json:"party"`
	Kind        string        `json:"kind"`        // reservation, provisional, territorial, authorities, statement
	Text        string        `json:"text"`        // as it was deposited
	Excludes    []Article     `json:"excludes"`    // reservation: articles that do not bind it
	Provisional []Article     `json:"provisional"` // provisional: articles that it applies before the start
	Territories []string      `json:"territories"` // territorial: where the agreement applies
	Authorities []AuthorityID `json:"authorities"` // authorities: who is competent
	Made        Date          `json:"made"`
	Objections  Period        `json:"objections,omitzero"` // how long others may object
	Objects     []Objection   `json:"objects"`
	Varies      []Variation   `json:"varies,omitempty"` // reservation, statement: times that it has otherwise, as far as the clocks may vary
}

// Objection is another party's answer to a declaration (VCLT Art 20(4)(b), 21(3)).
type Objection struct {
	Party   PartyID `json:"party"`
	Made    Date    `json:"made"`
	Opposes bool    `json:"opposes"` // the whole agreement does not enter into force between the two
	Text    string  `json:"text"`
}

// Annex is a text that is kept apart and committed to by its hash. It may neither widen the sharing of personal
// data nor narrow a remedy.
type Annex struct {
	ID         AnnexID   `json:"id"`
	Article    Article   `json:"article"`
	Title      string    `json:"title"`
	SHA256     string    `json:"sha256"` // 64 lower-case hex digits
	Classified bool      `json:"classified"`
	Held       []PartyID `json:"held"`    // who has the text
	Governs    []Article `json:"governs"` // the articles that it fills in
}

// Undertaking is given to a neutral and never party to party (for those that do not recognise each other: Geneva
// Conventions common Art 3(4), the legal status of nobody is affected).
type Undertaking struct {
	ID        UndertakingID `json:"id"`
	Article   Article       `json:"article"`
	Title     string        `json:"title"`
	By        PartyID       `json:"by"`
	Deposited PartyID       `json:"deposited"` // with whom
	Text      string        `json:"text"`
	Oral      bool          `json:"oral"` // the neutral witnessed it
	Covers    []Article     `json:"covers"`
}

// Concordance maps what differs between legal orders: this offence here, that offence there.
type Concordance struct {
	ID       ConcordanceID `json:"id"`
	Article  Article       `json:"article"`
	Title    string        `json:"title"`
	Between  []PartyID     `json:"between"`
	Concepts []Concept     `json:"concepts"`
}

// Concept is one entry of a concordance. Between two parties it is covered if both have a text for it and it is
// not excluded.
type Concept struct {
	ID       ConceptID          `json:"id"`
	Title    string             `json:"title"`
	Texts    map[PartyID]string `json:"texts"`    // the definition in each order, with its source
	Evidence map[PartyID]string `json:"evidence"` // what each order demands to be shown
	Excluded bool               `json:"excluded"` // mapped, and agreed not to correspond
}

// Handling is a code under which data are shared.
type Handling struct {
	ID      HandlingID `json:"id"`
	Article Article    `json:"article"`
	Title   string     `json:"title"`
	Court   string     `json:"court"`             // may it be used in court: yes, consent, no
	Onward  string     `json:"onward"`            // may it be passed on: yes, consent, no
	Marking string     `json:"marking,omitempty"` // what stands on every page
}

// Credential is what a step can issue to a person or a thing, and another revoke.
type Credential struct {
	ID      CredentialID `json:"id"`
	Article Article      `json:"article"`
	Title   string       `json:"title"`
	Record  RecordID     `json:"record"` // the record of the procedures that issue it
	Fields  []FieldID    `json:"fields"` // what it states
	Valid   Period       `json:"valid"`
	Issuers []RoleID     `json:"issuers"`
}

// Anchor says which sentences of an article's prose a block carries out. Sentences count from 1 through the
// article. (A rule without an anchor stands for its whole article.)
type Anchor struct {
	Rule      string  `json:"rule"` // "procedure.assistance/step.authorise"
	Article   Article `json:"article"`
	Sentences []int   `json:"sentences"`
}
