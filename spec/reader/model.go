package reader

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"
	_ "time/tzdata" // the same zones on every machine

	"cel.dev/cel-go/cel"
)

// Agreement is what the reader takes of a model. A member that decides nothing is not here; Ignored lists
// those, so that a new member of the schema is either read or known to decide nothing.
type Agreement struct {
	Format       string        `json:"format"`
	ID           string        `json:"id"`
	Version      string        `json:"version"`
	Amends       *Amendment    `json:"amends"`
	Starts       string        `json:"starts"`
	Ends         string        `json:"ends"`
	Timezone     string        `json:"timezone"`
	Depositary   string        `json:"depositary"`
	Notice       string        `json:"notice"`
	Renewal      *Renewal      `json:"renewal"`
	Declared     string        `json:"declared"`
	Articles     []Article     `json:"articles"`
	Parties      []Party       `json:"parties"`
	Roles        []Role        `json:"roles"`
	Records      []Record      `json:"records"`
	Registers    []Register    `json:"registers"`
	Assessments  []Assessment  `json:"assessments"`
	Ladders      []Ladder      `json:"ladders"`
	Procedures   []Procedure   `json:"procedures"`
	Calendars    []Calendar    `json:"calendars"`
	Calendar     string        `json:"calendar"`
	Credentials  []Credential  `json:"credentials"`
	Phases       []Phase       `json:"phases"`
	Declarations []Declaration `json:"declarations"`
	Concordances []Concordance `json:"concordances"`
	Quotas       []Quota       `json:"quotas"`
	Funds        []Fund        `json:"funds"`

	zone       *time.Location
	days       map[string]time.Time   // where they begin
	periods    map[string][]time.Time // of each quota: where they end
	conditions map[string]cel.Program // by source
	facts      map[string]float64     // of the act that is being judged
	parties    []string               // of the case whose condition is being judged
	moment     time.Time              // when the act counts that is being judged
	of         *Procedure             // of that case
	raw        map[string]any         // the values that can be read there
}

// Article is `$defs/Clause`.
type Article struct {
	Number      string   `json:"number"`
	Ends        string   `json:"ends"`
	Survives    []string `json:"survives"`
	Untouchable bool     `json:"untouchable"`
}

// Party is `$defs/Party`.
type Party struct {
	ID string `json:"id"`
}

// Role is `$defs/Role`.
type Role struct {
	ID          string   `json:"id"`
	Held        []string `json:"held"`
	Independent bool     `json:"independent"`
}

// Record is `$defs/Record`.
type Record struct {
	ID     string  `json:"id"`
	Fields []Field `json:"fields"`
}

// Field is `$defs/Field`.
type Field struct {
	ID       string   `json:"id"`
	Type     string   `json:"type"`
	Of       string   `json:"of"`
	Record   string   `json:"record"`
	Choices  []string `json:"choices"`
	Required bool     `json:"required"`
	SealedTo string   `json:"sealed_to"`

	assessment *Assessment // of an implicit field
}

// Assessment is `$defs/Assessment`.
type Assessment struct {
	ID        string     `json:"id"`
	Questions []Question `json:"questions"`
}

// Question is `$defs/Question`.
type Question struct {
	ID      string   `json:"id"`
	Answers []string `json:"answers"`
	Blocks  []string `json:"blocks"`
}

// Actor is `$defs/Actor`.
type Actor struct {
	Side string `json:"side"`
	Role string `json:"role"`
}

// Procedure is `$defs/Procedure`.
type Procedure struct {
	ID          string   `json:"id"`
	Record      string   `json:"record"`
	Home        string   `json:"home"`
	Remedy      bool     `json:"remedy"`
	Discrepancy bool     `json:"discrepancy"`
	Sides       []Side   `json:"sides"`
	States      []State  `json:"states"`
	Steps       []Step   `json:"steps"`
	Clocks      []Clock  `json:"clocks"`
	Shares      []Share  `json:"shares"`
	Notices     []Notice `json:"notices"`
	Keep        *Keep    `json:"keep"`
	Keeps       []Keep   `json:"keeps"`
	Votes       []Vote   `json:"votes"`
}

// State is `$defs/State`.
type State struct {
	ID    string `json:"id"`
	Final bool   `json:"final"`
}

// Side is `$defs/Side`.
type Side struct {
	ID    string   `json:"id"`
	Any   []string `json:"any"`
	Other []string `json:"other"`
}

// Condition is `$defs/Condition`.
type Condition struct {
	Source string   `json:"source"`
	Reads  []string `json:"reads"`
}

