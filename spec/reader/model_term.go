package reader

// Renewal is `$defs/Renewal`.
type Renewal struct {
	Mode   string     `json:"mode"`
	Period string     `json:"period"`
	Unless *Condition `json:"unless"`
}

// Calendar is `$defs/Calendar`.
type Calendar struct {
	ID      string   `json:"id"`
	Weekend []string `json:"weekend"`
	Closed  []string `json:"closed"`
	Yearly  []string `json:"yearly"`
}

// Phase is `$defs/Phase`.
type Phase struct {
	ID       string     `json:"id"`
	Articles []string   `json:"articles"`
	Starts   string     `json:"starts"`
	Ends     string     `json:"ends"`
	After    string     `json:"after"`
	Entry    *Condition `json:"entry"`
	Exit     *Condition `json:"exit"`
	ExitTo   string     `json:"exit_to"`
}

// Declaration is `$defs/Declaration`.
type Declaration struct {
	Party       string      `json:"party"`
	Kind        string      `json:"kind"`
	Excludes    []string    `json:"excludes"`
	Provisional []string    `json:"provisional"`
	Made        string      `json:"made"`
	Varies      []Variation `json:"varies"`
	Objects     []Objection `json:"objects"`
}

// Variation is `$defs/Variation`.
type Variation struct {
	Procedure string `json:"procedure"`
	Clock     string `json:"clock"`
	Within    string `json:"within"`
}

// Objection is `$defs/Objection`.
type Objection struct {
	Party   string `json:"party"`
	Opposes bool   `json:"opposes"`
}

// Concordance is `$defs/Concordance`.
type Concordance struct {
	ID       string    `json:"id"`
	Between  []string  `json:"between"`
	Concepts []Concept `json:"concepts"`
}

// Concept is `$defs/Concept`.
type Concept struct {
	ID       string            `json:"id"`
	Texts    map[string]string `json:"texts"`
	Excluded bool              `json:"excluded"`
}

// Quota is `$defs/Quota`.
type Quota struct {
	ID     string `json:"id"`
	Number int    `json:"number"`
	Per    string `json:"per"`
	Each   bool   `json:"each"`
	Pair   bool   `json:"pair"`
	Of     string `json:"of"`
}

// Fund is `$defs/Fund`.
type Fund struct {
	ID       string   `json:"id"`
	Currency string   `json:"currency"`
	Donors   []string `json:"donors"`
	Windows  []Window `json:"windows"`
}

// Window is `$defs/Window`.
type Window struct {
	ID        string   `json:"id"`
	Ceiling   string   `json:"ceiling"`
	Milestone string   `json:"milestone"`
	Verified  []string `json:"verified"`
}

// Register is `$defs/Register`.
type Register struct {
	ID     string   `json:"id"`
	Record string   `json:"record"`
	Key    []string `json:"key"`
}

// Credential is `$defs/Credential`.
type Credential struct {
	ID     string   `json:"id"`
	Record string   `json:"record"`
	Fields []string `json:"fields"`
	Valid  string   `json:"valid"`
}
