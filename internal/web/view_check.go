package web

import (
	"time"

	"github.com/entente-net/entente/agreement"
)

// QueryView is a question that the viewer may ask, as a form.
type QueryView struct {
	Agreement agreement.ID
	Register  agreement.RegisterID
	Query     agreement.QueryID
	Title     string // of the query
	Tongue    string // language of its words
	Of        string // title of the register
	Article   ArticleRef
	Role      RoleRef // in which the viewer asks
	Holders   []PartyRef
	Purposes  []Purpose
	On        []Input  // the fields that are compared
	Reveals   []string // labels of what a hit reveals
	Within    string   // in words; "" where no time is stated
	Cap       int      // a day; 0: none
	Used      int      // today, by the asking party; -1: not known here
	Keep      string   // how long the question's trace is kept, in words
}

// Purpose is a lawful purpose to choose.
type Purpose struct {
	ID    agreement.PurposeID
	Title string
	Basis string
}

// Question is what is asked.
type Question struct {
	Agreement agreement.ID
	Register  agreement.RegisterID
	Query     agreement.QueryID
	Match     map[agreement.FieldID]any
	Purpose   agreement.PurposeID
	Holder    agreement.PartyID // "": every holder but the asker
}

// CheckResult is the answers side by side.
type CheckResult struct {
	Query   QueryView
	Asked   []Value // what was compared
	Purpose Purpose
	Answers []AnswerView
	At      time.Time
	Took    time.Duration
	Index   uint64 // of the question in this node's log
	Logged  bool
	Also    []Opening // what else the viewer's offices may begin after a hit
}

// Hits counts the entries that matched, at all holders.
func (r *CheckResult) Hits() int {
	n := 0
	for _, a := range r.Answers {
		n += len(a.Hits)
	}
	return n
}

// AnswerView is one holder's answer.
type AnswerView struct {
	Holder  PartyRef
	Version string    // of the holder's data
	Loaded  time.Time // when the holder loaded it; zero: not told
	Hits    []HitView
	Fault   error // the holder refused or did not answer; a *fault.Error
}

// HitView is one entry that matched.
type HitView struct {
	Entry   string // opaque id at its holder
	Reveals []Value
	Opens   *Opening // what a person on this side may do next; nil: nothing
}
