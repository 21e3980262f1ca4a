package client

import "time"

// What anyone may ask of a node, without a login.

// PublicAgreement is an agreement as everybody sees it.
type PublicAgreement struct {
	ID        string   `json:"id"`
	Title     string   `json:"title"`
	Version   string   `json:"version"`
	World     string   `json:"world" doc:"\"\" or exercise"`
	TextHash  string   `json:"text_hash"`
	InForce   bool     `json:"in_force"`
	Languages []string `json:"languages"`
	Parties   []Party  `json:"parties"`
}

// PublicAgreementList is one page, by id.
type PublicAgreementList struct {
	Agreements []PublicAgreement `json:"agreements"`
	Next       string            `json:"next,omitempty" doc:"The cursor of the next page; missing on the last"`
}

// Door is something that anyone may bring at this node.
type Door struct {
	Agreement string `json:"agreement"`
	Procedure string `json:"procedure"`
	Step      string `json:"step"`
	Title     string `json:"title"`
	Article   string `json:"article"`
	Office    string `json:"office" doc:"The role in whose name it is entered"`
	Sealed    bool   `json:"sealed" doc:"Part of it is sealed to one office's key before it is sent"`
}

// DoorList is one page, in the order of the text.
type DoorList struct {
	Doors []Door `json:"doors"`
	Next  string `json:"next,omitempty"`
}

// DoorForm is what a filing needs.
type DoorForm struct {
	Door
	Fields  []FormField         `json:"fields"`
	Sides   map[string][]string `json:"sides" doc:"Sides to bind, each with the parties that may stand on it; one: no choice"`
	Grounds []string            `json:"grounds" doc:"One of these must be named; empty: none"`
}

// FormField is one field of a form.
type FormField struct {
	Field    string   `json:"field"`
	Type     string   `json:"type"`
	Label    string   `json:"label"`
	Help     string   `json:"help,omitempty"`
	Required bool     `json:"required"`
	Choices  []string `json:"choices,omitempty"`
	SealTo   string   `json:"seal_to,omitempty" doc:"The age recipient to which the value must be sealed, in ASCII armor, before it is sent"`
}

// Filing is what somebody brings.
type Filing struct {
	Agreement string            `json:"agreement"`
	Procedure string            `json:"procedure"`
	Step      string            `json:"step"`
	Sides     map[string]string `json:"sides,omitempty"`
	Values    map[string]any    `json:"values"`
	Ground    string            `json:"ground,omitempty"`
}

// Filed is a filing just made.
type Filed struct {
	Code   string    `json:"code" doc:"The access code: the only copy, until it is confirmed"`
	Case   string    `json:"case"`
	At     time.Time `json:"at"`
	Queued bool      `json:"queued" doc:"On its way to the node that orders the case"`
}

// Mailbox is what whoever holds the code sees.
type Mailbox struct {
	Code      string              `json:"code"`
	Confirmed bool                `json:"confirmed"`
	Case      string              `json:"case"`
	Agreement string              `json:"agreement"`
	Filed     time.Time           `json:"filed"`
	Pending   bool                `json:"pending" doc:"The node that orders the case has not answered yet, or refused it: see acts"`
	Procedure string              `json:"procedure,omitempty"`
	Title     string              `json:"title,omitempty"`
	State     string              `json:"state,omitempty"`
	StateName string              `json:"state_title,omitempty"`
	Closed    bool                `json:"closed"`
	Clocks    []Clock             `json:"clocks"`
	Values    map[string]any      `json:"values" doc:"What the person gave, and what the offices that entered it are told"`
	Withheld  map[string]*Problem `json:"withheld"`
	Acts      []Act               `json:"acts"`
	Options   []Option            `json:"options" doc:"What whoever holds the code may do now"`
}

// Message is a word between the person and the office, beside the acts.
type Message struct {
	At   time.Time `json:"at"`
	From string    `json:"from" doc:"person or office"`
	Text string    `json:"text"`
}

// MessageList is one page, oldest first.
type MessageList struct {
	Messages []Message `json:"messages"`
	Next     string    `json:"next,omitempty"`
}

// NewMessage is one to send.
type NewMessage struct {
	Text string `json:"text" maxLength:"20000"`
}

// FilingStep is a later step by whoever holds the code.
type FilingStep struct {
	Step   string         `json:"step"`
	Values map[string]any `json:"values"`
	Ground string         `json:"ground,omitempty"`
}

// Noted says that something was kept.
type Noted struct {
	Noted bool `json:"noted"`
}

// Verified is what a file proves.
type Verified struct {
	Kind      string               `json:"kind" doc:"proof-of-filing, content-of-filing, act, entry, checkpoint or agreement"`
	Holds     bool                 `json:"holds"`
	Why       *Problem             `json:"why,omitempty" doc:"Why it does not hold"`
	Agreement string               `json:"agreement,omitempty"`
	Party     string               `json:"party,omitempty"`
	Digest    string               `json:"digest,omitempty"`
	Log       string               `json:"log,omitempty"`
	Index     uint64               `json:"index"`
	Size      uint64               `json:"size"`
	Received  *time.Time           `json:"received,omitempty"`
	Cosigned  map[string]time.Time `json:"cosigned" doc:"Other parties that vouch for the log, and since when"`
	Signed    map[string]time.Time `json:"signed,omitempty" doc:"Of an agreement: which parties have signed it"`
}
