package client

import "time"

// Me is who is logged in.
type Me struct {
	ID        string              `json:"id"`
	Name      string              `json:"name"`
	Party     string              `json:"party"`
	World     string              `json:"world" doc:"exercise, or empty for the real world"`
	Admin     bool                `json:"admin"`
	Roles     map[string][]string `json:"roles" doc:"By agreement"`
	Now       time.Time           `json:"now" doc:"The node's clock"`
	FormToken string              `json:"form_token,omitempty" doc:"For a browser's session: the value of the header X-Form-Token"`
}

// Agreement is one agreement and its state at the node.
type Agreement struct {
	ID        string                    `json:"id"`
	Title     string                    `json:"title"`
	Version   string                    `json:"version"`
	World     string                    `json:"world"`
	TextHash  string                    `json:"text_hash"`
	ModelHash string                    `json:"model_hash"`
	Parties   []Party                   `json:"parties"`
	Signed    map[string]time.Time      `json:"signed" doc:"By party"`
	InForce   bool                      `json:"in_force"`
	Why       string                    `json:"why,omitempty" doc:"Why it is not in force"`
	Cases     map[string]map[string]int `json:"cases" doc:"Number of cases by procedure and state"`
	Kept      []Kept                    `json:"kept" doc:"How the time limits were kept"`
	Owed      []Turn                    `json:"owed,omitempty" doc:"What the party owes by schedules, only where one agreement is asked for"`
	Text      string                    `json:"text,omitempty" doc:"Only where one agreement is asked for"`
}

// AgreementList is all agreements of a node.
type AgreementList struct {
	Agreements []Agreement `json:"agreements"`
}

// Party is one who agreed.
type Party struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Kind string `json:"kind"`
}

// Turn is one turn of a schedule that the node's party owes: begun and not answered by a case yet, or the next to come.
type Turn struct {
	Schedule  string    `json:"schedule"`
	Title     string    `json:"title"`
	Article   string    `json:"article"`
	Procedure string    `json:"procedure" doc:"Which must be opened"`
	Day       string    `json:"day" doc:"From this day on"`
	Due       time.Time `json:"due" doc:"The last instant in time"`
	Begun     bool      `json:"begun"`
	Late      bool      `json:"late"`
}

// Kept is how one clock was kept: of Ended ones, InTime stopped in time.
type Kept struct {
	Procedure string `json:"procedure"`
	Clock     string `json:"clock"`
	Article   string `json:"article"`
	InTime    int    `json:"in_time"`
	Ended     int    `json:"ended"`
	Running   int    `json:"running"`
}

// Check is one question to a register.
type Check struct {
	Agreement string            `json:"agreement"`
	Register  string            `json:"register"`
	Query     string            `json:"query"`
	Purpose   string            `json:"purpose,omitempty" doc:"Without its purpose a question is refused"`
	Role      string            `json:"role,omitempty" doc:"Missing: the role of yours that may ask"`
	Holder    string            `json:"holder,omitempty" doc:"Missing: every other holder"`
	Match     map[string]string `json:"match"`
}

// Checked is what the holders answered.
type Checked struct {
	Answers []Answer `json:"answers"`
}

// Answer is one holder's answer.
type Answer struct {
	Question string `json:"question" doc:"The digest of the question, by which the log proves it"`
	Holder   string `json:"holder"`
	Article  string `json:"article"`
	Opens    string `json:"opens,omitempty" doc:"The procedure that a hit opens"`
	Micros   int64  `json:"micros" doc:"How long it took, in microseconds"`
	Hits     []Hit  `json:"hits"`
}

// Hit is one entry that matches.
type Hit struct {
	Entry   string         `json:"entry"`
	Version string         `json:"version" doc:"Of the holder's data"`
	Fields  map[string]any `json:"fields"`
}

// Manifest is a list of questions, each answered or refused for itself.
type Manifest struct {
	Holder string  `json:"holder,omitempty" doc:"Asks this holder, in one letter; missing: each question says, or asks every other holder"`
	Checks []Check `json:"checks" minItems:"1" maxItems:"1000"`
}

// ManifestChecked is the answers in the order of the questions.
type ManifestChecked struct {
	Results []ManifestResult `json:"results"`
}

// ManifestResult is the answers to one question, or its refusal.
type ManifestResult struct {
	Answers []Answer `json:"answers"`
	Problem *Problem `json:"problem,omitempty"`
}

// Log is the state of one agreement's log at the node.
type Log struct {
	Agreement      string               `json:"agreement"`
	Origin         string               `json:"origin"`
	Size           uint64               `json:"size"`
	Root           string               `json:"root" doc:"base64"`
	Checkpoint     string               `json:"checkpoint,omitempty" doc:"The last signed note"`
	CheckpointSize uint64               `json:"checkpoint_size"`
	At             *time.Time           `json:"at,omitempty" doc:"Of the checkpoint"`
	Cosigned       map[string]Cosigned  `json:"cosigned" doc:"How far each other party has vouched for it"`
	Seen           map[string]uint64    `json:"seen" doc:"The size of each other party's log as last verified here"`
	LastHeard      map[string]time.Time `json:"last_heard"`
	Entries        []LogEntry           `json:"entries" doc:"The newest"`
}

// Cosigned is how far another party has vouched for a log.
type Cosigned struct {
	Size uint64    `json:"size"`
	At   time.Time `json:"at"`
}

// LogEntry is one run of entries as its own node knows it; outside it is a hash.
type LogEntry struct {
	Index uint64    `json:"index"`
	Count uint64    `json:"count"`
	Kind  string    `json:"kind"`
	Ref   string    `json:"ref"`
	At    time.Time `json:"at"`
}

// Imported is what an import did.
type Imported struct {
	Register string   `json:"register"`
	Entries  int      `json:"entries"`
	Version  string   `json:"version"`
	Millis   int64    `json:"millis"`
	Warnings []string `json:"warnings"`
}
