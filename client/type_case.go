package client

import "time"

// CaseLine is one case in a list.
type CaseLine struct {
	ID         string            `json:"id"`
	Agreement  string            `json:"agreement"`
	Version    string            `json:"version" doc:"Of the agreement's text: the case stays under it"`
	Procedure  string            `json:"procedure"`
	Title      string            `json:"title"`
	State      string            `json:"state"`
	StateTitle string            `json:"state_title"`
	Sides      map[string]string `json:"sides" doc:"Which party is which side"`
	Opened     time.Time         `json:"opened"`
	Updated    time.Time         `json:"updated"`
	Closed     bool              `json:"closed"`
	Mine       bool              `json:"mine" doc:"A step is open to you now"`
	Queued     int               `json:"queued" doc:"Acts that their home has not answered yet"`
	Clocks     []Clock           `json:"clocks"`
}

// CaseList is one page of cases, those that moved last first.
type CaseList struct {
	Cases []CaseLine `json:"cases"`
	Next  string     `json:"next,omitempty" doc:"The cursor of the next page; missing on the last"`
}

// Clock is a time limit of a case.
type Clock struct {
	Clock   string     `json:"clock"`
	Title   string     `json:"title,omitempty"`
	Article string     `json:"article,omitempty"`
	Started time.Time  `json:"started"`
	Due     time.Time  `json:"due"`
	Status  string     `json:"status" doc:"runs, stopped, sealed or lapsed"`
	Paused  *time.Time `json:"paused,omitempty"`
	Silence string     `json:"silence,omitempty" doc:"What it means that nobody acts in time"`
}

// Case is one case as one person may see it.
type Case struct {
	CaseLine
	Home     string              `json:"home" doc:"The party whose node orders the case"`
	Values   map[string]any      `json:"values" doc:"The fields that you may see now"`
	Withheld map[string]*Problem `json:"withheld" doc:"The fields that were given and that you may not see, and why"`
	Acts     []Act               `json:"acts"`
	Options  []Option            `json:"options" doc:"The steps open to you now"`
	Dispute  string              `json:"dispute,omitempty" doc:"Why this node holds the history for wrong"`
}

// Act is one act of a case with what proves it.
type Act struct {
	Digest   string     `json:"digest"`
	Number   uint64     `json:"number" doc:"Its place in the case; 0: its home has not answered yet"`
	Kind     string     `json:"kind"`
	Step     string     `json:"step,omitempty"`
	Clock    string     `json:"clock,omitempty"`
	Phase    string     `json:"phase,omitempty"`
	Article  string     `json:"article"`
	Party    string     `json:"party"`
	Side     string     `json:"side,omitempty"`
	Role     string     `json:"role,omitempty"`
	Person   string     `json:"person,omitempty" doc:"A pseudonym"`
	Ground   string     `json:"ground,omitempty"`
	Gives    []string   `json:"gives"`
	Facts    []Fact     `json:"facts,omitempty" doc:"Outside facts by which it was judged: as the act states them, and as its home found them"`
	Hit      string     `json:"hit,omitempty" doc:"The question whose hit the case follows"`
	Made     time.Time  `json:"made"`
	Received *time.Time `json:"received,omitempty"`
	Proved   *time.Time `json:"proved,omitempty"`
	Personal bool       `json:"personal" doc:"The person's own key signed it"`
	Status   string     `json:"status" doc:"taken, queued, refused or disputed"`
	Refusal  *Problem   `json:"refusal,omitempty"`
	Log      int64      `json:"log" doc:"Its place in this node's log; -1: none"`
	Cosigned []string   `json:"cosigned" doc:"The parties whose cosignature covers it"`
}

// Option is a step that is open, with its form.
type Option struct {
	Step     string    `json:"step"`
	Title    string    `json:"title"`
	Article  string    `json:"article"`
	Side     string    `json:"side,omitempty"`
	Personal bool      `json:"personal" doc:"It needs your own signature"`
	Fields   []Input   `json:"fields"`
	Grounds  []string  `json:"grounds"`
	Shares   []Outflow `json:"shares" doc:"What would leave, and to whom"`
}

// Input is one field of a form.
type Input struct {
	Field    string   `json:"field"`
	Label    string   `json:"label"`
	Type     string   `json:"type"`
	Choices  []string `json:"choices,omitempty"`
	Required bool     `json:"required"`
}

// Outflow is what one recipient would come to see.
type Outflow struct {
	Share   string   `json:"share"`
	Article string   `json:"article"`
	Party   string   `json:"party"`
	Role    string   `json:"role"`
	Fields  []string `json:"fields"`

	Precision string `json:"precision,omitempty" doc:"How fine places and times are shown; left out: as they are given"`
}

// Opening asks for a case to be opened.
type Opening struct {
	Agreement string            `json:"agreement"`
	Procedure string            `json:"procedure"`
	Sides     map[string]string `json:"sides,omitempty" doc:"Which party is which side, where the procedure leaves a choice"`
	Hit       string            `json:"hit,omitempty" doc:"The question whose hit the case follows, as its answer names it"`
	Step
}

// Fact is one outside fact.
type Fact struct {
	Name  string `json:"name"`
	Value string `json:"value" doc:"Canonical JSON"`
}

// Step asks for a step of a case.
type Step struct {
	Step     string         `json:"step"`
	Side     string         `json:"side,omitempty" doc:"Missing: the side that your party is bound to"`
	Role     string         `json:"role,omitempty" doc:"Missing: the role of yours that may"`
	Values   map[string]any `json:"values,omitempty"`
	Ground   string         `json:"ground,omitempty"`
	Prepared string         `json:"prepared,omitempty" doc:"The name that a preparation gave; the rest is taken from it"`
	Personal *Personal      `json:"personal,omitempty" doc:"Your own signature over the act that was prepared"`
}

// Personal is a person's own signature over a prepared act, as spec/act.md says.
type Personal struct {
	Algorithm     string `json:"algorithm"`
	Authenticator string `json:"authenticator,omitempty" doc:"Of a passkey: authenticator data, base64url"`
	Client        string `json:"client,omitempty" doc:"Of a passkey: the client data as the browser wrote them"`
	Key           string `json:"key"`
	Signature     string `json:"signature"`
}

// Preparation is an act that waits for its person's signature.
type Preparation struct {
	Prepared string    `json:"prepared" doc:"Hand it back with the signature"`
	Case     string    `json:"case"`
	Act      string    `json:"act" doc:"The canonical bytes of the act, as text"`
	Digest   string    `json:"digest" doc:"The SHA-256 of those bytes"`
	Expires  time.Time `json:"expires"`
	Shares   []Outflow `json:"shares"`
}

// StepResult is what became of a step.
type StepResult struct {
	Case    string   `json:"case"`
	Act     string   `json:"act" doc:"The digest of the signed act"`
	Number  uint64   `json:"number" doc:"Its place in the case; 0: its home has not answered yet"`
	State   string   `json:"state"`
	Queued  bool     `json:"queued" doc:"Home is away: the act is kept, signed and logged, and goes on its own"`
	Options []Option `json:"options"`
}

// Field is one field of a case.
type Field struct {
	Case  string `json:"case"`
	Field string `json:"field"`
	Value any    `json:"value"`
}
