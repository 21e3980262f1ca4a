package audit

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
	"github.com/entente-net/entente/fault"
)

// Severity keeps apart what the report must not mix.
type Severity string

// The severities. Only breach and irregular count as findings.
const (
	Breach       Severity = "breach"       // the agreement was not kept, or somebody lied
	Irregular    Severity = "irregular"    // late, oral or out of form; not by itself a breach
	Attested     Severity = "attested"     // rests on the word of one or more parties, here named
	Unverifiable Severity = "unverifiable" // nothing in these bundles can tell
)

// The codes of findings. Where a step was not permitted, the code is the one with which the engine
// refuses it (fault.WrongRole, fault.WrongState, …); these are the ones of the audit itself.
const (
	ChangedAct      fault.Code = "changed-act"       // the stored act is not the one that home received
	DroppedEntry    fault.Code = "dropped-entry"     // an entry of the case is missing from a bundle
	BrokenChain     fault.Code = "broken-chain"      // a receipt does not name the one before it
	RewrittenLog    fault.Code = "rewritten-log"     // a log is not the one that its node signed and others saw
	ForkedLog       fault.Code = "forked-log"        // a node signed two logs of one size
	ShortLog        fault.Code = "short-log"         // a log holds fewer leaves than a checkpoint of it says
	LeafMissing     fault.Code = "leaf-missing"      // the log does not hold what the bundle says it holds
	BackDated       fault.Code = "back-dated"        // made or received outside the provable interval
	KeptTooLong     fault.Code = "kept-too-long"     // a disclosure is held past its erasure
	NotErased       fault.Code = "not-erased"        // an erasure that was due has not been attested
	LapseMissing    fault.Code = "lapse-missing"     // a clock ran out and its consequence was not recorded
	LapseEarly      fault.Code = "lapse-early"       // a lapse is recorded that was not due
	NotNotified     fault.Code = "not-notified"      // somebody who had to be told was not
	UnreviewedHit   fault.Code = "unreviewed-hit"    // a hit without the procedure that it must open
	WronglyRefused  fault.Code = "wrongly-refused"   // home refused what the agreement permits
	NotRatified     fault.Code = "not-ratified"      // a party's signature under the agreement is missing
	BeyondReveals   fault.Code = "beyond-reveals"    // an answer gives more than the clause names
	Unresponsive    fault.Code = "unresponsive"      // home has neither taken nor refused an act
	NotOpened       fault.Code = "not-opened"        // leaves of a log that no bundle explains
	NotCosigned     fault.Code = "not-cosigned"      // no other party cosigned a log's end
	NotJudged       fault.Code = "not-judged"        // the replay could not go on
	VerdictOnly     fault.Code = "verdict"           // a holder's word on what it has since destroyed
	ConditionUnseen fault.Code = "condition-unseen"  // a condition reads what is not open to the auditor
	DeferralUnknown fault.Code = "deferral-unknown"  // a notice may have been deferred; acts do not say
	IrregularAct    fault.Code = "irregular-act"     // late, oral, defective or forced conduct, recorded for what it is
	RevokedSince    fault.Code = "revoked-since"     // a key was revoked after it signed, as home says
	FactWrong       fault.Code = "fact-wrong"        // home states another figure than its cases come to
	FactAttested    fault.Code = "fact-attested"     // what home counted is not all open to the auditor
	StaleCheckpoint fault.Code = "checkpoint-behind" // leaves that no checkpoint covers yet
)

// Finding is one thing that the audit has to say, located.
type Finding struct {
	Code      fault.Code        `json:"code"`
	Severity  Severity          `json:"severity"`
	Party     agreement.PartyID `json:"party,omitempty"` // who did it, or whose bundle or log shows it
	Agreement agreement.ID      `json:"agreement,omitempty"`
	Article   agreement.Article `json:"article,omitempty"`
	Case      casework.CaseID   `json:"case,omitempty"`
	Number    uint64            `json:"number,omitempty"` // of the entry within the case
	Step      agreement.StepID  `json:"step,omitempty"`
	Log       string            `json:"log,omitempty"`
	Index     *uint64           `json:"index,omitempty"` // of the leaf, or the size of the checkpoint
	At        time.Time         `json:"at,omitzero"`
	Message   string            `json:"message"`
}

// String gives one line for a person.
func (f Finding) String() string {
	var where []string
	add := func(name, value string) {
		if value != "" {
			where = append(where, name+" "+value)
		}
	}
	add("", string(f.Agreement))
	add("case", string(f.Case))
	if f.Number != 0 {
		add("number", strconv.FormatUint(f.Number, 10))
	}
	add("step", string(f.Step))
	add("log", f.Log)
	if f.Index != nil {
		add("index", strconv.FormatUint(*f.Index, 10))
	}
	add("by", string(f.Party))
	if !f.At.IsZero() {
		add("at", formatTime(f.At))
	}
	s := string(f.Severity) + " " + string(f.Code)
	if f.Article != "" {
		s += ", Article " + string(f.Article)
	}
	return s + ": " + f.Message + " [" + strings.TrimSpace(strings.Join(where, ", ")) + "]"
}

// sortFindings puts findings in the order of place, so that the report does not depend on which
// worker was first.
func sortFindings(list []Finding) {
	slices.SortStableFunc(list, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.Agreement, b.Agreement), cmp.Compare(a.Case, b.Case), cmp.Compare(a.Number, b.Number),
			cmp.Compare(a.Log, b.Log), compareIndex(a.Index, b.Index), cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Party, b.Party), cmp.Compare(a.Message, b.Message))
	})
}

func compareIndex(a, b *uint64) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return -1
	case b == nil:
		return 1
	}
	return cmp.Compare(*a, *b)
}
