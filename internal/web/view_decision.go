package web

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"github.com/entente-net/entente/agreement"
	"github.com/entente-net/entente/casework"
)

// Decisions are what the agreement publishes of its cases: the fields of `publish` blocks and nothing else of them.
type Decisions interface {
	// Decisions lists, newest first, from a cursor that an earlier page gave ("" for the first page).
	Decisions(ctx context.Context, id agreement.ID, cursor string) (*DecisionList, error)
}

// Checkpoints are what the logs of this node last signed: whoever wants to compare takes it from here, or from a witness.
type Checkpoints interface {
	Checkpoints(ctx context.Context) ([]CheckpointView, error)
}

// CheckpointView is the newest checkpoint of one log.
type CheckpointView struct {
	Agreement ArticleRef
	Log       string // its name in the note
	Size      uint64 // that it covers
	At        time.Time
	Cosigned  []Cosigning
	Note      string // the signed note, whole
}

// DecisionList is a page of what was published.
type DecisionList struct {
	Agreement agreement.ID
	Title     string
	World     string
	Zone      *time.Location
	Rows      []DecisionView
	Next      string // cursor of the older ones; "": these are the last
	Total     int
	Promises  []Promise // what the agreement says is to be published
	Versions  []VersionView
}

// Promise is one `publish` block in words.
type Promise struct {
	Procedure string // title
	What      string // labels, joined as a sentence does
	Within    string // in words: "7 days"
	Article   ArticleRef
}

// DecisionView is one published case.
type DecisionView struct {
	ID        string // DecisionID: it does not tell which case it is to who does not know
	Title     string // of the procedure
	Article   ArticleRef
	State     StateView
	Parties   []PartyRef // bound to its sides
	At        time.Time  // when it came to the state from which on it is published
	Values    []Value
	Followed  []Follow // what came of it, in the order of time
	Changed   *VersionView
	Published ArticleRef // the article by which it is
}

// Follow is something that followed a published decision.
type Follow struct {
	At   time.Time
	What string
	By   PartyRef
}

// VersionView is a version of the agreement that took the place of another.
type VersionView struct {
	Version  string
	Starts   time.Time
	Articles []ArticleRef // that it changed
}

// DecisionID names a published case without giving the case away.
func DecisionID(id casework.CaseID) string {
	sum := sha256.Sum256([]byte("published " + string(id)))
	return hex.EncodeToString(sum[:6])
}

// DecisionPath is the address of a published case.
func DecisionPath(a agreement.ID, id casework.CaseID) string {
	return decisionsPath(a) + "#d" + DecisionID(id)
}

// VersionPath is the address of a version among the changes of an agreement.
func VersionPath(a agreement.ID, version string) string {
	return decisionsPath(a) + "#v" + ident(version)
}