// Step is `$defs/Step`.
type Step struct {
	ID        string     `json:"id"`
	Article   string     `json:"article"`
	By        []Actor    `json:"by"`
	From      []string   `json:"from"`
	To        string     `json:"to"`
	Gives     []string   `json:"gives"`
	Optional  []string   `json:"optional"`
	Requires  []string   `json:"requires"`
	When      *Condition `json:"when"`
	Reasons   bool       `json:"reasons"`
	Grounds   []string   `json:"grounds"`
	OtherThan []string   `json:"other_than"`
	Personal  bool       `json:"personal"`
	Pauses    []string   `json:"pauses"`
	Resumes   []string   `json:"resumes"`
	Extends   []string   `json:"extends"`
	Irregular string     `json:"irregular"`
	Explains  []string   `json:"explains"`
	Defers    []string   `json:"defers"`
	Erases    []string   `json:"erases"`
	Quorum    int        `json:"quorum"`
	Adds      string     `json:"adds"`
	Strikes   string     `json:"strikes"`
	Issues    string     `json:"issues"`
	Revokes   string     `json:"revokes"`
	Opens     string     `json:"opens"`
	Suspends  []string   `json:"suspends"`
	Restores  []string   `json:"restores"`
	Renews    []string   `json:"renews"`
	Prolongs  string     `json:"prolongs"`
	Begins    string     `json:"begins"`
	Withdraws bool       `json:"withdraws"`
	Uses      string     `json:"uses"`
	Returns   string     `json:"returns"`
	OwnParty  bool       `json:"own_party"`
	Anyone    bool       `json:"anyone"` // for the node that enters it
	Alone     bool       `json:"alone"`
	QuorumOf  string     `json:"quorum_of"`
	Money     *Money     `json:"money"`
	Restarts  []string   `json:"restarts"`
	Named     string     `json:"named"`
}

// Money is `$defs/Money`.
type Money struct {
	Fund   string `json:"fund"`
	Entry  string `json:"entry"`
	Amount string `json:"amount"`
	Window string `json:"window"`
}

// Clock is `$defs/Clock`.
type Clock struct {
	ID        string   `json:"id"`
	Article   string   `json:"article"`
	Starts    []string `json:"starts"`
	Stops     []string `json:"stops"`
	Within    string   `json:"within"`
	Warns     string   `json:"warns"`
	Silence   string   `json:"silence"`
	To        string   `json:"to"`
	Takes     string   `json:"takes"`
	Decides   string   `json:"decides"`
	Owed      []Actor  `json:"owed"`
	Varies    *Varies  `json:"varies"`
	Erases    []string `json:"erases"`
	Grace     string   `json:"grace"`
	Extends   string   `json:"extends"`
	Max       string   `json:"max"`
	Ladder    string   `json:"ladder"`
	Calendars []string `json:"calendars"`
	Rounds    string   `json:"rounds"`

	CountsFrom string `json:"counts_from"`
	Before     string `json:"before"`
}

// Share is `$defs/Share`.
type Share struct {
	ID        string     `json:"id"`
	Fields    []string   `json:"fields"`
	With      []Actor    `json:"with"`
	From      []string   `json:"from"`
	Until     []string   `json:"until"`
	For       string     `json:"for"`
	When      *Condition `json:"when"`
	Precision string     `json:"precision"`
}

// Varies is `$defs/Varies`; that a declaration keeps within it is for the check.
type Varies struct{}

// Vote is `$defs/Vote`.
type Vote struct {
	ID       string `json:"id"`
	For      string `json:"for"`
	Against  string `json:"against"`
	Abstain  string `json:"abstain"`
	Majority string `json:"majority"`
	Quorum   int    `json:"quorum"`
	QuorumOf string `json:"quorum_of"`
}

// Keep is `$defs/Keep`.
type Keep struct {
	Fields []string `json:"fields"`
	For    string   `json:"for"`
	After  []string `json:"after"`
}

// Read takes a model in its canonical form.
func Read(model []byte) (*Agreement, error) {
	a := &Agreement{days: map[string]time.Time{}, periods: map[string][]time.Time{}, conditions: map[string]cel.Program{}}
	if err := json.Unmarshal(model, a); err != nil {
		return nil, err
	}
	if a.Format != "entente/model/1" {
		return nil, fmt.Errorf("the format %q is not known", a.Format)
	}
	var err error
	a.zone, err = time.LoadLocation(a.Timezone)
	return a, err
}

// Procedure gives a procedure, nil where there is none.
func (a *Agreement) Procedure(id string) *Procedure {
	return one(a.Procedures, func(p *Procedure) bool { return p.ID == id })
}

func (a *Agreement) party(id string) bool {
	return slices.ContainsFunc(a.Parties, func(p Party) bool { return p.ID == id })
}

func (a *Agreement) role(id string) *Role {
	return one(a.Roles, func(r *Role) bool { return r.ID == id })
}

// fills says that a party may fill a role.
func (a *Agreement) fills(party, role string) bool {
	r := a.role(role)
	return r != nil && slices.Contains(r.Held, party)
}

// field gives a field that a case of the procedure can have, nil where there is none.
func (a *Agreement) field(p *Procedure, id string) *Field {
	if id == "reasons" {
		return &Field{ID: id, Type: "text"}
	}
	for i := range a.Assessments {
		if id == "assessment_"+a.Assessments[i].ID {
			return &Field{ID: id, Type: "record", assessment: &a.Assessments[i]}
		}
	}
	return one(a.record(p.Record).Fields, func(f *Field) bool { return f.ID == id })
}

func (a *Agreement) record(id string) *Record {
	if r := one(a.Records, func(r *Record) bool { return r.ID == id }); r != nil {
		return r
	}
	return &Record{}
}

func one[E any](list []E, is func(*E) bool) *E {
	for i := range list {
		if is(&list[i]) {
			return &list[i]
		}
	}
	return nil
}
